Feature: The order in which waiting orders are started
  An order system can only work on so many orders at once. Which of the waiting
  ones is next is what the sales representative's priority is for; an order that
  is being worked on is left in peace.

  Source: Process Sales Order Fulfillment, "Supporting Order Priorities".

  @PR-04 @limited-capacity @oms
  Rule: When a place becomes free, the order system starts the waiting order of the highest priority

    Example: Four orders wait, the least urgent first
      Given orders held at provisioning take every place
      And these orders are submitted and wait
        | order  | priority |
        | LOW    | Low      |
        | MEDIUM | Medium   |
        | HIGH   | High     |
        | URGENT | Urgent   |
      When a place becomes free
      And provisioning completes each order as it is started
      Then work starts in the order "URGENT, HIGH, MEDIUM, LOW"

    Example: The most urgent order happened to come first
      Given orders held at provisioning take every place
      And these orders are submitted and wait
        | order  | priority |
        | URGENT | Urgent   |
        | LOW    | Low      |
        | HIGH   | High     |
      When a place becomes free
      And provisioning completes each order as it is started
      Then work starts in the order "URGENT, HIGH, LOW"

    Example: An order that is refused takes no place
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
    Example: Orders that wait for their date take no place
      Given as many orders wait for their date as there are places
      When a small order "READY" with priority Low is submitted
      Then work has started on order "READY"

  @PR-07 @limited-capacity @oms
  Rule: An order of higher priority goes ahead of those of lower priority that have not been started

    Example: An urgent order overtakes one that has waited longer
      Given orders held at provisioning take every place
      And these orders are submitted and wait
        | order | priority |
        | LOW   | Low      |
      And these orders are submitted and wait
        | order  | priority |
        | URGENT | Urgent   |
      When a place becomes free
      And provisioning completes each order as it is started
      Then work starts in the order "URGENT, LOW"

    @virtual-clock
    Example: An urgent order overtakes one that has waited for a week
      Given orders held at provisioning take every place
      And these orders are submitted and wait
        | order | priority |
        | LOW   | Low      |
      When a week passes
      And a small order "URGENT" with priority Urgent is submitted
      And a place becomes free
      And provisioning completes each order as it is started
      Then work starts in the order "URGENT, LOW"

    Example: A low order does not overtake one that has waited longer
      Given orders held at provisioning take every place
      And these orders are submitted and wait
        | order | priority |
        | HIGH  | High     |
      And these orders are submitted and wait
        | order | priority |
        | LOW   | Low      |
      When a place becomes free
      And provisioning completes each order as it is started
      Then work starts in the order "HIGH, LOW"

  @PR-08 @oms
  Rule: An order that is being worked on is not interrupted for one of higher priority

    Example: Provisioning is not told to stop or undo anything
      Given a small order "RUNNING" with priority Low is held at provisioning
      When a small order "PRESSING" with priority Urgent is submitted
      Then provisioning and billing are told nothing more about order "RUNNING"
      But work has started on order "PRESSING"

    Example: The running order is completed while the urgent order is still being worked on
      Given a small order "RUNNING" with priority Low is held at provisioning
      When a small order "PRESSING" with priority Urgent is submitted
      And provisioning completes order "RUNNING"
      Then order "RUNNING" is complete

    @limited-capacity
    Example: The running order keeps its place
      Given orders held at provisioning take every place
      When a small order "PRESSING" with priority Urgent is submitted
      Then no work has started on order "PRESSING"
      When a place becomes free
      Then work has started on order "PRESSING"
