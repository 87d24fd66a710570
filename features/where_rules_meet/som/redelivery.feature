@som
Feature: What is delivered again, beside revisions, cancels and breakdowns
  A queue delivers a message again when in doubt. Meanwhile the order was revised, or
  cancelled, or the system broke down: what was true when the message came first is not
  true any more, and the message does nothing.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning" and "About the Provision Order Business Flow".

  Background:
    Given an order with
      | line | action | product         | asset | speed | quantity |
      | 1    | Add    | Internet Access | HOME  | 100   |          |
      | 2    | Add    | Static Address  | FIXED |       | 3        |

  @PV-06 @idempotent-delivery
  Rule: A version that is delivered again is worked in once, and does not come after a newer one

    @supplementals+redelivery
    Example: A first version that is delivered again takes nothing of the revision back
      Given the order is held in the network
      When the order is revised to
        | line | action | product         | asset | speed | quantity |
        | 1    | Add    | Internet Access | HOME  | 500   |          |
        | 2    | Add    | Static Address  | FIXED |       | 2        |
      And every version of the order but the last is delivered again
      And the network completes what it has of the order
      Then the network has set up the order
        | line | speed | quantity |
        | 1    | 500   | 1        |
        | 2    |       | 2        |

    @supplementals+redelivery
    Example: A revision that is delivered again takes back no second piece
      Given the order is held in the network
      When the network does a step of line 2 of the order
      And the order is revised to
        | line | action | product         | asset | speed | quantity |
        | 1    | Add    | Internet Access | HOME  | 100   |          |
        | 2    | Add    | Static Address  | FIXED |       | 2        |
      And everything is delivered again
      And the network completes what it has of the order
      Then the network never had fewer than 2 of line 2 of the order

    @supplementals+redelivery
    Example: A version with a line that was taken out does not bring the line back
      Given the order is held in the network
      When the order is revised to
        | line | action | product        | asset | quantity |
        | 2    | Add    | Static Address | FIXED | 3        |
      And the network completes what it has of the order
      And every version of the order but the last is delivered again
      Then the network has nothing of line 1 of the order

    @restartable @supplementals+redelivery+restarts
    Example: A first version that is delivered again after a breakdown does not undo the revision
      Given the order is held in the network
      When the order is revised to
        | line | action | product         | asset | speed | quantity |
        | 1    | Add    | Internet Access | HOME  | 500   |          |
        | 2    | Add    | Static Address  | FIXED |       | 2        |
      And service order management breaks down and is started again
      And every version of the order but the last is delivered again
      And the network completes what it has of the order
      Then the network has set up the order
        | line | speed | quantity |
        | 1    | 500   | 1        |
        | 2    |       | 2        |

  @PV-08
  Rule: A report that is delivered again after a breakdown is no second step

    @restartable @idempotent-delivery @redelivery+restarts
    Example: What the network had reported before a breakdown is told once, and no further step is told
      Given the order is held in the network
      When the network does a step of line 1 of the order
      And service order management breaks down and is started again
      And everything is delivered again
      Then the order system receives the milestone "RESERVED" of line 1 of the order
      But the order system does not receive the milestone "DESIGNED" of line 1 of the order

  @PV-05 @idempotent-delivery
  Rule: After a cancel nothing that is delivered again sets the order up again

    Background:
      Given the order is held in the network

    @cancellation+redelivery
    Example: An order that is delivered again after its cancel is not begun again
      When the network does a step of line 1 of the order
      And the CRM cancels the order
      And the network completes what it has of the order
      And every version of the order is delivered again
      Then the network has nothing of the order
      And the order system receives the status "CANCELLED" of the order

    @cancellation+redelivery
    Example: A cancel that is delivered again undoes nothing twice
      When the network completes one line of the order
      And the CRM cancels the order
      And everything is delivered again
      And the network completes what it has of the order
      Then the network has nothing of the order
      And the order system receives the status "CANCELLED" of the order

    @restartable @cancellation+redelivery+restarts
    Example: A cancelled order that is delivered again after a breakdown is not begun again
      When the network does a step of line 1 of the order
      And the CRM cancels the order
      And service order management breaks down and is started again
      And every version of the order is delivered again
      And the network completes what it has of the order
      Then the network has nothing of the order
      And the order system receives the status "CANCELLED" of the order
