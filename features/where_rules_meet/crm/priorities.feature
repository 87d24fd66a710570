Feature: Priorities of orders that are revised, approved or failed
  An order has the priority that the user picked last, and each submitted version carries
  it. Nothing else that happens to the order changes its priority.

  Source: Process Sales Order Fulfillment, "Supporting Order Priorities"; Siebel Order
  Management Guide, "Scenario for Order Management".

  @PR-09 @order-priorities @crm @order-tracking
  Rule: A revision has the priority that was picked for it, in whatever state the order is

    Background:
      Given an order "BASE" with
        | line | action | product      |
        | 1    | Add    | Phone Number |
      And order "BASE" has priority Low
      And the order system has order "BASE"

    @priorities+failures
    Example: A revision of an order that fell out has the priority that its user picks
      Given a user begins to revise order "BASE" to
        | line | action | product         |
        | 1    | Add    | Phone Number    |
        | 2    | Add    | Internet Access |
      When the order system reports a fallout of line 1 of order "BASE"
      And a user submits order "BASE" with priority "Urgent"
      Then the queue holds the header of order "BASE"
        | priority | queue priority |
        | Urgent   | 9              |

  @PR-01 @order-priorities @crm
  Rule: The priority that was picked last before the submission counts

    @approval @priorities+approval
    Example: An approved order is released with the priority of its submission
      Given an order "BIG" with
        | line | action | product     |
        | 1    | Add    | Leased Line |
      When a user submits order "BIG" with priority "Urgent"
      And a supervisor approves order "BIG"
      Then order "BIG" is released to fulfilment once
      And the queue holds the header of order "BIG"
        | priority | queue priority |
        | Urgent   | 9              |

    @priorities+drafts
    Example: A draft that was revised has the priority that was picked afterwards
      Given an order with header
        | account  | priority |
        | Customer | Low      |
      And its lines are
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And the order is revised before submission to
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 2    | Add    | Static Address  |
      When a user submits the order with priority "Urgent"
      Then the queue holds the header of the order
        | priority | queue priority |
        | Urgent   | 9              |
