Feature: Future dates at the desk
  A user plans an order ahead. Until the order is fulfilled the customer has nothing of
  it, and the desk shows the date that was agreed.

  Source: Process Sales Order Fulfillment, "About Future-Dated Orders".

  @FD-01 @crm
  Rule: At the desk, a future-dated order is open and shows its date until it is fulfilled

    Continued from what_is_future_dated.feature.

    Example: A future-dated order is open at the desk from its submission on
      Given an order with header
        | account  | due date |
        | Customer | in 1 day |
      And its lines are
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      Then the order is open
      And the desk shows the order with due date "in 1 day"

    @installed-base
    Example: The customer has no assets of a future-dated order before it is fulfilled
      Given an order with header
        | account  | due date |
        | Customer | in 1 day |
      And its lines are
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      Then the desk lists the projected assets of the customer
        | product         |
        | Internet Access |
      But the customer has no assets

    # For systems that declare date_precision = "instant":
    @date-precision-instant
    Example: The desk shows a due date from another time zone as the same instant
      Given an order with header
        | account  | due date                  |
        | Customer | in 3 days at 23:30 +05:30 |
      And its lines are
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      Then the order is open
      And the desk shows the order with due date "in 3 days at 23:30 +05:30"

    # For systems that declare date_precision = "day":
    @date-precision-day
    Example: Where only the day of a due date is kept, the desk shows the day that was entered
      Given an order with header
        | account  | due date                  |
        | Customer | in 3 days at 23:30 +05:30 |
      And its lines are
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      Then the order is open
      And the desk shows the order with due date "in 3 days at 23:30 +05:30"
