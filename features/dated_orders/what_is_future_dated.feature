Feature: What makes an order future-dated
  An order is planned for a later date by its date and by nothing else. Single
  lines may be wanted at other dates, and some work has to begin before its date.

  Only Fibre Connection has a lead time, of three days; everything else is begun
  at the requested date itself.

  Source: Process Sales Order Fulfillment, "About Future-Dated Orders".

  @FD-01 @oms @virtual-clock
  Rule: A future-dated order is one that is to start at a later date

    Example: A date that lies ahead plans the start
      Given an order with header
        | account  | price list           | due date |
        | Customer | Household Price List | in 1 day |
      And its lines are
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      Then the order is open
      And no work has started on the order

    Example: The start is the same instant, in whichever zone the date is written
      Given an order with header
        | account  | price list           | due date                  |
        | Customer | Household Price List | in 3 days at 01:00 +05:30 |
      And its lines are
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      And the clock comes to the due date of the order
      Then work has started on the order

    Example: In a zone further west, the same hour comes later
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
    Example: A line with a date of its own is begun at that date
      Given an order with header
        | account  | price list           | due date   |
        | Customer | Household Price List | in 10 days |
      And its lines are
        | line | action | product         | due date  |
        | 1    | Add    | Internet Access |           |
        | 2    | Add    | Static Address  | in 5 days |
      When the order is submitted
      And the clock comes to 5 days before the due date of the order
      Then provisioning is asked at least once for line 2 of the order
      But provisioning is told nothing about line 1 of the order

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
    Example: The start is at the date itself, whatever is to be done
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
    Example: Where lead times count, the start is so much earlier
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
    Example: Where lead times count, the start is not earlier than the lead time says
      Given an order with header
        | account  | price list           | due date   |
        | Customer | Household Price List | in 10 days |
      And its lines are
        | line | action | product          |
        | 1    | Add    | Fibre Connection |
      When the order is submitted
      And the clock comes to 4 days before the due date of the order
      Then no work has started on the order
