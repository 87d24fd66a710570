Feature: Lines that are withdrawn and added again
  A customer who changes their mind twice must get what they asked for last. A line that
  was withdrawn may be added again while it is still being undone.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning".

  Background:
    Given an order with
      | line | action | product         | asset | speed | quantity |
      | 1    | Add    | Internet Access | HOME  | 100   |          |
      | 2    | Add    | Static Address  | FIXED |       | 3        |
      | 3    | Add    | Handset         | PHONE |       |          |

  @PV-06 @som
  Rule: The network sets up the last version of the order, whatever work was begun before

    Continued from revising.feature.

    Example: A line that was withdrawn and undone is set up when it is added again
      Given the order is held in the network
      When the order is revised to
        | line | action | product         | asset | speed | quantity |
        | 2    | Add    | Static Address  | FIXED |       | 3        |
      And the network does what is under way for the order
      And the order is revised to
        | line | action | product         | asset | speed | quantity |
        | 1    | Add    | Internet Access | HOME  | 100   |          |
        | 2    | Add    | Static Address  | FIXED |       | 3        |
      And the network completes all its work for the order
      Then the network has set up the order
        | line | speed |
        | 1    | 100   |

    Example: A line is set up that is added again while it is being undone
      Given the order is held in the network
      When the network does a step of line 1 of the order
      And the order is revised to
        | line | action | product         | asset | speed | quantity |
        | 2    | Add    | Static Address  | FIXED |       | 3        |
      And the order is revised to
        | line | action | product         | asset | speed | quantity |
        | 1    | Add    | Internet Access | HOME  | 100   |          |
        | 2    | Add    | Static Address  | FIXED |       | 3        |
      And the network completes all its work for the order
      Then the network has set up the order
        | line | speed |
        | 1    | 100   |

    Example: An order that is revised back to its first version is set up as that version
      Given the order is held in the network
      When the order is revised to
        | line | action | product         | asset | speed | quantity |
        | 1    | Add    | Internet Access | HOME  | 500   |          |
        | 2    | Add    | Static Address  | FIXED |       | 3        |
      And the order is revised to
        | line | action | product         | asset | speed | quantity |
        | 1    | Add    | Internet Access | HOME  | 100   |          |
        | 2    | Add    | Static Address  | FIXED |       | 3        |
      And the network completes all its work for the order
      Then the network has set up the order
        | line | speed |
        | 1    | 100   |

  @PV-06 @som
  Rule: Of units that become fewer once more only the difference is undone

    Continued from revising.feature.

    Background:
      Given an order "FEWER" with
        | line | action | product        | asset | quantity |
        | 1    | Add    | VoIP Access    | VOICE |          |
        | 2    | Add    | Static Address | UNITS | 3        |
        | 3    | Add    | VoIP Voicemail | MAIL  |          |
      And order "FEWER" is held in the network

    Example: Fewer units are wanted, and then fewer still
      When the network completes line 2 of order "FEWER"
      And order "FEWER" is revised to
        | line | action | product        | asset | quantity |
        | 1    | Add    | VoIP Access    | VOICE |          |
        | 2    | Add    | Static Address | UNITS | 2        |
        | 3    | Add    | VoIP Voicemail | MAIL  |          |
      And the network completes line 2 of order "FEWER"
      And order "FEWER" is revised to
        | line | action | product        | asset | quantity |
        | 1    | Add    | VoIP Access    | VOICE |          |
        | 2    | Add    | Static Address | UNITS | 1        |
        | 3    | Add    | VoIP Voicemail | MAIL  |          |
      And the network completes all its work for order "FEWER"
      Then the network has set up order "FEWER"
        | line | quantity |
        | 2    | 1        |
      And the network never had fewer than 1 of line 2 of order "FEWER"
