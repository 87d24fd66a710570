@crm @restartable
Feature: Breakdowns of the CRM while orders are entered, waiting or open
  The CRM goes down while a user is on the telephone with a customer. What was saved is
  saved: the draft, the change that was begun, the order on a supervisor's desk. None of
  it is lost, and none of it goes out twice.

  Source: Process Sales Order Fulfillment, "About Sales Orders", "About Supplemental
  Orders" and "About Future-Dated Orders"; Siebel Order Management Guide, "Scenario for
  Order Management".

  @PL-13 @line-price-lists
  Rule: A bundle that was entered before a breakdown hands its list down after it

    @price-lists+bundles+restarts
    Example: Components and their bundle go out as they were entered, each bundle on its own list
      Given an order with
        | line | action | product             | price list                  |
        | 1    | Add    | VoIP Service Bundle | Premium Consumer Price List |
        | 1.1  | Add    | VoIP Access         |                             |
        | 2    | Add    | Internet Access     | Consumer Price List         |
      When the CRM breaks down and is started again
      And the order is submitted
      Then the queue holds the lines of the order
        | line | product             | price list                  |
        | 1    | VoIP Service Bundle | Premium Consumer Price List |
        | 1.1  | VoIP Access         | Premium Consumer Price List |
        | 2    | Internet Access     | Consumer Price List         |

  @RV-03 @revisions-before-submission
  Rule: After a breakdown, too, the latest revision of a draft counts

    @drafts+restarts
    Example: A draft that was revised before a breakdown is submitted as it was revised
      Given an order with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
        | 2    | Add    | Static Address  |       |
      When the order is revised before submission to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
      And the CRM breaks down and is started again
      And the order is submitted
      Then the queue holds the lines of the order
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
      But line 2 of the order is not queued

    @dates+drafts+restarts
    Example: A draft keeps its due date over a breakdown
      Given an order "LATER" for "in 5 days" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the CRM breaks down and is started again
      And order "LATER" is submitted
      Then the queue holds the header of order "LATER"
        | due date  |
        | in 5 days |

  @SC-12 @approval
  Rule: An order that waited for a supervisor before a breakdown waits for one after it

    @approval+restarts @approval-comes-after-submission
    Example: A breakdown approves nothing
      Given an order "BIG" with
        | line | action | product     |
        | 1    | Add    | Leased Line |
      When order "BIG" is submitted
      And the CRM breaks down and is started again
      Then order "BIG" goes on to fulfilment not at all

    @approval+restarts
    Example: An order that is approved after a breakdown goes on to fulfilment, once
      Given an order "BIG" with
        | line | action | product     |
        | 1    | Add    | Leased Line |
      When order "BIG" is submitted
      And the CRM breaks down and is started again
      And a supervisor approves order "BIG"
      Then order "BIG" goes on to fulfilment once

  @SU-02 @order-tracking
  Rule: A supplemental that was begun before a breakdown is the one that there is after it

    @supplementals+restarts
    Example: What a user had begun to revise is submitted after a breakdown as it was begun
      Given an order "BASE" with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
      And the order system has order "BASE"
      And a user begins to revise order "BASE" to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
      When the CRM breaks down and is started again
      And order "BASE" is submitted
      Then the queue holds the lines of order "BASE"
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |

  @PR-09 @order-priorities @approval
  Rule: An order goes out after a breakdown with the priority that it was submitted with

    @priorities+approval+restarts @approval-comes-after-submission
    Example: An urgent order that is approved after a breakdown is as urgent as before
      Given an order "BIG" with
        | line | action | product     |
        | 1    | Add    | Leased Line |
      When a user submits order "BIG" with priority "Urgent"
      And the CRM breaks down and is started again
      And a supervisor approves order "BIG"
      Then order "BIG" goes on to fulfilment once
      And the queue holds the header of order "BIG"
        | priority | queue priority |
        | Urgent   | 9              |
