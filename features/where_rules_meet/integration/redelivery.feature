Feature: What is delivered again, and what only looks like it
  A message that comes again under its id is the same message, after whatever came
  in between. Two messages that read alike are two: two customers, or one of them
  twice, may well want the same.

  Source: Process Sales Order Fulfillment, "Process Sales Order Fulfillment
  Business Flow Overview".

  @FL-06 @integration
  Rule: Every order is handed on once: two orders that read alike are two, and one that comes twice is one

    @service-points+redelivery
    Example: Two orders for one service point are alike in all but their number
      Given an order "ONE" with
        | line | product         | service point |
        | 1    | Internet Access | Customer      |
      And an order "TWO" with
        | line | product         | service point |
        | 1    | Internet Access | Customer      |
      When order "ONE" is submitted
      And order "TWO" is submitted
      Then the order system receives order "ONE" once
      And the order system receives order "TWO" once

    @restartable @absent-neighbours @idempotent-delivery @redelivery+restarts
    Example: What waited before a breakdown and is delivered again after it is handed on once
      Given the order system cannot be reached
      When a small order with priority Low is submitted
      And the integration breaks down and is started again
      And everything is delivered again
      And the order system can be reached again
      Then the order system receives the order once

    @restartable @holdable-intake @service-points+restarts
    Example: A service point with blanks and zeros outlives a breakdown
      Given an order with
        | line | product         | service point |
        | 1    | Internet Access | 0042  kV a    |
        | 2    | Static Address  | Customer      |
      And the intake is held
      When the order is submitted
      And the integration breaks down and is started again
      And the intake is released
      Then the order system receives the order just as it was submitted

  @FL-09
  Rule: Billing is asked once for what the order system asked once

    Background:
      Given the order system has an order with
        | line | product         | price list          | asset |
        | 1    | Internet Access | Consumer Price List | HOME  |

    @integration @restartable @absent-neighbours @idempotent-delivery @redelivery+restarts
    Example: What waits for billing is delivered again after a breakdown
      Given billing cannot be reached
      When the order system asks billing for the order
        | line | price list          |
        | 1    | Consumer Price List |
      And the integration breaks down and is started again
      And everything is delivered again
      And billing can be reached again
      Then billing has
        | asset | charge |
        | HOME  | active |
