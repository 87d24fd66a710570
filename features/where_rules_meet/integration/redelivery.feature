Feature: Repeated messages, and messages that only look alike
  A message that comes again under the same id is the same message. Two messages with the
  same content and different ids are two, since a customer may want the same thing twice.

  Source: Process Sales Order Fulfillment, "Process Sales Order Fulfillment
  Business Flow Overview".

  @FL-06 @integration
  Rule: Two orders with the same content are handed on once each, and one order that comes twice is handed on once

    @service-points+redelivery
    Example: Two orders for one service point differ only in their number
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
    Example: An order that waited before a breakdown and is repeated after it is handed on once
      Given the order system cannot be reached
      When a small order with priority Low is submitted
      And the integration breaks down and is started again
      And everything is delivered again
      And the order system can be reached again
      Then the order system receives the order once

    @restartable @holdable-intake @service-points+restarts
    Example: A service point with blanks and zeros is unchanged after a breakdown
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
  Rule: Billing is asked once for what the order system asked for once

    Background:
      Given the order system has an order with
        | line | product         | price list          | asset |
        | 1    | Internet Access | Consumer Price List | HOME  |

    @integration @restartable @absent-neighbours @idempotent-delivery @redelivery+restarts
    Example: A waiting request for billing is repeated after a breakdown and delivered once
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
