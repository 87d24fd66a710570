Feature: Revisions that wait for a supervisor
  A revision that waits for approval goes on with what its user picked, and tells the customer
  nothing that an earlier version has told already.

  Source: Siebel Order Management Guide, "Scenario for Order Management"; Process Sales Order
  Fulfillment, "Supporting Order Priorities".

  @PR-09 @crm @approval @order-priorities
  Rule: A revision that waited for approval has the priority that was picked for it

    # For systems that declare approval_comes = "after-submission":
    @approval-comes-after-submission @supplementals+priorities+approval
    Example: A revision that was submitted as urgent is released as urgent
      Given an order "BIG" with
        | line | action | product     |
        | 1    | Add    | Leased Line |
      And order "BIG" is submitted
      And a supervisor approves order "BIG"
      When a user begins to revise order "BIG" to
        | line | action | product     |
        | 1    | Add    | Leased Line |
        | 2    | Add    | Leased Line |
      And a user submits order "BIG" with priority "Urgent"
      And a supervisor approves order "BIG"
      Then the queue holds the header of order "BIG"
        | priority | queue priority |
        | Urgent   | 9              |

  @SC-13 @crm @approval
  Rule: The approval of a revision leads to no second acknowledgement

    # For systems that declare approval_comes = "after-submission":
    @approval-comes-after-submission @supplementals+approval
    Example: A revision that a supervisor approves is not acknowledged again
      Given an order "BIG" with
        | line | action | product     |
        | 1    | Add    | Leased Line |
      And order "BIG" is submitted
      And a supervisor approves order "BIG"
      When order "BIG" is revised to
        | line | action | product     |
        | 1    | Add    | Leased Line |
        | 2    | Add    | Leased Line |
      And a supervisor approves order "BIG"
      Then the customer is sent one acknowledgement of order "BIG"
