Feature: Which orders are change orders
  Many rules hold for all change orders, that is, for supplemental, follow-on and modify
  orders. A CRM that does not count one of them as a change order would treat it as a new
  order.

  Source: Process Sales Order Fulfillment, "About Sales Orders", the note on table 8-1.

  @TM-07 @installed-base @order-tracking @crm
  Rule: Supplemental, follow-on and modify orders are change orders; new orders are not

    Background:
      Given the customer has
        | asset | product         | speed |
        | HOME  | Internet Access | 100   |
      And an order "BASE" with
        | line | action | product        | asset | version |
        | 1    | Add    | Static Address | FIXED | v4      |

    Example: A new order is no change order
      When order "BASE" is saved again
      Then the desk shows order "BASE" with category "new order"

    Example: A supplemental order is a change order
      Given the order system has order "BASE"
      When a user begins to revise order "BASE"
      Then the desk shows order "BASE" with category "change order"

    Example: A follow-on order is a change order
      Given the order system has order "BASE" past its points of no return
      And a change order "NEWER" with
        | line | action | asset | version | depends on     |
        | 1    | Update | FIXED | v6      | line 1 of BASE |
      When order "NEWER" is saved again
      Then the desk shows order "NEWER" with category "change order"

    Example: A modify order is a change order
      Given a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      When order "FASTER" is saved again
      Then the desk shows order "FASTER" with category "change order"

    Example: An order that sells something first and then changes an asset is a change order
      Given a change order "BOTH" with
        | line | action | product         | asset | speed |
        | 1    | Add    | Home Router     |       |       |
        | 2    | Update | Internet Access | HOME  | 500   |
      When order "BOTH" is saved again
      Then the desk shows order "BOTH" with category "change order"
