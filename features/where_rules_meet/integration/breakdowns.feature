Feature: Breakdowns and absences, once more
  An absence that follows another one, a breakdown on top of an absence, a message that
  is delivered again while it waits: each is survived by itself in most systems. A
  customer is unlucky where two of them come together.

  Source: Process Sales Order Fulfillment, "Process Sales Order Fulfillment
  Business Flow Overview".

  Background:
    Given an order "BASE" with
      | line | product         | asset | price list          | quantity |
      | 1    | Static Address  | FIXED | Consumer Price List | 3        |
      | 2    | Internet Access | HOME  | Consumer Price List |          |
    And the order system has order "BASE"

  @PV-03
  Rule: What waits for provisioning comes once, in its turn, through a breakdown

    @integration @absent-neighbours @restartable @modify-orders+restarts
    Example: Work on one line waits, part of it from before a breakdown
      Given provisioning cannot be reached
      When the order system asks provisioning for order "BASE"
        | line | target  |
        | 1    | network |
      And the integration breaks down and is started again
      And the order system asks provisioning for order "BASE"
        | line | target  | effect | quantity |
        | 1    | network | remove | 1        |
      And provisioning can be reached again
      Then provisioning has
        | asset | quantity |
        | FIXED | 2        |

  @PL-06
  Rule: A call that is billed in part is faulted in part, though billing is away

    @integration @absent-neighbours @restartable @price-lists+failures+restarts
    Example: Of two lines one has no plan, and the other waits for billing through a breakdown
      Given billing cannot be reached
      When the order system asks billing for order "BASE"
        | line | price list          |
        | 1    | Staff Price List    |
        | 2    | Consumer Price List |
      And the integration breaks down and is started again
      And billing can be reached again
      Then somebody is told that line 1 of order "BASE" cannot be billed
      And billing has
        | asset | price list          |
        | HOME  | Consumer Price List |

  @FL-05 @integration @absent-neighbours @restartable
  Rule: The CRM learns in the end what became of an order, whatever broke down meanwhile

    @failures+restarts
    Example: A fallout waits for the CRM through a breakdown
      Given the CRM cannot be reached
      When the order system reports a fallout of line 2 of order "BASE"
      And the integration breaks down and is started again
      And the CRM can be reached again
      Then the CRM receives a fallout of line 2 of order "BASE"

    @failures+restarts
    Example: A refusal waits for the CRM through a breakdown
      Given the CRM cannot be reached
      When the order system reports a refusal of order "BASE"
      And the integration breaks down and is started again
      And the CRM can be reached again
      Then order "BASE" is refused or fallen out

  @FL-06 @integration @absent-neighbours
  Rule: What waits is handed on once, however often it is delivered and whatever breaks down

    @idempotent-delivery @redelivery+restarts
    Example: What waits for the CRM is delivered again meanwhile
      Given the CRM cannot be reached
      When the order system reports in turn "IN PROGRESS, COMPLETE" of order "BASE"
      And everything is delivered again
      And the CRM can be reached again
      Then the CRM receives only "IN PROGRESS, COMPLETE" of order "BASE"
      And the order system receives order "BASE" once

    @idempotent-delivery @redelivery+restarts
    Example: What waits for the order system is delivered again meanwhile
      Given the order system cannot be reached
      When a small order "NEW" with priority Low is submitted
      And everything is delivered again
      And the order system can be reached again
      Then the order system receives order "NEW" once
      And the order system receives order "BASE" once

    @restartable @redelivery+restarts
    Example: Two breakdowns come one after the other
      Given the order system cannot be reached
      When a small order "NEW" with priority Low is submitted
      And the integration breaks down and is started again
      And the integration breaks down and is started again
      And the order system can be reached again
      Then the order system receives order "NEW" once

    @cancel-message @supplementals+cancellation
    Example: A revision and a cancel wait for the order system, and so does another order
      Given the order system cannot be reached
      When order "BASE" is revised to the due date "in 5 days"
      And the CRM cancels order "BASE"
      And a small order "NEW" with priority Urgent is submitted
      And the order system can be reached again
      Then the order system receives order "BASE" and then its cancel

  @PR-06 @order-priorities @order-tracking
  Rule: What waited in one absence is not told again after the next

    Background:
      Given the CRM cannot be reached
      When the order system reports the status "IN PROGRESS" of order "BASE"
      And the CRM can be reached again

    @integration @absent-neighbours @supplementals+restarts
    Example: The CRM is away a second time
      When the CRM cannot be reached
      And the order system reports the status "COMPLETE" of order "BASE"
      And the CRM can be reached again
      Then the CRM receives only "IN PROGRESS, COMPLETE" of order "BASE"
