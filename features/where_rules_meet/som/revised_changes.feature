@som
Feature: Revisions of service changes
  An order that changes a service can be revised like any other. What the revision leaves
  alone stays as another order set it up.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning".

  Background:
    Given an order "BASE" with
      | line | action | product         | asset | speed | quantity |
      | 1    | Add    | Internet Access | HOME  | 100   |          |
      | 2    | Add    | Static Address  | FIXED |       | 3        |
    And order "BASE" is fulfilled in the network

  @PV-06
  Rule: A revision of a service change changes only what it names

    @supplementals+service-changes
    Example: A change that is under way ends with the revision's value
      Given a change order "CHANGE" with
        | line | action | asset | speed | quantity |
        | 1    | Update | HOME  | 500   |          |
        | 2    | Update | FIXED |       | 2        |
      And order "CHANGE" is held in the network
      When order "CHANGE" is revised to
        | line | action | asset | speed | quantity |
        | 1    | Update | HOME  | 1000  |          |
        | 2    | Update | FIXED |       | 2        |
      And the network completes all its work for order "CHANGE"
      Then the network has set up order "CHANGE"
        | line | speed | quantity |
        | 1    | 1000  | 1        |
        | 2    |       | 2        |

    @supplementals+service-changes
    Example: What the revision of a change names no more is as it was before the change
      Given a change order "CHANGE" with
        | line | action | product         | asset | speed | upload | quantity |
        | 1    | Add    | VoIP Voicemail  | MAIL  |       |        |          |
        | 2    | Update | Internet Access | HOME  | 500   |        |          |
        | 3    | Update | Static Address  | FIXED |       |        | 2        |
      And order "CHANGE" is held in the network
      When the network does a step of line 2 of order "CHANGE"
      And order "CHANGE" is revised to
        | line | action | product         | asset | speed | upload | quantity |
        | 1    | Add    | VoIP Voicemail  | MAIL  |       |        |          |
        | 2    | Update | Internet Access | HOME  |       | 20     |          |
        | 3    | Update | Static Address  | FIXED |       |        | 2        |
      And the network completes all its work for order "CHANGE"
      Then the network has set up order "CHANGE"
        | line | upload |
        | 2    | 20     |
      And the network has set up order "BASE"
        | line | speed |
        | 1    | 100   |

    @supplementals+service-changes
    Example: A quantity that was lowered is raised again by a revision
      Given a change order "CHANGE" with
        | line | action | asset | quantity |
        | 1    | Update | FIXED | 2        |
      And order "CHANGE" is held in the network
      When the network does a step of line 1 of order "CHANGE"
      And order "CHANGE" is revised to
        | line | action | asset | quantity |
        | 1    | Update | FIXED | 4        |
      And the network completes all its work for order "CHANGE"
      Then the network has set up order "CHANGE"
        | line | quantity |
        | 1    | 4        |

    @supplementals+service-changes
    Example: A service is deleted once, though another line of the order is revised meanwhile
      Given a change order "CHANGE" with
        | line | action | asset | quantity |
        | 1    | Delete | HOME  |          |
        | 2    | Update | FIXED | 2        |
      And order "CHANGE" is held in the network
      When order "CHANGE" is revised to
        | line | action | asset | quantity |
        | 1    | Delete | HOME  |          |
        | 2    | Update | FIXED | 5        |
      And the network completes all its work for order "CHANGE"
      Then the network has nothing of line 1 of order "CHANGE"
      And the network has set up order "CHANGE"
        | line | quantity |
        | 2    | 5        |

    @supplementals+service-changes
    Example: A deletion that a revision adds takes down that service only
      Given a change order "CHANGE" with
        | line | action | asset | quantity |
        | 1    | Update | FIXED | 2        |
      And order "CHANGE" is held in the network
      When order "CHANGE" is revised to
        | line | action | asset | quantity |
        | 1    | Update | FIXED | 2        |
        | 2    | Delete | HOME  |          |
      And the network completes all its work for order "CHANGE"
      Then the network has nothing of line 2 of order "CHANGE"
      And the network never had fewer than 2 of line 1 of order "CHANGE"
