@som
Feature: Repeated messages with revisions, cancels and breakdowns
  A queue delivers a message again when in doubt. Meanwhile the order may have been
  revised or cancelled, or the system may have broken down. The repeated message must
  change nothing.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning" and "About the Provision Order Business Flow".

  Background:
    Given an order with
      | line | action | product         | asset | speed | quantity |
      | 1    | Add    | Internet Access | HOME  | 100   |          |
      | 2    | Add    | Static Address  | FIXED |       | 3        |

  @PV-06 @idempotent-delivery
  Rule: A version that is delivered again is worked in once, and not after a newer one

    @supplementals+redelivery
    Example: A first version that is delivered again does not undo the revision
      Given the order is held in the network
      When the order is revised to
        | line | action | product         | asset | speed | quantity |
        | 1    | Add    | Internet Access | HOME  | 500   |          |
        | 2    | Add    | Static Address  | FIXED |       | 2        |
      And every version of the order but the last is delivered again
      And the network completes all its work for the order
      Then the network has set up the order
        | line | speed | quantity |
        | 1    | 500   | 1        |
        | 2    |       | 2        |

    @supplementals+redelivery
    Example: A revision that is delivered again does not remove a second unit
      Given the order is held in the network
      When the network does a step of line 2 of the order
      And the order is revised to
        | line | action | product         | asset | speed | quantity |
        | 1    | Add    | Internet Access | HOME  | 100   |          |
        | 2    | Add    | Static Address  | FIXED |       | 2        |
      And everything is delivered again
      And the network completes all its work for the order
      Then the network never had fewer than 2 of line 2 of the order

    @supplementals+redelivery
    Example: An earlier version that is delivered again does not bring back a withdrawn line
      Given the order is held in the network
      When the order is revised to
        | line | action | product        | asset | quantity |
        | 2    | Add    | Static Address | FIXED | 3        |
      And the network completes all its work for the order
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
      And the network completes all its work for the order
      Then the network has set up the order
        | line | speed | quantity |
        | 1    | 500   | 1        |
        | 2    |       | 2        |

  @PV-08
  Rule: A network report that is delivered again after a breakdown is not a second step

    @restartable @idempotent-delivery @redelivery+restarts
    Example: A step from before a breakdown is reported once, and no further step is reported
      Given the order is held in the network
      When the network does a step of line 1 of the order
      And service order management breaks down and is started again
      And everything is delivered again
      Then the order system receives the milestone "RESERVED" of line 1 of the order
      But the order system does not receive the milestone "DESIGNED" of line 1 of the order

  @PV-05 @idempotent-delivery
  Rule: No repeated message sets a cancelled order up again

    Background:
      Given the order is held in the network

    @cancellation+redelivery
    Example: An order that is delivered again after its cancel is not begun again
      When the network does a step of line 1 of the order
      And the CRM cancels the order
      And the network completes all its work for the order
      And everything is delivered again
      Then the network has nothing of the order
      And the order system receives the status "CANCELLED" of the order

    @cancellation+redelivery
    Example: A cancel that is delivered again undoes no step twice
      When the network completes one line of the order
      And the CRM cancels the order
      And everything is delivered again
      And the network completes all its work for the order
      Then the network has nothing of the order
      And the order system receives the status "CANCELLED" of the order

    @restartable @cancellation+redelivery+restarts
    Example: A cancelled order that is delivered again after a breakdown is not begun again
      When the network does a step of line 1 of the order
      And the CRM cancels the order
      And service order management breaks down and is started again
      And every version of the order is delivered again
      And the network completes all its work for the order
      Then the network has nothing of the order
      And the order system receives the status "CANCELLED" of the order
