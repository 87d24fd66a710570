Feature: What makes an order future-dated
  Only its date makes an order future-dated. Single lines may have other dates, and some
  work has to begin before its date.

  Only Fibre Connection has a lead time, of three days; all other work begins at the
  requested date itself.

  Source: Process Sales Order Fulfillment, "About Future-Dated Orders".

  @FD-01 @oms @virtual-clock
  Rule: A future-dated order is an order that starts at a later date

    Example: An order with a future date is open, and no work has started on it
      Given an order with header
        | account  | price list           | due date |
        | Customer | Household Price List | in 1 day |
      And its lines are
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      Then the order is open
      And no work has started on the order

    Example: An order starts at the instant that its date names, in whatever time zone the date is written
      Given an order with header
        | account  | price list           | due date                  |
        | Customer | Household Price List | in 3 days at 01:00 +05:30 |
      And its lines are
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      And the clock comes to the due date of the order
      Then work has started on the order

    Example: An order with a date in a time zone further west starts later than the same hour here
      Given an order with header
        | account  | price list           | due date                  |
        | Customer | Household Price List | in 3 days at 01:00 -08:00 |
      And its lines are
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      And the clock comes to a minute before the due date of the order
      Then no work has started on the order

    # For systems that declare line_dates = "on":
    @line-dates-on
    Example: Where lines have dates of their own, each line is begun at its own date
      Given an order with header
        | account  | price list           | due date   |
        | Customer | Household Price List | in 10 days |
      And its lines are
        | line | action | product         | due date  |
        | 1    | Add    | Static Address  | in 5 days |
        | 2    | Add    | Internet Access |           |
      When the order is submitted
      And the clock comes to 5 days before the due date of the order
      Then provisioning is asked at least once for line 1 of the order
      But provisioning is told nothing about line 2 of the order

    # For systems that declare line_dates = "off":
    @line-dates-off
    Example: Where only the header's date counts, every line waits for the header's date
      Given an order with header
        | account  | price list           | due date   |
        | Customer | Household Price List | in 10 days |
      And its lines are
        | line | action | product         | due date  |
        | 1    | Add    | Internet Access |           |
        | 2    | Add    | Static Address  | in 5 days |
      When the order is submitted
      And the clock comes to 5 days before the due date of the order
      Then no work has started on the order

    # For systems that declare start_rule = "at-date":
    @start-rule-at-date
    Example: Where lead times do not count, work begins at the requested date and not before
      Given an order with header
        | account  | price list           | due date   |
        | Customer | Household Price List | in 10 days |
      And its lines are
        | line | action | product          |
        | 1    | Add    | Fibre Connection |
      When the order is submitted
      And the clock comes to 3 days before the due date of the order
      Then no work has started on the order

    # For systems that declare start_rule = "lead-time":
    @start-rule-lead-time
    Example: Where lead times count, work begins one lead time before the requested date
      Given an order with header
        | account  | price list           | due date   |
        | Customer | Household Price List | in 10 days |
      And its lines are
        | line | action | product          |
        | 1    | Add    | Fibre Connection |
      When the order is submitted
      And the clock comes to 3 days before the due date of the order
      Then work has started on the order

    @start-rule-lead-time
    Example: Where lead times count, the second line's lead time brings the start forward
      Given an order with header
        | account  | price list           | due date   |
        | Customer | Household Price List | in 10 days |
      And its lines are
        | line | action | product          |
        | 1    | Add    | Internet Access  |
        | 2    | Add    | Fibre Connection |
      When the order is submitted
      And the clock comes to 3 days before the due date of the order
      Then work has started on the order

    @start-rule-lead-time
    Example: Where lead times count, no work begins before the lead time
      Given an order with header
        | account  | price list           | due date   |
        | Customer | Household Price List | in 10 days |
      And its lines are
        | line | action | product          |
        | 1    | Add    | Fibre Connection |
      When the order is submitted
      And the clock comes to 4 days before the due date of the order
      Then no work has started on the order
