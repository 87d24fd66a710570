@som
Feature: What an order finds, and what it leaves as it was
  A service may be suspended, have a number that the network assigned, or consist of three
  units when an order comes to it. What the order does not name stays so, and a cancel
  leads back to it.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning".

  Background:
    Given an order "BASE" with
      | line | action | product         | asset | site         | speed | version | quantity |
      | 1    | Add    | Internet Access | HOME  | 12 Mill Lane | 100   |         |          |
      | 2    | Add    | Static Address  | FIXED | 12 Mill Lane |       | v4      | 3        |
      | 3    | Add    | VoIP Access     | VOICE | 12 Mill Lane |       |         |          |
    And the network assigns "number" "020 7946 0123" to line 3 of order "BASE"
    And order "BASE" is fulfilled in the network

  @PV-05
  Rule: A cancel leads back to as many units, and to the values, that the order found

    @service-changes+cancellation
    Example: The deletion of three units is cancelled after two of its steps
      Given a change order "END" with
        | line | action | asset |
        | 1    | Delete | FIXED |
      And order "END" is held in the network
      When the network does a step of line 1 of order "END"
      And the network does a step of line 1 of order "END"
      And the CRM cancels order "END"
      And the network completes all its work for order "END"
      Then the network has set up order "BASE"
        | line | site         | quantity |
        | 2    | 12 Mill Lane | 3        |

    @service-changes+cancellation+filled-in-data
    Example: A number that the network assigned is there again when its change is cancelled
      Given a change order "CHANGE" with
        | line | action | product        | asset | number        | version |
        | 1    | Add    | VoIP Voicemail | MAIL  |               |         |
        | 2    | Update | VoIP Access    | VOICE | 020 7946 0999 |         |
        | 3    | Update | Static Address | FIXED |               | v6      |
      And order "CHANGE" is held in the network
      When the network does a step of line 2 of order "CHANGE"
      And the CRM cancels order "CHANGE"
      And the network completes all its work for order "CHANGE"
      Then the network has set up order "CHANGE"
        | line | number        |
        | 2    | 020 7946 0123 |

    @restartable @service-changes+cancellation+filled-in-data+restarts @failed-line-alone
    Example: A number from before a breakdown is there again when its change is cancelled
      Given a change order "CHANGE" with
        | line | action | product        | asset | number        |
        | 1    | Update | VoIP Access    | VOICE | 020 7946 0999 |
        | 2    | Add    | VoIP Voicemail | MAIL  |               |
      And the network cannot do line 2 of order "CHANGE"
      When service order management breaks down and is started again
      And order "CHANGE" is submitted
      And the network completes all its work for order "CHANGE"
      And the CRM cancels order "CHANGE"
      Then the network has set up order "CHANGE"
        | line | number        |
        | 1    | 020 7946 0123 |

    @service-changes+cancellation+service-points
    Example: A service is set up by two orders, and the cancel of the second one leaves it
      Given a change order "MOVE" with
        | line | action      | asset | site         |
        | 1    | Move-Add    | HOME  | 4 River Walk |
        | 2    | Move-Delete | HOME  | 12 Mill Lane |
      And order "MOVE" is fulfilled in the network
      And a change order "AGAIN" with
        | line | action   | product         | asset | site         |
        | 1    | Move-Add | Internet Access | HOME  | 4 River Walk |
        | 2    | Add      | VoIP Voicemail  | MAIL  | 4 River Walk |
      And order "AGAIN" is held in the network
      When the CRM cancels order "AGAIN"
      And the network completes all its work for order "AGAIN"
      Then the network has set up order "MOVE"
        | line | site         |
        | 1    | 4 River Walk |

  @PV-04
  Rule: An order that moves a service and takes units away takes them away where they are

    @service-changes+service-points
    Example: Three units move, and two of them are left at the new address
      Given a change order "FEWER" with
        | line | action | asset | site         | version | quantity |
        | 1    | Update | FIXED | 4 River Walk | v4      | 2        |
      When order "FEWER" is submitted
      Then the network has set up order "FEWER"
        | line | site         | quantity |
        | 1    | 4 River Walk | 2        |
      And the network is asked to undo only what was done

  @PV-04
  Rule: A suspended service stays suspended until it is resumed or deleted

    Background:
      Given a change order "SLEEP" with
        | line | action  | asset |
        | 1    | Suspend | HOME  |
        | 2    | Suspend | FIXED |
      And order "SLEEP" is fulfilled in the network

    @supplementals+service-changes
    Example: A suspended service is changed, and the change is revised
      Given a change order "CHANGE" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And order "CHANGE" is held in the network
      When order "CHANGE" is revised to
        | line | action | asset | speed |
        | 1    | Update | HOME  | 1000  |
      And the network completes all its work for order "CHANGE"
      Then the order system receives the status "COMPLETE" of line 1 of order "CHANGE"

    @service-changes+service-points
    Example: A suspended service is moved, keeps its values, and is resumed at the new address
      Given a change order "MOVE" with
        | line | action | asset | site         |
        | 1    | Update | HOME  | 4 River Walk |
      And a change order "WAKE" with
        | line | action | asset |
        | 1    | Resume | HOME  |
      When order "MOVE" is submitted
      And order "WAKE" is submitted
      Then the network has set up order "MOVE"
        | line | site         |
        | 1    | 4 River Walk |
      And the order system receives the status "COMPLETE" of line 1 of order "WAKE"

    @service-changes+service-points
    Example: A suspended service is deleted at its address, and the other one stays
      Given a change order "END" with
        | line | action | asset | site         |
        | 1    | Delete | FIXED | 12 Mill Lane |
      When order "END" is submitted
      Then the network has nothing of line 2 of order "BASE"
      And the order system receives the status "COMPLETE" of line 1 of order "END"
