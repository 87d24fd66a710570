Feature: Orders that have failed and are still open
  The order system has reported an order as failed. It is not complete and not cancelled,
  so a user can still change it.

  Source: Process Sales Order Fulfillment, "About Sales Orders" and "About
  Supplemental Orders".

  @SU-01 @order-tracking @crm
  Rule: An order that is reported as failed is still open, and can be revised

    @supplementals+failures
    Example: A line is added to an order that is reported as failed
      Given an order "BASE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And the order system has order "BASE"
      When the order system reports the status "FAILED" of order "BASE"
      And order "BASE" is revised to
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 2    | Add    | Home Router     |
      Then the queue holds the lines of order "BASE"
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 2    | Add    | Home Router     |
