Feature: Priorities on the queue while other things happen
  The queue sorts orders by priority and keeps linked orders in sequence. It does so
  whatever is repeated, breaks down, is cancelled or cannot be read.

  Source: Process Sales Order Fulfillment, "Supporting Order Priorities".

  @PR-02 @integration
  Rule: The queue is sorted by priority, whatever else is on it

    Background:
      Given an order "HERE" with
        | line | product         | service point |
        | 1    | Internet Access | Customer      |
      And order "HERE" has priority Low

    @holdable-intake @priorities+failures
    Example: An order with an unknown priority does not disturb the sequence of the others
      Given the intake is held
      When a small order "LOW" with priority Low is submitted
      And a small order "ODD" with priority 12 is submitted
      And a small order "HIGH" with priority High is submitted
      And the intake is released
      Then the order system receives the orders in the sequence "HIGH, LOW"

    @holdable-intake @idempotent-delivery @priorities+redelivery
    Example: An order that is delivered again while it waits keeps its priority
      Given the intake is held
      And these orders are submitted and wait
        | order  | priority |
        | LOW    | Low      |
        | MEDIUM | Medium   |
        | HIGH   | High     |
      When every version of order "MEDIUM" is delivered again
      And the intake is released
      Then the order system receives the orders in the sequence "HIGH, MEDIUM, LOW"

    @holdable-intake @restartable @priorities+restarts
    Example: Orders from after a breakdown are sorted with those from before it
      Given the intake is held
      And these orders are submitted and wait
        | order  | priority |
        | LOW    | Low      |
        | MEDIUM | Medium   |
      When the integration breaks down and is started again
      And a small order "URGENT" with priority Urgent is submitted
      And a small order "HIGH" with priority High is submitted
      And the intake is released
      Then the order system receives the orders in the sequence "URGENT, HIGH, MEDIUM, LOW"

    @absent-neighbours @priorities+restarts
    Example: Orders that come when the order system is back are sorted with those that waited
      Given the order system cannot be reached
      When a small order "LOW" with priority Low is submitted
      And a small order "HIGH" with priority High is submitted
      And the order system can be reached again
      And a small order "LAST" with priority Low is submitted
      Then the order system receives the orders in the sequence "HIGH, LOW, LAST"

    @holdable-intake @priorities+service-points
    Example: Orders for two service points are sorted together
      Given the intake is held
      When order "HERE" is submitted
      And a small order "HIGH" with priority High is submitted
      And the intake is released
      Then the order system receives the orders in the sequence "HIGH, HERE"

  @PR-05
  Rule: A cancel is handed on after its order, whatever the order's priority

    @integration @holdable-intake @cancel-message @priorities+cancellation
    Example: Two of three waiting orders are cancelled, and each cancel arrives after its order
      Given the intake is held
      And these orders are submitted and wait
        | order  | priority |
        | LOW    | Low      |
        | MEDIUM | Medium   |
      When the CRM cancels order "MEDIUM"
      And the CRM cancels order "LOW"
      And the intake is released
      Then the order system receives order "LOW" and then its cancel
      And the order system receives order "MEDIUM" and then its cancel

  @PR-06 @order-priorities @order-tracking
  Rule: Updates of one order stay in sequence, whether the order is urgent or not

    @integration @absent-neighbours @priorities+filled-in-data
    Example: A value and the completion of an urgent order wait for the CRM and arrive in sequence
      Given the CRM cannot be reached
      When a small order with priority Urgent is submitted
      And the order system reports the value "020 7946 0123" of "number" of line 1 of the order
      And the order system reports the status "COMPLETE" of the order
      And the CRM can be reached again
      Then the CRM receives in turn "IN PROGRESS, COMPLETE" of the order
