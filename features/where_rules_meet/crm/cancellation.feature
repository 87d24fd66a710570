Feature: Orders that were cancelled, and what is told or done of them afterwards
  An order that was cancelled is over. It brings nothing, can be revised no more, and
  news of it concerns no other order, however much alike the two are.

  Source: Process Sales Order Fulfillment, "About Sales Orders", table 8-1, and "About
  Supplemental Orders"; Siebel Order Management Guide, "Scenario for Order Management".

  Background:
    Given an order "BASE" with
      | line | action | product      |
      | 1    | Add    | Phone Number |
    And the order system has order "BASE"

  @AS-01 @installed-base @order-tracking
  Rule: What was filled in makes no asset of a line that was cancelled

    @crm @cancellation+filled-in-data
    Example: A number that was assigned before the order was cancelled is no asset
      When the order system reports of order "BASE"
        | line | status      | number      |
        | 1    | IN PROGRESS | 02079460170 |
      And the order system reports the status "CANCELLED" of order "BASE"
      Then the customer has no assets
      And order "BASE" is not open

  @TM-01 @installed-base @order-tracking
  Rule: The cancellation of one order says nothing of another

    @crm @cancellation+redelivery
    Example: A cancellation that is told again leaves a newer order of the same product open
      Given an order "AGAIN" with
        | line | action | product      |
        | 1    | Add    | Phone Number |
      When the order system reports the status "CANCELLED" of order "BASE"
      And order "AGAIN" is submitted
      And the order system reports the status "CANCELLED" of order "BASE"
      Then order "AGAIN" is open
      And the desk lists the projected assets of the customer
        | product      |
        | Phone Number |

  @SU-01 @order-tracking @crm
  Rule: An order that was cancelled is not open, so it is not revised

    @cancellation+drafts
    Example: A revision that lies about when its order is cancelled is not submitted
      Given a user begins to revise order "BASE" to
        | line | action | product         |
        | 1    | Add    | Phone Number    |
        | 2    | Add    | Internet Access |
      When the order system reports the status "CANCELLED" of order "BASE"
      And order "BASE" is submitted
      Then order "BASE" is queued once
      And line 2 of order "BASE" is not queued

    @supplementals+cancellation
    Example: An order that was cancelled has no supplemental order
      When the order system reports the status "CANCELLED" of order "BASE"
      And order "BASE" is revised to
        | line | action | product         |
        | 1    | Add    | Phone Number    |
        | 2    | Add    | Internet Access |
      Then the revision of order "BASE" is refused
      And order "BASE" is queued once

  @SC-12 @order-tracking @crm
  Rule: An order that is over is not approved into fulfilment once more

    Background:
      Given an order "BIG" with
        | line | action | product     |
        | 1    | Add    | Leased Line |

    @cancellation+approval
    Example: An order that was approved and then cancelled does not go on a second time
      When order "BIG" is submitted
      And a supervisor approves order "BIG"
      And the order system reports the status "CANCELLED" of order "BIG"
      And a supervisor approves order "BIG"
      Then order "BIG" goes on to fulfilment once
      And order "BIG" is not open

    @failures+approval
    Example: An order that was approved and that the order system then refused does not go on a second time
      When order "BIG" is submitted
      And a supervisor approves order "BIG"
      And the order system reports a refusal of order "BIG"
      And a supervisor approves order "BIG"
      Then order "BIG" goes on to fulfilment once
      And order "BIG" is not open

    @approval+redelivery
    Example: An order that is approved twice goes on once
      When order "BIG" is submitted
      And a supervisor approves order "BIG"
      And a supervisor approves order "BIG"
      Then order "BIG" goes on to fulfilment once
