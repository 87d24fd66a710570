Feature: When the work on an order begins
  A customer who moves house in a month orders today. The order system has the order from
  the first day on, and it alone starts the work in time: never too early, and never
  forgotten.

  Nothing in these examples has a lead time: work begins at the requested date itself.

  Source: Process Sales Order Fulfillment, "About Future-Dated Orders".

  @FD-04 @virtual-clock @oms
  Rule: The order system starts a dated order by itself at its requested date, and does nothing for it before

    Background:
      Given an order with header
        | account  | price list           | due date   |
        | Customer | Household Price List | in 10 days |
      And its lines are
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 2    | Add    | Static Address  |

    Example: A minute before the requested date no work has started
      When the order is submitted
      And the clock comes to a minute before the due date of the order
      Then no work has started on the order

    Example: At the requested date work begins without a message from the CRM
      When the order is submitted
      And the clock comes to the due date of the order
      Then work has started on the order

    Example: A dated order is fulfilled like any other order when its date has come
      When the order is submitted
      And the clock comes to the due date of the order
      Then the order is complete

    Example: The order with the earlier date is begun first, though it was submitted last
      Given an order "SOONER" with header
        | account  | price list           | due date  |
        | Customer | Household Price List | in 5 days |
      And its lines are
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      And order "SOONER" is submitted
      And the clock comes to the due date of order "SOONER"
      Then work has started on order "SOONER"

    Example: An order without a date is begun at once, while a dated order waits
      Given an order "SOONER" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      And order "SOONER" is submitted
      Then work has started on order "SOONER"
      But no work has started on the order

  @FD-06
  Rule: An order whose requested date is today is started at once

    @oms
    Example: An order whose requested date is now is started at once
      Given an order with header
        | account  | price list           | due date |
        | Customer | Household Price List | now      |
      And its lines are
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      Then work has started on the order
      And the order is complete

  @FD-07 @oms
  Rule: An order with a past requested date is started or refused at once

    # For systems that declare past_date = "start":
    @past-date-start
    Example: An order whose date has passed is started at once
      Given an order with header
        | account  | price list           | due date   |
        | Customer | Household Price List | 3 days ago |
      And its lines are
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      Then work has started on the order
      And the order is complete

    # For systems that declare past_date = "refuse":
    @past-date-refuse
    Example: An order whose date has passed is refused
      Given an order with header
        | account  | price list           | due date   |
        | Customer | Household Price List | 3 days ago |
      And its lines are
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      Then the order is refused or fallen out

  @FD-08 @oms
  Rule: An order without a requested date is started at once

    Example: An order that has no date at all is started at once
      Given an order with header
        | account  | price list           | due date |
        | Customer | Household Price List |          |
      And its lines are
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      Then work has started on the order
      And the order is complete

    Example: An order whose date is sent as blank text is started at once
      Given the CRM sends a missing due date as blank text
      And an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      Then work has started on the order
      And the order is complete
