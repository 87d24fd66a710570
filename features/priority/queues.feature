Feature: Priority on the way
  The sales representative's priority is worth nothing if a queue on the way
  forgets it. From the CRM's queue to the order system every hop keeps it; only
  where the order of messages matters for the truth does it yield.

  Source: Process Sales Order Fulfillment, "Supporting Order Priorities".

  @PR-02 @holdable-intake
  Rule: Queued orders are picked up highest priority first

    @integration
    Example: Four orders on the queue, the least urgent first
      Given the intake is held
      And these orders are submitted
        | order  | priority |
        | LOW    | Low      |
        | MEDIUM | Medium   |
        | HIGH   | High     |
        | URGENT | Urgent   |
      When the intake is released
      Then the order system receives the orders in the order "URGENT, HIGH, MEDIUM, LOW"

    @integration
    Example: Where nothing is queued, orders arrive as they come
      Given these orders are submitted
        | order | priority |
        | LOW   | Low      |
      When these orders are submitted
        | order  | priority |
        | URGENT | Urgent   |
      Then the order system receives order "URGENT" 1 time
      And the order system receives order "LOW" 1 time

  @PR-03
  Rule: An order comes out of every queue with the priority with which it went in

    @integration
    Scenario Outline: <priority> stays <queue priority>
      When a small order is submitted with priority <priority>
      Then the order system receives the order with queue priority <queue priority>

      Examples:
        | priority | queue priority |
        | Low      | 3              |
        | Medium   | 5              |
        | High     | 7              |
        | Urgent   | 9              |

    @integration @holdable-intake
    Example: Also after a wait on the queue
      Given the intake is held
      And these orders are submitted
        | order | priority |
        | LOW   | Low      |
      When the intake is released
      Then the order system receives order "LOW" with queue priority 3

  @PR-06
  Rule: What the order system tells the CRM of an order arrives in the order in which it came about, whatever the priority

    @integration
    Scenario Outline: Updates of <priority> orders
      When a small order is submitted with priority <priority>
      And the order system reports the order as "OPEN"
      And the order system reports the order as "IN PROGRESS"
      And the order system reports the order as "COMPLETE"
      Then the CRM is told of the order in turn: "OPEN, IN PROGRESS, COMPLETE"

      Examples:
        | priority |
        | Low      |
        | Urgent   |

    @oms
    Scenario Outline: The order system tells of the progress of <priority> orders in turn
      When a small order is submitted with priority <priority>
      Then the CRM is told of the order in turn: "IN PROGRESS, COMPLETE"

      Examples:
        | priority |
        | Low      |
        | Urgent   |

    @crm
    Scenario Outline: The CRM ends on the last update of <priority> orders
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When a user picks the priority "<priority>" and submits the order
      And the order system reports the order as "IN PROGRESS"
      And the order system reports the order as "COMPLETE"
      Then the order is complete

      Examples:
        | priority |
        | Low      |
        | Urgent   |

  @PR-11
  Rule: There are ten priorities, from 0 to 9, and no others

    @integration @holdable-intake
    Example: All ten on the queue
      Given the intake is held
      And these orders are submitted
        | order | priority |
        | THREE | 3        |
        | ZERO  | 0        |
        | NINE  | 9        |
        | FIVE  | 5        |
        | ONE   | 1        |
        | EIGHT | 8        |
        | TWO   | 2        |
        | SEVEN | 7        |
        | FOUR  | 4        |
        | SIX   | 6        |
      When the intake is released
      Then the order system receives the orders in the order "NINE, EIGHT, SEVEN, SIX, FIVE, FOUR, THREE, TWO, ONE, ZERO"

    @oms @limited-capacity
    Example: All ten waiting in the order system
      Given orders held at provisioning take every place
      And these orders arrive and wait unstarted
        | order | priority |
        | THREE | 3        |
        | ZERO  | 0        |
        | NINE  | 9        |
        | FIVE  | 5        |
        | ONE   | 1        |
        | EIGHT | 8        |
        | TWO   | 2        |
        | SEVEN | 7        |
        | FOUR  | 4        |
        | SIX   | 6        |
      When a place becomes free and provisioning completes each order as it is started
      Then work starts in the order "NINE, EIGHT, SEVEN, SIX, FIVE, FOUR, THREE, TWO, ONE, ZERO"

    @integration @oms
    Scenario Outline: <priority> is not one of them
      When a small order is submitted with the number <priority> for a priority
      Then the order is refused or falls out

      Examples:
        | priority |
        | -1       |
        | 10       |

    @oms @limited-capacity @default-priority-5
    Example: An order for which nobody chose a priority goes before one of 4
      Given orders held at provisioning take every place
      And these orders arrive and wait unstarted
        | order  | priority |
        | FOUR   | 4        |
        | CHOICE |          |
      When a place becomes free and provisioning completes each order as it is started
      Then work starts in the order "CHOICE, FOUR"

    @oms @limited-capacity @default-priority-4
    Example: An order for which nobody chose a priority lets one of 5 go first
      Given orders held at provisioning take every place
      And these orders arrive and wait unstarted
        | order  | priority |
        | CHOICE |          |
        | FIVE   | 5        |
      When a place becomes free and provisioning completes each order as it is started
      Then work starts in the order "FIVE, CHOICE"
