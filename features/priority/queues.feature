Feature: Priority on the queue
  A priority is worth nothing if a queue on the way loses it. Every queue keeps it, and
  where orders wait, the most urgent one goes first.

  Source: Process Sales Order Fulfillment, "Supporting Order Priorities".

  @PR-02 @integration
  Rule: Waiting orders are taken from a queue by priority, the highest first

    @holdable-intake
    Example: Four waiting orders arrive by priority, whatever their sequence on the queue
      Given the intake is held
      And these orders are submitted and wait
        | order  | priority |
        | LOW    | Low      |
        | MEDIUM | Medium   |
        | HIGH   | High     |
        | URGENT | Urgent   |
      When the intake is released
      Then the order system receives the orders in the sequence "URGENT, HIGH, MEDIUM, LOW"

    Example: A Low order is handed on at once when no other order waits
      When a small order "LOW" with priority Low is submitted
      And the order system reports the status "IN PROGRESS" of order "LOW"
      And a small order "URGENT" with priority Urgent is submitted
      Then the order system receives the orders in the sequence "LOW, URGENT"

    @absent-neighbours
    Example: Four orders that waited for the order system arrive by priority
      Given the order system cannot be reached
      When these orders are submitted
        | order  | priority |
        | LOW    | Low      |
        | MEDIUM | Medium   |
        | HIGH   | High     |
        | URGENT | Urgent   |
      And the order system can be reached again
      Then the order system receives the orders in the sequence "URGENT, HIGH, MEDIUM, LOW"

  @PR-03 @integration
  Rule: An order leaves every queue with the priority that it had when it entered

    Scenario Outline: An order of priority <priority> leaves the queue with the queue priority that it had
      When a small order with priority <priority> is submitted
      Then the order system receives the order with queue priority <queue priority>

      Examples:
        | priority     | queue priority |
        | Low          | 3              |
        | Medium       | 5              |
        | High         | 7              |
        | Urgent       | 9              |
        | Escalated    | 8              |
        | Critical-low | 1              |

    @holdable-intake
    Example: A priority is unchanged after a wait on the queue
      Given the intake is held
      And these orders are submitted and wait
        | order | priority |
        | LOW   | Low      |
      When the intake is released
      Then the order system receives order "LOW" with queue priority 3

    @restartable @holdable-intake
    Example: A priority is unchanged after a breakdown
      Given the intake is held
      And these orders are submitted and wait
        | order | priority |
        | LOW   | Low      |
        | HIGH  | High     |
      When the integration breaks down and is started again
      And the intake is released
      Then the order system receives order "LOW" with queue priority 3
      And the order system receives the orders in the sequence "HIGH, LOW"
