Feature: Two breakdowns or absences together
  A second absence, a breakdown during an absence, or a message that is delivered again
  while it waits: most systems survive each of these alone. Trouble comes where two of
  them meet.

  Source: Process Sales Order Fulfillment, "Process Sales Order Fulfillment
  Business Flow Overview".

  Background:
    Given an order "BASE" with
      | line | product         | asset | price list          | quantity |
      | 1    | Static Address  | FIXED | Consumer Price List | 3        |
      | 2    | Internet Access | HOME  | Consumer Price List |          |
    And the order system has order "BASE"

  @PV-03
  Rule: Work for provisioning waits in sequence through a breakdown and is done once

    @integration @absent-neighbours @restartable @modify-orders+restarts
    Example: Work on one line waits for provisioning, part of it from before a breakdown
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
  Rule: Lines without a rate plan are reported though billing cannot be reached

    @integration @absent-neighbours @restartable @price-lists+failures+restarts
    Example: A line without a rate plan is reported, and the other line waits for billing through a breakdown
      Given billing cannot be reached
      When the order system asks billing for order "BASE"
        | line | price list          |
        | 1    | Staff Price List    |
        | 2    | Consumer Price List |
      And the integration breaks down and is started again
      And billing can be reached again
      Then it is reported that line 1 of order "BASE" cannot be billed
      And billing has
        | asset | price list          |
        | HOME  | Consumer Price List |

  @FL-05 @integration @absent-neighbours @restartable
  Rule: The CRM learns what became of an order, also after a breakdown

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
  Rule: A waiting message is handed on once, however often it is delivered and whatever breaks down

    @idempotent-delivery @redelivery+restarts
    Example: Updates that wait for the CRM are delivered again meanwhile
      Given the CRM cannot be reached
      When the order system reports in turn "IN PROGRESS, COMPLETE" of order "BASE"
      And everything is delivered again
      And the CRM can be reached again
      Then the CRM receives only "IN PROGRESS, COMPLETE" of order "BASE"
      And the order system receives order "BASE" once

    @idempotent-delivery @redelivery+restarts
    Example: Orders that wait for the order system are delivered again meanwhile
      Given the order system cannot be reached
      When a small order "NEW" with priority Low is submitted
      And everything is delivered again
      And the order system can be reached again
      Then the order system receives order "NEW" once
      And the order system receives order "BASE" once

    @restartable @redelivery+restarts
    Example: An order is handed on once after two breakdowns
      Given the order system cannot be reached
      When a small order "NEW" with priority Low is submitted
      And the integration breaks down and is started again
      And the integration breaks down and is started again
      And the order system can be reached again
      Then the order system receives order "NEW" once

    @cancel-message @supplementals+cancellation
    Example: A revision, a cancel and another order wait for the order system
      Given the order system cannot be reached
      When order "BASE" is revised to the due date "in 5 days"
      And the CRM cancels order "BASE"
      And a small order "NEW" with priority Urgent is submitted
      And the order system can be reached again
      Then the order system receives order "BASE" and then its cancel

  @PR-06 @order-priorities @order-tracking
  Rule: Updates that waited during one absence are not told again after the next

    Background:
      Given the CRM cannot be reached
      When the order system reports the status "IN PROGRESS" of order "BASE"
      And the CRM can be reached again

    @integration @absent-neighbours @supplementals+restarts
    Example: Updates arrive once after two absences of the CRM
      When the CRM cannot be reached
      And the order system reports the status "COMPLETE" of order "BASE"
      And the CRM can be reached again
      Then the CRM receives only "IN PROGRESS, COMPLETE" of order "BASE"
