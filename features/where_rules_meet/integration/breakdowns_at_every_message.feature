@integration @restartable
Feature: Breakdowns in the midst of a hand-over
  A breakdown does not wait until all is quiet. It comes between a message and what
  follows from that. The integration hands on each part of it once all the same.

  Source: Process Sales Order Fulfillment, "Process Sales Order Fulfillment
  Business Flow Overview".

  Background:
    Given an order "BASE" with
      | line | product         | asset | price list          | quantity |
      | 1    | Static Address  | FIXED | Consumer Price List | 3        |
      | 2    | Internet Access | HOME  | Seasonal Price List |          |
    And the order system has order "BASE"

  @PL-06
  Rule: A call that is billed in part is faulted in part, though a breakdown comes between the two

    @price-lists+restarts
    Example: The line without a rate plan is reported, and the other line is billed
      Given the integration breaks down at every message and is started again
      When the order system asks billing for order "BASE"
        | line | price list          |
        | 1    | Consumer Price List |
        | 2    | Staff Price List    |
      Then it is reported that line 2 of order "BASE" cannot be billed
      And billing has
        | asset | price list          |
        | FIXED | Consumer Price List |

  @PV-03
  Rule: A line is provisioned and changed once, though a breakdown comes at every message

    @modify-orders+restarts
    Example: A unit of a line is taken away again, and once only
      Given the integration breaks down at every message and is started again
      When the order system asks provisioning for order "BASE"
        | line | target  |
        | 1    | network |
      And the order system asks provisioning for order "BASE"
        | line | target  | effect | quantity |
        | 1    | network | remove | 1        |
      Then provisioning has
        | asset | quantity |
        | FIXED | 2        |

  @PV-15
  Rule: A failure is passed on once, and so is its end, though a breakdown comes with it

    @failures+restarts
    Example: A line's failure and its end reach the order system
      Given the integration breaks down at every message and is started again
      And provisioning cannot do line 2 of order "BASE"
      When the order system asks provisioning for order "BASE"
        | line | target  |
        | 1    | network |
        | 2    | network |
      Then the order system receives a fault of line 2 of order "BASE"
      When provisioning does line 2 of order "BASE" after all
      Then the order system receives the end of the fault of order "BASE"

  @FL-08
  Rule: An id that was told just before a breakdown is known after it

    @billing-receipts @two-phase-billing @failures+restarts
    Example: Billing's own ids, told at a breakdown, lead to the order system's lines
      Given billing gives lines ids of its own
      And the integration breaks down at every message and is started again
      When the order system asks billing for order "BASE"
        | line | phase  | price list          |
        | 2    | fulfil | Consumer Price List |
      Then the order system receives the billing of line 2 of order "BASE"

  @PR-06
  Rule: The CRM is told in turn, though a breakdown comes with each of the news

    @supplementals+restarts
    Example: Two statuses of a revised order reach the CRM in turn
      Given the integration breaks down at every message and is started again
      When order "BASE" is revised to
        | line | product         | asset | price list          | quantity |
        | 1    | Static Address  | FIXED | Consumer Price List | 4        |
        | 2    | Internet Access | HOME  | Seasonal Price List |          |
      And the order system reports in turn "IN PROGRESS, COMPLETE" of order "BASE"
      Then the CRM receives in turn "IN PROGRESS, COMPLETE" of order "BASE"

  @PR-02
  Rule: What leaves the queue when it is opened leaves it once, though a breakdown comes at that moment

    @holdable-intake @priorities+restarts
    Example: Three waiting orders leave the opened queue by their priorities
      Given the intake is held
      And these orders are submitted and wait
        | order  | priority |
        | FIRST  | Low      |
        | SECOND | High     |
        | THIRD  | Medium   |
      When the integration breaks down at every message and is started again
      And the intake is released
      Then the order system receives the orders in the sequence "SECOND, THIRD, FIRST"

  @FL-06
  Rule: What waits for a neighbour is handed over once, though a breakdown comes when the neighbour is back

    @absent-neighbours @cancel-message @cancellation+restarts
    Example: A waiting order and its cancel reach the order system once and in turn
      Given the order system cannot be reached
      When a small order "LATER" with priority Low is submitted
      And the CRM cancels order "LATER"
      And the integration breaks down at every message and is started again
      And the order system can be reached again
      Then the order system receives order "LATER" once
      And the order system receives order "LATER" and then its cancel
