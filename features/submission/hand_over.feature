Feature: From the queue to the order system
  Between the sales representative's click and the first work on an order lies a
  queue. What is on it must arrive: once, whole, and at the order system first.
  An order that is lost there is lost without anybody noticing.

  Source: Process Sales Order Fulfillment, "Process Sales Order Fulfillment
  Business Flow Overview" and "About Sales Orders".

  @FL-03
  Rule: An order reaches billing only by way of the order system

    @integration
    Example: Billing hears nothing while the order system has yet to send it on
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And the order system has the order
      Then billing is told nothing about the order

    @integration @holdable-intake
    Example: Billing hears nothing of an order that waits on the queue
      Given the intake is held and these orders wait on the queue
        | order | priority |
        | FIRST | Urgent   |
      Then billing is told nothing about order "FIRST"
      But the order system receives order "FIRST" when the intake is released

    @integration
    Example: Billing hears of it when the order system says so
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      And the order system has the order billed
        | line | price list          |
        | 1    | Consumer Price List |
      Then billing charges for the order
        | line | product         | price list          |
        | 1    | Internet Access | Consumer Price List |

  @FL-06
  Rule: Every order on the queue is taken off it and handed on, exactly once

    @integration @holdable-intake
    Example: Orders that were queued while nobody took them up arrive, each once
      Given the intake is held and these orders wait on the queue
        | order  | priority |
        | FIRST  | Medium   |
        | SECOND | Medium   |
        | THIRD  | Medium   |
      When the intake is released
      Then the order system receives order "FIRST" once
      And the order system receives order "SECOND" once
      And the order system receives order "THIRD" once

    @integration
    Example: So do orders that find nobody before them
      When these orders are submitted
        | order  | priority |
        | FIRST  | Medium   |
        | SECOND | Medium   |
      Then the order system receives order "FIRST" once
      And the order system receives order "SECOND" once

    @integration @idempotent-delivery
    Example: What is delivered to it a second time is handed on once
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      And every version of the order is delivered again
      Then the order system receives the order once

    @integration @cancel-message
    Example: A cancel is taken off and handed on as well
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      And the order is cancelled
      Then the order system receives a cancel of the order, and after the order

    @integration @holdable-intake
    Example: Two versions of an order that wait together arrive both
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

    @integration @holdable-intake @idempotent-delivery
    Example: What is delivered again while it waits is handed on once
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And the intake is held
      When the order is submitted
      And every version of the order is delivered again
      And the intake is released
      Then the order system receives the order once

    @integration @idempotent-delivery
    Example: An older version that is delivered again is not handed on after the newer one
      Given an order with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
      And the order system has the order
      When the order is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
      And every version of the order but the last is delivered again
      Then the order system receives the revisions of the order in turn

    @integration @idempotent-delivery
    Example: Whatever is delivered a second time, from whichever side, is handed on once
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 2    | Add    | Static Address  |
      And provisioning cannot do line 2 of the order
      And the order system has the order, and has had it billed and provisioned
      When line 2 of the order falls out at the order system
      And everything is delivered a second time
      Then nothing comes of it
