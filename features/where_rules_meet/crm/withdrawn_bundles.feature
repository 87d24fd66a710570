Feature: Bundles that a revision takes off
  A bundle is taken off an order with all its components. Each of them is withdrawn.

  Source: Process Sales Order Fulfillment, "About Supplemental Orders".

  @SU-13 @crm
  Rule: A component that is taken off with its bundle is withdrawn like it

    # For systems that declare withdrawal = "delete":
    @withdrawal-delete @bundles+supplementals
    Example: Where a Delete line is withdrawn, a bundle and its components are submitted with action Delete
      Given an order "BASE" with
        | line | action | product           | speed |
        | 1    | Add    | Home Starter Pack |       |
        | 1.1  | Add    | Internet Access   | 100   |
        | 1.2  | Add    | Static Address    |       |
        | 2    | Add    | Home Router       |       |
      And the order system has order "BASE"
      When order "BASE" is revised to
        | line | action | product     |
        | 2    | Add    | Home Router |
      Then the queue holds the lines of order "BASE"
        | line | action |
        | 1    | Delete |
        | 1.1  | Delete |
        | 1.2  | Delete |
        | 2    | Add    |
