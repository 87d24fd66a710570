Feature: Several dated orders for one asset
  One future-dated order for each customer is best. Where several are needed for one
  asset, each has to start from what the one before it will leave; otherwise the later
  order undoes the earlier one.

  These guidelines forbid nothing. A CRM may warn its users or refuse the order, but it
  must do one of the two.

  Source: Process Sales Order Fulfillment, "About Future-Dated Orders".

  Background:
    Given the customer has
      | asset | product         | speed | upload |
      | HOME  | Internet Access | 100   | 20     |

  @FD-11 @installed-base @order-tracking @crm
  Rule: A new future-dated order should not make an earlier submitted one meaningless

    Example: The desk objects to an order that ends the asset before another order's date
      Given a change order "FASTER" for "in 30 days" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And a change order "LEAVE" for "in 10 days" with
        | line | action | asset |
        | 1    | Delete | HOME  |
      When order "FASTER" is submitted
      And order "LEAVE" is submitted
      Then the desk objects to order "LEAVE"

    Example: An order that ends the asset after the other order's date is submitted
      Given a change order "FASTER" for "in 10 days" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And a change order "LEAVE" for "in 30 days" with
        | line | action | asset |
        | 1    | Delete | HOME  |
      When order "FASTER" is submitted
      And order "LEAVE" is submitted
      Then order "LEAVE" is queued once

  @FD-12 @installed-base @order-tracking @crm
  Rule: Several future-dated orders for an asset should be created in the sequence of their dates

    Example: A second future-dated order starts from what the first one will leave
      Given a change order "FASTER" for "in 10 days" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And a change order "WIDER" for "in 20 days" with
        | line | action | asset | upload |
        | 1    | Update | HOME  | 50     |
      When order "FASTER" is submitted
      And order "WIDER" is submitted
      Then the desk lists the projected assets of the customer
        | product         | speed | upload |
        | Internet Access | 500   | 50     |

    Example: The desk objects when the later-dated order was created first
      Given a change order "WIDER" for "in 20 days" with
        | line | action | asset | upload |
        | 1    | Update | HOME  | 50     |
      And a change order "FASTER" for "in 10 days" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      When order "WIDER" is submitted
      And order "FASTER" is submitted
      Then the desk objects to order "FASTER"

    @date-precision-instant
    Example: The desk compares dates by their instants, in whatever time zone they are written
      Given a change order "WIDER" for "in 20 days at 01:00 +05:30" with
        | line | action | asset | upload |
        | 1    | Update | HOME  | 50     |
      And a change order "FASTER" for "in 19 days at 18:00 +00:00" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      When order "WIDER" is submitted
      And order "FASTER" is submitted
      Then the desk objects to order "FASTER"

    @date-precision-instant
    Example: The order with the later instant decides the projected value, in whatever time zone it is written
      Given a change order "FASTER" for "in 20 days at 01:00 +05:30" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And a change order "FASTEST" for "in 19 days at 20:00 +00:00" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 900   |
      When order "FASTER" is submitted
      And order "FASTEST" is submitted
      Then order "FASTEST" is queued once
      And the desk lists the projected assets of the customer
        | product         | speed | upload |
        | Internet Access | 900   | 20     |

    Example: The later-dated order decides the projected value, whichever order was created first
      Given a change order "FASTEST" for "in 20 days" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 900   |
      And a change order "FASTER" for "in 10 days" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      When order "FASTEST" is submitted
      And order "FASTER" is submitted
      Then the desk lists the projected assets of the customer
        | product         | speed | upload |
        | Internet Access | 900   | 20     |

  @FD-13 @installed-base @order-tracking @crm
  Rule: When a new order has an earlier date than an existing one, the existing order should be revised to start from what the new order will leave

    Background:
      Given a change order "FASTER" for "in 30 days" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And the order system has order "FASTER"

    @revisable-modify-orders
    Example: The revision of the later-dated order does not change the value that the earlier-dated order brings
      Given a change order "WIDER" for "in 10 days" with
        | line | action | asset | upload |
        | 1    | Update | HOME  | 50     |
      When order "WIDER" is submitted
      And order "FASTER" is revised to
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      Then the latest version of order "FASTER" leaves out line 1 with upload "20", unless the desk objects to order "WIDER"

    Example: The desk objects to a new order that is dated before an existing one
      Given a change order "WIDER" for "in 10 days" with
        | line | action | asset | upload |
        | 1    | Update | HOME  | 50     |
      When order "WIDER" is submitted
      Then the desk objects to order "WIDER"

    Example: A new order with an equal date needs no revision of the existing one
      Given a change order "WIDER" for "in 30 days" with
        | line | action | asset | upload |
        | 1    | Update | HOME  | 50     |
      When order "WIDER" is submitted
      Then order "WIDER" is queued once
