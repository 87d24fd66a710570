Feature: Prices by hand, and revisions
  A price that somebody has agreed with the customer is agreed once more, and then
  again. What is queued is what was entered last.

  Source: Process Sales Order Fulfillment, "Changing Price Lists on Modify Orders".

  @PL-26 @installed-base @order-tracking @price-lists-on-modify-orders @line-price-lists @revisable-modify-orders @crm
  Rule: A price by hand is queued as it was entered last, in whichever version that was

    Background:
      Given the customer has
        | line | action | product         | asset |
        | 1    | Add    | Internet Access | HOME  |
        | 2    | Add    | Static Address  | FIXED |
      And a change order "CHANGE" on the "Household Price List" with
        | line | action | product         | asset | price list          | price override |
        | 1    | Update | Internet Access | HOME  | Consumer Price List | 19.90          |
        | 2    | Update | Static Address  | FIXED | Consumer Price List | 4.90           |
      And order "CHANGE" is held at provisioning

    @price-lists+supplementals+modify-orders
    Example: A revision alters one of two prices that were entered by hand
      When order "CHANGE" is revised to
        | line | action | product         | asset | price list          | price override |
        | 1    | Update | Internet Access | HOME  | Consumer Price List | 17.90          |
        | 2    | Update | Static Address  | FIXED | Consumer Price List | 4.90           |
      Then the queue holds the lines of order "CHANGE"
        | line | action | price list          | price override |
        | 1    | Update | Consumer Price List | 17.90          |
        | 2    | Update | Consumer Price List | 4.90           |

    @price-lists+supplementals+modify-orders
    Example: A revision alters an attribute, and the prices stay as they were entered
      When order "CHANGE" is revised to
        | line | action | product         | asset | price list          | price override | speed |
        | 1    | Update | Internet Access | HOME  | Consumer Price List | 19.90          | 500   |
        | 2    | Update | Static Address  | FIXED | Consumer Price List | 4.90           |       |
      Then the queue holds the lines of order "CHANGE"
        | line | action | price override | speed |
        | 1    | Update | 19.90          | 500   |
        | 2    | Update | 4.90           |       |

  @PL-30 @installed-base @order-tracking @crm @orders-from-profile @price-lists-on-modify-orders @header-price-list-choice @line-price-lists
  Rule: A price by hand makes an Update of a line that is begun from the profile

    @price-lists+modify-orders+drafts
    Example: A line that is begun from the profile is submitted as Update once it has a price by hand
      Given the customer has
        | asset | product         | speed |
        | HOME  | Internet Access | 100   |
      When order "CHANGE" is begun with these assets of the customer
        | asset |
        | HOME  |
      And order "CHANGE" is changed as a draft to
        | line | action | asset | price override |
        | 1    |        | HOME  | 4.90           |
      And order "CHANGE" is submitted
      Then the queue holds the lines of order "CHANGE"
        | line | action | product         | asset | price override |
        | 1    | Update | Internet Access | HOME  | 4.90           |
