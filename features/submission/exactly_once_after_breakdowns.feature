Feature: Every order exactly once after a breakdown
  The integration breaks down and is started again. It then hands on the orders that are
  left, and none a second time.

  Source: Process Sales Order Fulfillment, "Process Sales Order Fulfillment
  Business Flow Overview".

  @FL-06 @integration @restartable
  Rule: The integration hands every order on exactly once, also after a breakdown

    Continued from exactly_once.feature.

    @holdable-intake
    Example: Queued orders are handed on after a breakdown
      Given the intake is held
      And these orders are submitted and wait
        | order  | priority |
        | FIRST  | Medium   |
        | SECOND | Medium   |
      When the integration breaks down and is started again
      And the intake is released
      Then the order system receives order "FIRST" once
      And the order system receives order "SECOND" once

    Example: An order that was handed on before a breakdown is not handed on again
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And the order system has the order and has had it billed and provisioned
      When the integration breaks down and is started again
      Then the order system receives the order once

    @supplementals+restarts
    Example: An order is handed on once, though a breakdown comes in the midst of each hand-over
      Given a change order with
        | line | action | product         | asset | speed |
        | 1    | Update | Internet Access | HOME  | 500   |
      And the integration breaks down at every message and is started again
      When the order is submitted
      And the order is revised to
        | line | action | product         | asset | speed |
        | 1    | Update | Internet Access | HOME  | 1000  |
      Then the order system receives the order revision by revision

    @idempotent-delivery
    Example: A message that the queue delivers again after a breakdown is not handed on again
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And the order system has the order and has had it billed and provisioned
      When the integration breaks down and is started again
      And everything is delivered again
      Then nothing is handed on a second time

    @absent-neighbours @supplementals+restarts
    Example: A waiting revision is handed on after its order, also after a breakdown
      Given the order system cannot be reached
      When a small order "FIRST" with priority Low is submitted
      And order "FIRST" is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
      And the integration breaks down and is started again
      And the order system can be reached again
      Then the order system receives order "FIRST" revision by revision
