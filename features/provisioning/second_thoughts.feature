Feature: What is undone when a customer thinks again
  A customer who thinks again must get what he asked for last. A line that was taken
  out may be put back while it is still being undone.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning".

  Background:
    Given an order with
      | line | action | product         | asset | speed | quantity |
      | 1    | Add    | Internet Access | HOME  | 100   |          |
      | 2    | Add    | Static Address  | FIXED |       | 3        |
      | 3    | Add    | Handset         | PHONE |       |          |

  @PV-06 @som
  Rule: What is wanted last is what stands in the network, whatever was begun before

    Continued from revising.feature.

    Example: A line that was taken out and undone is set up when it is put back
      Given the order is held in the network
      When the order is revised to
        | line | action | product         | asset | speed | quantity |
        | 2    | Add    | Static Address  | FIXED |       | 3        |
      And the network completes what it has of the order
      And the order is revised to
        | line | action | product         | asset | speed | quantity |
        | 1    | Add    | Internet Access | HOME  | 100   |          |
        | 2    | Add    | Static Address  | FIXED |       | 3        |
      And the network completes what it has of the order
      Then the network has set up the order
        | line | speed |
        | 1    | 100   |

    Example: A line is set up that is put back while it is being undone
      Given the order is held in the network
      When the network does a step of line 1 of the order
      And the order is revised to
        | line | action | product         | asset | speed | quantity |
        | 2    | Add    | Static Address  | FIXED |       | 3        |
      And the order is revised to
        | line | action | product         | asset | speed | quantity |
        | 1    | Add    | Internet Access | HOME  | 100   |          |
        | 2    | Add    | Static Address  | FIXED |       | 3        |
      And the network completes what it has of the order
      Then the network has set up the order
        | line | speed |
        | 1    | 100   |

    Example: What is wanted again as it was at first is set up so
      Given the order is held in the network
      When the order is revised to
        | line | action | product         | asset | speed | quantity |
        | 1    | Add    | Internet Access | HOME  | 500   |          |
        | 2    | Add    | Static Address  | FIXED |       | 3        |
      And the order is revised to
        | line | action | product         | asset | speed | quantity |
        | 1    | Add    | Internet Access | HOME  | 100   |          |
        | 2    | Add    | Static Address  | FIXED |       | 3        |
      And the network completes what it has of the order
      Then the network has set up the order
        | line | speed |
        | 1    | 100   |
