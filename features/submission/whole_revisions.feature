Feature: Revisions reach the order system whole
  A revision contains all that is wanted now: a new date, another price list, one line
  less. A value that is lost on the way is found only on the bill.

  Source: Process Sales Order Fulfillment, "About Sales Orders".

  @FL-07 @integration
  Rule: The order system receives a revision as the CRM submitted it

    Continued from whole_orders.feature.

    Example: A revision arrives with its new date, price list, service point, attribute and line
      Given an order with
        | line | action | product         | price list          | due date  | service point | speed |
        | 1    | Add    | Internet Access | Consumer Price List | in 3 days | Sp 0042/kV a  | 100   |
        | 2    | Add    | Static Address  | Consumer Price List |           |               |       |
      And the order system has the order
      When the order is revised to
        | line | action | product         | price list          | due date  | service point | speed |
        | 1    | Add    | Internet Access | Seasonal Price List | in 8 days | Sp 0043/kV a  | 500   |
        | 2    | Add    | Static Address  |                     |           |               |       |
        | 3    | Add    | Handset         | Seasonal Price List |           |               |       |
      Then the order system receives the order just as it was submitted

    Example: A revision arrives without a withdrawn line and with a cleared attribute
      Given an order with
        | line | action | product         | price list          | price override | site         | service point |
        | 1    | Add    | Internet Access | Consumer Price List | 19.90          | 12 Mill Lane | Sp 0042/kV a  |
        | 2    | Add    | Static Address  | Consumer Price List |                |              |               |
      And the order system has the order
      When the order is revised to
        | line | action | product         | price list | price override | site | service point |
        | 1    | Add    | Internet Access |            |                |      |               |
      Then the order system receives the order just as it was submitted

    Example: A revision arrives with its new header
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And the order system has the order
      And the order has priority Urgent
      When the order is revised on the "Seasonal Price List" to
        | line | action | product         |
        | 1    | Add    | Internet Access |
      Then the order system receives the order just as it was submitted
