Feature: Exactly once, whatever breaks down
  The integration breaks down and is started again. It hands on the rest,
  and nothing a second time.

  Source: Process Sales Order Fulfillment, "Process Sales Order Fulfillment
  Business Flow Overview".

  @FL-06 @integration @restartable
  Rule: An order is handed on exactly once, though the integration breaks down in between

    Continued from exactly_once.feature.

    @holdable-intake
    Example: What is queued outlives a breakdown
      Given the intake is held
      And these orders are submitted and wait
        | order  | priority |
        | FIRST  | Medium   |
        | SECOND | Medium   |
      When the integration breaks down and is started again
      And the intake is released
      Then the order system receives order "FIRST" once
      And the order system receives order "SECOND" once

    Example: What was handed on before a breakdown is not handed on after it
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
    Example: What the queue delivers again after a breakdown is known
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And the order system has the order and has had it billed and provisioned
      When the integration breaks down and is started again
      And everything is delivered again
      Then nothing comes of it

    @absent-neighbours @supplementals+restarts
    Example: A revision that waits for the order system outlives a breakdown, behind its order
      Given the order system cannot be reached
      When a small order "FIRST" with priority Low is submitted
      And order "FIRST" is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
      And the integration breaks down and is started again
      And the order system can be reached again
      Then the order system receives order "FIRST" revision by revision
