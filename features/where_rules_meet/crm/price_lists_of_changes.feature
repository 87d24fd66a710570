Feature: Price lists on change orders
  On a change order a price list counts only on a line that says Update or Add, both for
  installed assets and for assets on open orders.

  Source: Process Sales Order Fulfillment, "Changing Price Lists on Modify Orders".

  @PL-31 @installed-base @order-tracking @price-lists-on-modify-orders @line-price-lists
  Rule: A price override moves an asset on an open order to another price list, as it moves an installed one

    Background:
      Given an order "BASE" with
        | line | action | product         | asset |
        | 1    | Add    | Internet Access | HOME  |
      And the order system has order "BASE" past its points of no return

    @crm @price-lists+points-of-no-return+follow-ons
    Example: A price entered by hand makes an Update of a line with a base line
      Given a change order "CHEAPER" with
        | line | action | product         | asset | depends on     |
        | 1    |        | Internet Access | HOME  | line 1 of BASE |
      When a user overrides the price of line 1 of order "CHEAPER" with "19.90"
      And a user gives line 1 of order "CHEAPER" the "Consumer Price List"
      And order "CHEAPER" is submitted
      Then the queue holds the lines of order "CHEAPER"
        | line | action | price list          | price override | depends on     |
        | 1    | Update | Consumer Price List | 19.90          | line 1 of BASE |

  @PL-29 @installed-base @order-tracking @price-lists-on-modify-orders @line-price-lists @crm
  Rule: A price list alone makes no line an Update, whatever else the order does

    @price-lists+follow-ons
    Example: A line of a follow-on order that only has a price list stays unchanged
      Given an order "BASE" with
        | line | action | product         | asset |
        | 1    | Add    | Internet Access | HOME  |
        | 2    | Add    | Static Address  | FIXED |
      And the order system has order "BASE" past its points of no return
      And a change order "FASTER" with
        | line | action | product         | asset | price list          | speed | depends on     |
        | 1    | Update | Internet Access | HOME  |                     | 500   | line 1 of BASE |
        | 2    |        | Static Address  | FIXED | Consumer Price List |       | line 2 of BASE |
      When order "FASTER" is submitted
      Then the queue holds the lines of order "FASTER"
        | line | action | speed |
        | 1    | Update | 500   |
      But line 2 of order "FASTER" is not queued with action "Update"

    @price-lists+service-changes
    Example: A price list on a Suspend line or a transfer leaves its action as it is
      Given the customer has
        | asset | product         | site         |
        | HOME  | Internet Access | 12 Mill Lane |
        | FIXED | Static Address  | 12 Mill Lane |
      And a change order "CHANGE" with
        | line | action      | product         | asset | site           |
        | 1    | Suspend     | Static Address  | FIXED | 12 Mill Lane   |
        | 2    | Move-Add    | Internet Access | HOME  | 3 Harbour Road |
        | 3    | Move-Delete | Internet Access | HOME  | 12 Mill Lane   |
      When a user gives line 1 of order "CHANGE" the "Consumer Price List"
      And a user gives line 2 of order "CHANGE" the "Seasonal Price List"
      And order "CHANGE" is submitted
      Then the queue holds the lines of order "CHANGE"
        | line | action      | asset | site           |
        | 1    | Suspend     | FIXED | 12 Mill Lane   |
        | 2    | Move-Add    | HOME  | 3 Harbour Road |
        | 3    | Move-Delete | HOME  | 12 Mill Lane   |

  @PL-04
  Rule: A line that ends a service and a line that replaces it have separate price lists

    @crm @installed-base @order-tracking @price-lists+service-changes
    Example: The new line's price list is not on the line that ends the old service
      Given the customer has
        | asset | product         |
        | HOME  | Internet Access |
      And a change order "CHANGE" with
        | line | action | product         | asset | price list                  |
        | 1    | Delete | Internet Access | HOME  |                             |
        | 2    | Add    | Internet Access | NEW   | Premium Consumer Price List |
      When order "CHANGE" is submitted
      Then line 1 of order "CHANGE" is not queued with price list "Premium Consumer Price List"
      And the queue holds the lines of order "CHANGE"
        | line | action | price list                  |
        | 2    | Add    | Premium Consumer Price List |

  @PL-04 @installed-base @order-tracking
  Rule: A line that a follow-on order adds takes its own or its own header's price list, not the base order's

    @crm @header-price-list-choice @price-lists+follow-ons
    Example: A follow-on order adds one line with a price list and one without
      Given an order "BASE" on the "Seasonal Price List" with
        | line | action | product         | asset | price list                  |
        | 1    | Add    | Internet Access | HOME  | Premium Consumer Price List |
      And the order system has order "BASE" past its points of no return
      And a change order "MORE" on the "Household Price List" with
        | line | action | product         | asset | price list          | speed | depends on     |
        | 1    | Update | Internet Access | HOME  |                     | 500   | line 1 of BASE |
        | 2    | Add    | Handset         |       | Consumer Price List |       |                |
        | 3    | Add    | Handset         |       |                     |       |                |
      When order "MORE" is submitted
      Then the queue holds the lines of order "MORE"
        | line | action | product | price list          |
        | 2    | Add    | Handset | Consumer Price List |
      And the queue holds these lines of order "MORE" without a price list or with the header's
        | line | product |
        | 3    | Handset |

  @PL-31 @installed-base @order-tracking @price-lists-on-modify-orders @line-price-lists
  Rule: Of two assets of one product, only the one with the price override moves to the new price list

    @crm @price-lists+modify-orders
    Example: A price override and a price list are on the first line, and another change is on the second
      Given the customer has
        | asset  | product         | site         | speed |
        | HOME   | Internet Access | 12 Mill Lane | 100   |
        | OFFICE | Internet Access | 7 Church Way | 100   |
      And a change order "CHANGE" with
        | line | action | product         | asset  | price list          | price override | speed |
        | 1    |        | Internet Access | OFFICE | Consumer Price List | 19.90          |       |
        | 2    | Update | Internet Access | HOME   |                     |                | 500   |
      When order "CHANGE" is submitted
      Then the queue holds the lines of order "CHANGE"
        | line | action | asset  | price override |
        | 1    | Update | OFFICE | 19.90          |
        | 2    | Update | HOME   |                |
      And line 1 of order "CHANGE" is not queued without price list
      And line 2 of order "CHANGE" is not queued with price list "Consumer Price List"

  @PL-26 @installed-base @order-tracking @header-price-list-choice @line-price-lists @revisable-modify-orders
  Rule: A supplemental order to a modify order contains the price lists and prices of all its lines

    @crm @price-lists+supplementals+modify-orders
    Example: The first line gets a third price list, and the second keeps its new one
      Given the customer has
        | asset | product         |
        | HOME  | Internet Access |
        | FIXED | Static Address  |
      And a change order "CHANGE" on the "Household Price List" with
        | line | action | product         | asset | price list          | price override |
        | 1    | Update | Internet Access | HOME  | Consumer Price List | 19.90          |
        | 2    | Update | Static Address  | FIXED | Consumer Price List | 4.90           |
      And the order system has order "CHANGE"
      When order "CHANGE" is revised to
        | line | action | product         | asset | price list          | price override |
        | 1    | Update | Internet Access | HOME  | Consumer Price List | 19.90          |
        | 2    | Update | Static Address  | FIXED | Seasonal Price List | 4.90           |
      Then the queue holds the lines of order "CHANGE"
        | line | action | price list          | price override |
        | 1    | Update | Consumer Price List | 19.90          |
        | 2    | Update | Seasonal Price List | 4.90           |
