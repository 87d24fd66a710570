@crm @restartable
Feature: Breakdowns of the CRM while orders are entered, waiting or open
  The CRM breaks down while a user talks to a customer. Saved work is kept: a draft, a
  begun change, an order that waits for approval. None of it is lost, and none of it is
  sent twice.

  Source: Process Sales Order Fulfillment, "About Sales Orders", "About Supplemental
  Orders" and "About Future-Dated Orders"; Siebel Order Management Guide, "Scenario for
  Order Management"; Siebel eCommunications Guide, "Business Scenarios for Defining
  Integration Workflow Processes".

  @PL-13 @line-price-lists
  Rule: The price list of a bundle reaches its components after a breakdown as before

    @price-lists+bundles+restarts
    Example: The components of two bundles have their own bundle's list after a breakdown
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
  Rule: After a breakdown the latest revision of a draft counts

    @drafts+restarts
    Example: A draft that was revised before a breakdown is submitted in its last version
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
  Rule: An order that waited for approval before a breakdown waits for it afterwards

    @approval+restarts @approval-comes-after-submission
    Example: A breakdown does not approve an order
      Given an order "BIG" with
        | line | action | product     |
        | 1    | Add    | Leased Line |
      When order "BIG" is submitted
      And the CRM breaks down and is started again
      Then order "BIG" is not released to fulfilment

    @approval+restarts
    Example: An order that is approved after a breakdown is released once
      Given an order "BIG" with
        | line | action | product     |
        | 1    | Add    | Leased Line |
      When order "BIG" is submitted
      And the CRM breaks down and is started again
      And a supervisor approves order "BIG"
      Then order "BIG" is released to fulfilment once

  @SU-02 @order-tracking
  Rule: A draft supplemental order from before a breakdown is still there after it

    @supplementals+restarts
    Example: A draft supplemental order is submitted after a breakdown as it was begun
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
  Rule: An order keeps its picked priority over a breakdown

    @priorities+approval+restarts @approval-comes-after-submission
    Example: An urgent order that is approved after a breakdown is still urgent
      Given an order "BIG" with
        | line | action | product     |
        | 1    | Add    | Leased Line |
      When a user submits order "BIG" with priority "Urgent"
      And the CRM breaks down and is started again
      And a supervisor approves order "BIG"
      Then order "BIG" is released to fulfilment once
      And the queue holds the header of order "BIG"
        | priority | queue priority |
        | Urgent   | 9              |

  @WF-13 @back-office-push @work-orders
  Rule: A back office that has a work order from before a breakdown is sent no second copy after it

    @redelivery+restarts
    Example: A work order that each back office has is not sent again after a breakdown
      Given a user enters work order "VISIT" with
        | task         |
        | Mend a cable |
      When the CRM breaks down and is started again
      Then each back office has work order "VISIT" with
        | task         |
        | Mend a cable |
      And each back office is sent no two copies of work order "VISIT"

  @WF-10 @back-office-push
  Rule: A back office that has an order from before a breakdown is sent no second copy after it

    @redelivery+restarts
    Example: An order that each back office has is not sent again after a breakdown
      Given an order "BASE" with
        | line | action | product     |
        | 1    | Add    | Home Router |
      When order "BASE" is submitted
      And a user waits for the sending of order "BASE"
      And the CRM breaks down and is started again
      Then each back office has order "BASE" with
        | product     |
        | Home Router |
      And each back office is sent no two copies of order "BASE"
