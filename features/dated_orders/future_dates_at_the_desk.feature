Feature: Future dates at the desk
  A user plans an order ahead. Until it is fulfilled the customer has nothing of it, and
  the date on the screen is the one that was agreed.

  Source: Process Sales Order Fulfillment, "About Future-Dated Orders".

  @FD-01 @crm
  Rule: At the desk, a future-dated order is open and shows its date until it is fulfilled

    Continued from what_is_future_dated.feature.

    Example: At the desk a future-dated order is open from the first day on
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
    Example: The assets of a future-dated order are not there before it is fulfilled
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
    Example: At the desk a due date is the same instant, whichever zone it was entered in
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
    Example: Where only the day is kept, the due date is the day that was entered
      Given an order with header
        | account  | due date                  |
        | Customer | in 3 days at 23:30 +05:30 |
      And its lines are
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      Then the order is open
      And the desk shows the order with due date "in 3 days at 23:30 +05:30"
