@som
Feature: Services that are wanted at one address after the other
  An order moves a service, and is revised before it is finished. What the versions before
  had set up elsewhere is taken down, and a cancel leads back to the first address of all.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning".

  Background:
    Given an order "BASE" with
      | line | action | product         | asset | site         | speed |
      | 1    | Add    | Internet Access | HOME  | 12 Mill Lane | 100   |
    And a change order "CHANGE" with
      | line | action | product         | asset | site         | speed |
      | 1    | Update | Internet Access | HOME  | 4 River Walk | 500   |
      | 2    | Add    | VoIP Voicemail  | MAIL  | 4 River Walk |       |
      | 3    | Add    | VoIP Access     | VOICE | 4 River Walk |       |
    And order "BASE" is fulfilled in the network

  @PV-06 @failed-line-alone
  Rule: Of a line that is revised to one address after the other nothing is left at the earlier ones

    Background:
      Given the network cannot do line 3 of order "CHANGE"
      And order "CHANGE" is held in the network

    @supplementals+service-changes+service-points
    Example: A moved service and an added one are each wanted at a third address
      When the network completes line 1 of order "CHANGE"
      And order "CHANGE" is revised to
        | line | action | product         | asset | site         | speed |
        | 1    | Update | Internet Access | HOME  | 9 Church Row | 500   |
        | 2    | Add    | VoIP Voicemail  | MAIL  | 9 Church Row |       |
        | 3    | Add    | VoIP Access     | VOICE | 4 River Walk |       |
      And the network completes line 2 of order "CHANGE"
      And order "CHANGE" is revised to
        | line | action | product         | asset | site         | speed |
        | 1    | Update | Internet Access | HOME  | 7 North Quay | 500   |
        | 2    | Add    | VoIP Voicemail  | MAIL  | 7 North Quay |       |
        | 3    | Add    | VoIP Access     | VOICE | 4 River Walk |       |
      And the network completes all its work for order "CHANGE"
      Then the network has set up order "CHANGE"
        | line | site         |
        | 1    | 7 North Quay |
        | 2    | 7 North Quay |

    @supplementals+service-changes+service-points
    Example: A moved service is wanted at its first address again, with another speed
      When the network completes line 1 of order "CHANGE"
      And order "CHANGE" is revised to
        | line | action | product         | asset | site         | speed |
        | 1    | Update | Internet Access | HOME  | 12 Mill Lane | 1000  |
        | 2    | Add    | VoIP Voicemail  | MAIL  | 4 River Walk |       |
        | 3    | Add    | VoIP Access     | VOICE | 4 River Walk |       |
      And the network completes all its work for order "CHANGE"
      Then the network has set up order "CHANGE"
        | line | site         | speed |
        | 1    | 12 Mill Lane | 1000  |

  @PV-06
  Rule: A line that is added again is set up where the last version wants it

    @supplementals+service-changes+service-points
    Example: A line is withdrawn and is added again at another address while it is being undone
      Given order "CHANGE" is held in the network
      When the network does a step of line 2 of order "CHANGE"
      And order "CHANGE" is revised to
        | line | action | product         | asset | site         | speed |
        | 1    | Update | Internet Access | HOME  | 4 River Walk | 500   |
      And order "CHANGE" is revised to
        | line | action | product         | asset | site         | speed |
        | 1    | Update | Internet Access | HOME  | 4 River Walk | 500   |
        | 2    | Add    | VoIP Voicemail  | MAIL  | 9 Church Row |       |
      And the network completes all its work for order "CHANGE"
      Then the network has set up order "CHANGE"
        | line | site         |
        | 2    | 9 Church Row |

  @PV-05
  Rule: A service that was moved and told to be complete goes back when its order is cancelled

    @service-changes+cancellation+service-points
    Example: A complete move is cancelled because another line failed, and the service goes back
      Given the network cannot do line 3 of order "CHANGE"
      When order "CHANGE" is submitted
      And the network completes all its work for order "CHANGE"
      And the CRM cancels order "CHANGE"
      Then the network has set up order "BASE"
        | line | site         | speed |
        | 1    | 12 Mill Lane | 100   |
      And the network has nothing of line 2 of order "CHANGE"

    @restartable @service-changes+cancellation+restarts
    Example: A complete move is cancelled after a breakdown, and the service goes back
      Given the network cannot do line 3 of order "CHANGE"
      When order "CHANGE" is submitted
      And the network completes all its work for order "CHANGE"
      And service order management breaks down and is started again
      And the CRM cancels order "CHANGE"
      Then the network has set up order "BASE"
        | line | site         | speed |
        | 1    | 12 Mill Lane | 100   |

  @PV-06
  Rule: Units of a service that has moved are taken away where it is by now

    Background:
      Given a change order "MORE" with
        | line | action | product         | asset | site         | quantity |
        | 1    | Update | Internet Access | HOME  | 4 River Walk | 3        |
        | 2    | Add    | VoIP Voicemail  | MAIL  | 4 River Walk |          |
      And the network cannot do line 2 of order "MORE"

    @service-changes+cancellation+service-points
    Example: A move that came with more units is cancelled, and the old units are at the old address
      When order "MORE" is submitted
      And the network completes all its work for order "MORE"
      And the CRM cancels order "MORE"
      Then the network has set up order "BASE"
        | line | site         | speed | quantity |
        | 1    | 12 Mill Lane | 100   | 1        |

    @supplementals+service-changes+service-points @failed-line-alone
    Example: A revision to fewer units at a third address leaves as many as it names
      When order "MORE" is submitted
      And the network completes all its work for order "MORE"
      And order "MORE" is revised to
        | line | action | product         | asset | site         | quantity |
        | 1    | Update | Internet Access | HOME  | 1 Bell Row   | 2        |
        | 2    | Add    | VoIP Voicemail  | MAIL  | 4 River Walk |          |
      And the network completes all its work for order "MORE"
      Then the network has set up order "MORE"
        | line | site       | quantity |
        | 1    | 1 Bell Row | 2        |
