@som
Feature: Services that are changed again and again
  A change of a service is taken out of its order and put back, or wanted for more units
  than at first. The last version counts, and what was taken back is as if it had never been.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning".

  Background:
    Given an order "BASE" with
      | line | action | product         | asset | site         | speed | version |
      | 1    | Add    | Internet Access | HOME  | 12 Mill Lane | 100   |         |
      | 2    | Add    | Static Address  | FIXED | 12 Mill Lane |       | v4      |
    And order "BASE" is fulfilled in the network

  @PV-06
  Rule: A change that was taken out and is put back is done as the last version wants it

    Background:
      Given a change order "CHANGE" with
        | line | action | product         | asset | speed | version |
        | 1    | Update | Static Address  | FIXED |       | v6      |
        | 2    | Update | Internet Access | HOME  | 500   |         |
        | 3    | Add    | VoIP Voicemail  | MAIL  |       |         |
      And order "CHANGE" is held in the network

    @supplementals+service-changes
    Example: A change that was withdrawn half-way and is put back ends with its new value
      When the network does a step of line 2 of order "CHANGE"
      And order "CHANGE" is revised to
        | line | action | product         | asset | speed | version |
        | 1    | Update | Static Address  | FIXED |       | v6      |
        | 3    | Add    | VoIP Voicemail  | MAIL  |       |         |
      And the network completes line 2 of order "CHANGE"
      And order "CHANGE" is revised to
        | line | action | product         | asset | speed | version |
        | 1    | Update | Static Address  | FIXED |       | v6      |
        | 2    | Update | Internet Access | HOME  | 1000  |         |
        | 3    | Add    | VoIP Voicemail  | MAIL  |       |         |
      And the network completes all its work for order "CHANGE"
      Then the network has set up order "CHANGE"
        | line | speed | version |
        | 1    |       | v6      |
        | 2    | 1000  |         |

  @PV-06
  Rule: A move that is wanted for more units leaves nothing at the old address

    @supplementals+service-changes+service-points
    Example: More units are wanted when the first step is at the new address
      Given a change order "MOVE" with
        | line | action | asset | site         | quantity |
        | 1    | Update | FIXED | 4 River Walk | 1        |
      And order "MOVE" is held in the network
      When the network does a step of line 1 of order "MOVE"
      And order "MOVE" is revised to
        | line | action | asset | site         | quantity |
        | 1    | Update | FIXED | 4 River Walk | 3        |
      And the network completes all its work for order "MOVE"
      Then the network has set up order "MOVE"
        | line | site         | quantity |
        | 1    | 4 River Walk | 3        |
      And the network has nothing of line 2 of order "BASE"

  @PV-05
  Rule: A cancel does not lead back to a change that was itself taken back

    Background:
      Given a change order "CHANGE" with
        | line | action | product         | asset | speed | version |
        | 1    | Update | Static Address  | FIXED |       | v6      |
        | 2    | Update | Internet Access | HOME  | 500   |         |
        | 3    | Add    | VoIP Voicemail  | MAIL  |       |         |
      And a change order "LATER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 1000  |
      And order "CHANGE" is held in the network

    @service-changes+cancellation
    Example: Two changes of one service are cancelled, the first one when it is complete
      When the network completes line 2 of order "CHANGE"
      And the CRM cancels order "CHANGE"
      And the network completes all its work for order "CHANGE"
      And order "LATER" is submitted
      And the CRM cancels order "LATER"
      And the network completes all its work for order "LATER"
      Then the network has set up order "BASE"
        | line | speed |
        | 1    | 100   |

    @supplementals+service-changes+cancellation
    Example: A complete change is taken out of its order, and the next change is cancelled
      When the network completes line 2 of order "CHANGE"
      And order "CHANGE" is revised to
        | line | action | product         | asset | speed | version |
        | 1    | Update | Static Address  | FIXED |       | v6      |
        | 3    | Add    | VoIP Voicemail  | MAIL  |       |         |
      And the network completes all its work for order "CHANGE"
      And order "LATER" is submitted
      And the CRM cancels order "LATER"
      And the network completes all its work for order "LATER"
      Then the network has set up order "BASE"
        | line | speed |
        | 1    | 100   |
