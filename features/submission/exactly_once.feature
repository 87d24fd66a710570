Feature: Every order exactly once
  Queues stop, systems break down, and networks deliver a message twice. The customer must
  not notice: every order is handed on, and none twice.

  Source: Process Sales Order Fulfillment, "Process Sales Order Fulfillment
  Business Flow Overview".

  @FL-06 @integration
  Rule: The integration takes every order off the queue and hands it on exactly once

    @holdable-intake
    Example: Orders that waited on the queue arrive once each
      Given the intake is held
      And these orders are submitted and wait
        | order  | priority |
        | FIRST  | Medium   |
        | SECOND | Medium   |
        | THIRD  | Medium   |
      When the intake is released
      Then the order system receives order "FIRST" once
      And the order system receives order "SECOND" once
      And the order system receives order "THIRD" once

    Example: Orders that find the queue empty arrive once each
      When these orders are submitted
        | order  | priority |
        | FIRST  | Medium   |
        | SECOND | Medium   |
      Then the order system receives order "FIRST" once
      And the order system receives order "SECOND" once

    @idempotent-delivery
    Example: An order that is delivered a second time is handed on once
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      And every version of the order is delivered again
      Then the order system receives the order once

    @cancel-message
    Example: A cancel is handed on as well
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      And the CRM cancels the order
      Then the order system receives the order and then its cancel

    @holdable-intake
    Example: Two versions of an order that wait together both arrive
      Given an order with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
      And the intake is held
      When the order is submitted
      And the order is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
      And the intake is released
      Then the order system receives the order just as it was submitted

    @holdable-intake @idempotent-delivery
    Example: An order that is delivered again while it waits is handed on once
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And the intake is held
      When the order is submitted
      And every version of the order is delivered again
      And the intake is released
      Then the order system receives the order once

    @idempotent-delivery
    Example: An older version that is delivered again is not handed on after the newer one
      Given an order with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
      And the order system has the order
      When the order is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
      And every version of the order but the last is delivered again
      Then the order system receives the order revision by revision

    @idempotent-delivery
    Example: A message that is delivered again is handed on once, whichever system it comes from
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 2    | Add    | Static Address  |
      And provisioning cannot do line 2 of the order
      And the order system has the order and has had it billed and provisioned
      When the order system reports a fallout of line 2 of the order
      And everything is delivered again
      Then nothing is handed on a second time

    @absent-neighbours
    Example: Orders arrive after the order system could not be reached
      Given the order system cannot be reached
      When these orders are submitted
        | order  | priority |
        | FIRST  | Medium   |
        | SECOND | Medium   |
      And the order system can be reached again
      Then the order system receives order "FIRST" once
      And the order system receives order "SECOND" once

    @cancel-message @idempotent-delivery @cancellation+redelivery
    Example: A cancel that is delivered a second time is handed on once
      Given the order system has an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the CRM cancels the order
      And everything is delivered again
      Then nothing is handed on a second time

    @holdable-intake
    Example: Orders after a hold arrive once each
      Given the intake is held
      And these orders are submitted and wait
        | order | priority |
        | FIRST | Medium   |
      When the intake is released
      And a small order "LATER" with priority Medium is submitted
      Then the order system receives order "FIRST" once
      And the order system receives order "LATER" once
