Feature: Modify orders beside orders that are planned, cancelled or rejected
  A modify order depends on another order only if that order will change the asset first.
  An order that is planned for a later day does not come first. A cancelled or rejected
  order does not come at all.

  Source: Process Sales Order Fulfillment, "About Modify Orders", table 8-1 and
  "About Future-Dated Orders"; Siebel Order Management Guide, "Scenario for Order
  Management".

  Background:
    Given the customer has
      | asset | product         | speed | upload |
      | HOME  | Internet Access | 100   | 20     |
    And a change order "WIDER" with
      | line | action | asset | upload |
      | 1    | Update | HOME  | 50     |

  @TM-04 @installed-base @order-tracking @crm
  Rule: A modify order does not depend on an order that will not be fulfilled

    @modify-orders+cancellation
    Example: A modify order neither waits for a cancelled change nor takes its value
      Given a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And the order system has order "FASTER"
      When the order system reports the status "CANCELLED" of order "FASTER"
      And order "WIDER" is submitted
      Then the queue holds the lines of order "WIDER"
        | line | action | asset | upload | depends on |
        | 1    | Update | HOME  | 50     |            |
      And line 1 of order "WIDER" is not queued with speed "500"

    @modify-orders+cancellation
    Example: A cancelled change leaves the asset as it was
      Given a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And the order system has order "FASTER"
      When the order system reports the status "CANCELLED" of order "FASTER"
      Then the customer has the assets
        | asset | speed | upload |
        | HOME  | 100   | 20     |
      And the desk lists the projected assets of the customer
        | product         | speed | upload |
        | Internet Access | 100   | 20     |

    @approval @modify-orders+approval
    Example: A modify order neither waits for a rejected change nor takes its value
      Given a change order "BIGGER" with
        | line | action | product         | asset | speed |
        | 1    | Update | Internet Access | HOME  | 500   |
        | 2    | Add    | Leased Line     |       |       |
      When order "BIGGER" is submitted
      And a supervisor rejects order "BIGGER"
      And order "WIDER" is submitted
      Then the queue holds the lines of order "WIDER"
        | line | action | asset | upload | depends on |
        | 1    | Update | HOME  | 50     |            |
      And line 1 of order "WIDER" is not queued with speed "500"

  @DD-01 @installed-base @order-tracking
  Rule: A modify order that is put off is about the same asset as before

    @crm @revisable-modify-orders @withdrawal-absent @modify-orders+dates
    Example: A modify order whose date is changed keeps its line
      Given a change order "LATER" for "in 10 days" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And the order system has order "LATER"
      When order "LATER" is revised to the due date "in 20 days"
      Then the queue holds the header of order "LATER"
        | account  | due date   |
        | Customer | in 20 days |
      And the queue holds the lines of order "LATER"
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |

  @PR-01 @installed-base @order-tracking @order-priorities
  Rule: Only the user picks the priority of a modify order

    @crm @no-priority-default @modify-orders+priorities
    Example: A modify order does not take the priority of the order that sold the asset
      Given an order "SOLD" with
        | line | action | product        | asset |
        | 1    | Add    | Static Address | FIXED |
      And order "SOLD" has priority Urgent
      And order "SOLD" is submitted and fulfilled
      And a change order "NEWER" with
        | line | action | asset | version |
        | 1    | Update | FIXED | v6      |
      When a user submits order "NEWER" without priority
      Then the queue holds order "NEWER" without a priority or with the declared default
