Feature: Which waiting order starts next
  An order system can work only on a limited number of orders at once. The priority
  decides which waiting order is next. Work that has begun is not interrupted.

  Source: Process Sales Order Fulfillment, "Supporting Order Priorities".

  @PR-04 @limited-capacity @oms
  Rule: When a place becomes free, the order system starts the waiting order of the highest priority

    Example: Four waiting orders start by priority, the least urgent submitted first
      Given orders held at provisioning take every place
      And these orders are submitted and wait
        | order  | priority |
        | LOW    | Low      |
        | MEDIUM | Medium   |
        | HIGH   | High     |
        | URGENT | Urgent   |
      When a place becomes free
      And provisioning completes each order as it is started
      Then work starts in the sequence "URGENT, HIGH, MEDIUM, LOW"

    Example: Waiting orders start by priority, the most urgent submitted first
      Given orders held at provisioning take every place
      And these orders are submitted and wait
        | order  | priority |
        | URGENT | Urgent   |
        | LOW    | Low      |
        | HIGH   | High     |
      When a place becomes free
      And provisioning completes each order as it is started
      Then work starts in the sequence "URGENT, HIGH, LOW"

    Example: A refused order does not take a place
      Given orders held at provisioning take every place
      And an order "ODD" with
        | line | action  | product         | asset |
        | 1    | Replace | Internet Access | HOME  |
      And these orders are submitted and wait
        | order  | priority |
        | URGENT | Urgent   |
      When order "ODD" is submitted
      And a place becomes free
      Then work has started on order "URGENT"

    @future-dated-orders
    Example: Orders that wait for their date do not take places
      Given as many orders wait for their date as there are places
      When a small order "READY" with priority Low is submitted
      Then work has started on order "READY"

  @PR-07 @limited-capacity @oms
  Rule: An order of higher priority starts before waiting orders of lower priority

    Example: An urgent order overtakes a Low order that has waited longer
      Given orders held at provisioning take every place
      And these orders are submitted and wait
        | order | priority |
        | LOW   | Low      |
      And these orders are submitted and wait
        | order  | priority |
        | URGENT | Urgent   |
      When a place becomes free
      And provisioning completes each order as it is started
      Then work starts in the sequence "URGENT, LOW"

    @virtual-clock
    Example: An urgent order overtakes a Low order that has waited for a week
      Given orders held at provisioning take every place
      And these orders are submitted and wait
        | order | priority |
        | LOW   | Low      |
      When a week passes
      And a small order "URGENT" with priority Urgent is submitted
      And a place becomes free
      And provisioning completes each order as it is started
      Then work starts in the sequence "URGENT, LOW"

    Example: A Low order does not overtake a High order that has waited longer
      Given orders held at provisioning take every place
      And these orders are submitted and wait
        | order | priority |
        | HIGH  | High     |
      And these orders are submitted and wait
        | order | priority |
        | LOW   | Low      |
      When a place becomes free
      And provisioning completes each order as it is started
      Then work starts in the sequence "HIGH, LOW"

  @PR-08 @oms
  Rule: Work on an order is not interrupted for an order of higher priority

    @two-places
    Example: An urgent order does not stop or undo work on a Low order
      Given a small order "RUNNING" with priority Low is held at provisioning
      When a small order "PRESSING" with priority Urgent is submitted
      Then provisioning and billing are told nothing more about order "RUNNING"
      But work has started on order "PRESSING"

    Example: A Low order is completed while an urgent order is being worked on
      Given a small order "RUNNING" with priority Low is held at provisioning
      When a small order "PRESSING" with priority Urgent is submitted
      And provisioning completes order "RUNNING"
      Then order "RUNNING" is complete

    @limited-capacity
    Example: A Low order keeps its place until it is complete
      Given orders held at provisioning take every place
      When a small order "PRESSING" with priority Urgent is submitted
      Then no work has started on order "PRESSING"
      When a place becomes free
      Then work has started on order "PRESSING"
