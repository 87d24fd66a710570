Feature: Reports about cancelled orders and changes to them
  A cancelled order is over. It leaves no assets and can no longer be revised, and reports
  about it concern no other order.

  Source: Process Sales Order Fulfillment, "About Sales Orders", table 8-1, and "About
  Supplemental Orders"; Siebel Order Management Guide, "Scenario for Order Management".

  Background:
    Given an order "BASE" with
      | line | action | product      |
      | 1    | Add    | Phone Number |
    And the order system has order "BASE"

  @AS-01 @installed-base @order-tracking
  Rule: An assigned value does not turn a cancelled line into an asset

    @crm @cancellation+filled-in-data
    Example: A number that was assigned before the cancellation leaves no asset
      When the order system reports of order "BASE"
        | line | status      | number      |
        | 1    | IN PROGRESS | 02079460170 |
      And the order system reports the status "CANCELLED" of order "BASE"
      Then the customer has no assets
      And order "BASE" is not open

  @TM-01 @installed-base @order-tracking
  Rule: The cancellation of one order does not close another order

    @crm @cancellation+redelivery
    Example: A cancellation that is reported again leaves a newer order of the same product open
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
  Rule: A cancelled order is not open, so it cannot be revised

    @cancellation+drafts
    Example: A draft revision of a cancelled order is not submitted
      Given a user begins to revise order "BASE" to
        | line | action | product         |
        | 1    | Add    | Phone Number    |
        | 2    | Add    | Internet Access |
      When the order system reports the status "CANCELLED" of order "BASE"
      And order "BASE" is submitted
      Then order "BASE" is queued once
      And line 2 of order "BASE" is not queued

    @supplementals+cancellation
    Example: A cancelled order cannot have a supplemental order
      When the order system reports the status "CANCELLED" of order "BASE"
      And order "BASE" is revised to
        | line | action | product         |
        | 1    | Add    | Phone Number    |
        | 2    | Add    | Internet Access |
      Then the revision of order "BASE" is refused
      And order "BASE" is queued once

  @SC-12 @order-tracking @crm
  Rule: An order that is over is not released again by an approval

    Background:
      Given an order "BIG" with
        | line | action | product     |
        | 1    | Add    | Leased Line |

    @cancellation+approval
    Example: An approved order that was cancelled is not released again
      When order "BIG" is submitted
      And a supervisor approves order "BIG"
      And the order system reports the status "CANCELLED" of order "BIG"
      And a supervisor approves order "BIG"
      Then order "BIG" is released to fulfilment once
      And order "BIG" is not open

    @changes-after-submission @supplementals+cancellation+approval
    Example: A revision that waits for a supervisor is not released once its order is cancelled
      When order "BIG" is submitted
      And a supervisor approves order "BIG"
      And order "BIG" is revised to
        | line | action | product     |
        | 1    | Add    | Leased Line |
        | 2    | Add    | Leased Line |
      And the order system reports the status "CANCELLED" of order "BIG"
      And a supervisor approves order "BIG"
      Then order "BIG" is released to fulfilment once

    @failures+approval
    Example: An approved order that the order system refused is not released again
      When order "BIG" is submitted
      And a supervisor approves order "BIG"
      And the order system reports a refusal of order "BIG"
      And a supervisor approves order "BIG"
      Then order "BIG" is released to fulfilment once
      And order "BIG" is not open

    @approval+redelivery
    Example: An order that is approved twice is released once
      When order "BIG" is submitted
      And a supervisor approves order "BIG"
      And a supervisor approves order "BIG"
      Then order "BIG" is released to fulfilment once
