Feature: The ten priorities of a queue
  On a queue a priority is a number from 0 to 9, and a more urgent order has a higher
  number. A system must tell all ten apart and accept no other.

  Source: Process Sales Order Fulfillment, "Supporting Order Priorities".

  @PR-11
  Rule: There are ten priorities, from 0 to 9, and no others

    @integration @holdable-intake
    Example: Orders of ten priorities leave the queue by priority
      Given the intake is held
      And these orders are submitted and wait
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
      Then the order system receives the orders in the sequence "NINE, EIGHT, SEVEN, SIX, FIVE, FOUR, THREE, TWO, ONE, ZERO"

    @oms
    Scenario Outline: The priority <priority> is accepted
      When a small order with priority <priority> is submitted
      Then the order is complete

      Examples:
        | priority     |
        | Escalated    |
        | Critical-low |

    @oms @limited-capacity
    Example: Orders of ten priorities start by priority
      Given orders held at provisioning take every place
      And these orders are submitted and wait
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
      When a place becomes free
      And provisioning completes each order as it is started
      Then work starts in the sequence "NINE, EIGHT, SEVEN, SIX, FIVE, FOUR, THREE, TWO, ONE, ZERO"

    @integration @oms
    Scenario Outline: The priority <priority> is refused
      When a small order with priority <priority> is submitted
      Then the order is refused or fallen out

      Examples:
        | priority |
        | -1       |
        | 10       |

    # For systems that declare default_priority = "5":
    @oms @limited-capacity @default-priority-5
    Example: Where the default priority is 5, an order without a priority starts between 6 and 4
      Given orders held at provisioning take every place
      And these orders are submitted and wait
        | order  | priority |
        | FOUR   | 4        |
        | CHOICE |          |
        | SIX    | 6        |
      When a place becomes free
      And provisioning completes each order as it is started
      Then work starts in the sequence "SIX, CHOICE, FOUR"

    # For systems that declare default_priority = "4":
    @oms @limited-capacity @default-priority-4
    Example: Where the default priority is 4, an order without a priority starts between 5 and 3
      Given orders held at provisioning take every place
      And these orders are submitted and wait
        | order  | priority |
        | THREE  | 3        |
        | CHOICE |          |
        | FIVE   | 5        |
      When a place becomes free
      And provisioning completes each order as it is started
      Then work starts in the sequence "FIVE, CHOICE, THREE"
