Feature: Price lists of assets in later orders
  An asset is charged on the price list of the last order that gave it one. Orders without
  a price list for it leave that as it is. A cancelled order takes its price list back.

  Source: Process Sales Order Fulfillment, "Changing Price Lists on Modify Orders"
  and "About Follow-On Orders".

  @PL-28 @oms @update-empty-pl-leave
  Rule: An order without a price list leaves the asset on the list that the order before gave it

    Background:
      Given an order "FIRST" on the "Household Price List" with
        | line | action | product         | asset | price list                  | speed |
        | 1    | Add    | Internet Access | HOME  | Premium Consumer Price List | 100   |

    @price-lists+follow-ons
    Example: A follow-on order with another header leaves the asset on the base order's price list
      Given order "FIRST" is held at provisioning past its points of no return
      And a change order "FASTER" on the "Seasonal Price List" with
        | line | action | product         | asset | price list | speed | depends on      |
        | 1    | Update | Internet Access | HOME  |            | 500   | line 1 of FIRST |
      When order "FASTER" is submitted
      And provisioning completes order "FIRST"
      And provisioning completes order "FASTER"
      Then order "FASTER" is complete
      And billing has
        | asset | price list                  |
        | HOME  | Premium Consumer Price List |

    @price-lists+modify-orders
    Example: A second modify order leaves the asset on the first one's price list
      Given order "FIRST" is submitted and fulfilled
      And a change order "CHEAPER" on the "Household Price List" with
        | line | action | product         | asset | price list          | price override |
        | 1    | Update | Internet Access | HOME  | Consumer Price List | 19.90          |
      And order "CHEAPER" is submitted and fulfilled
      And a change order "FASTER" on the "Seasonal Price List" with
        | line | action | product         | asset | price list | speed |
        | 1    | Update | Internet Access | HOME  |            | 500   |
      When order "FASTER" is submitted and fulfilled
      Then billing has
        | asset | price list          |
        | HOME  | Consumer Price List |

  @PL-27 @oms
  Rule: A new line takes its own order's header price list, and not that of another order

    Background:
      Given an order "FIRST" on the "Household Price List" with
        | line | action | product         | asset | price list                  |
        | 1    | Add    | Internet Access | HOME  | Premium Consumer Price List |

    @price-lists+follow-ons
    Example: A line that a follow-on order adds takes that order's header price list
      Given order "FIRST" is held at provisioning past its points of no return
      And a change order "MORE" on the "Seasonal Price List" with
        | line | action | product         | asset | price list | speed | depends on      |
        | 1    | Update | Internet Access | HOME  |            | 500   | line 1 of FIRST |
        | 2    | Add    | Handset         | HANDS |            |       |                 |
      When order "MORE" is submitted
      And provisioning takes up its work again
      Then order "MORE" is complete
      And billing has
        | asset | price list          |
        | HANDS | Seasonal Price List |

    @price-lists+modify-orders
    Example: A second asset of a product is charged on the header's price list, not on the first one's
      Given order "FIRST" is submitted and fulfilled
      And a change order "SECOND" on the "Seasonal Price List" with
        | line | action | product         | asset  | price list |
        | 1    | -      | Internet Access | HOME   |            |
        | 2    | Add    | Internet Access | OFFICE |            |
      When order "SECOND" is submitted and fulfilled
      Then billing has
        | asset  | price list                  |
        | HOME   | Premium Consumer Price List |
        | OFFICE | Seasonal Price List         |

    @price-lists+supplementals+modify-orders @revisable-modify-orders
    Example: A line that a modify order adds takes the header's price list of the order's revision
      Given order "FIRST" is submitted and fulfilled
      And a change order "SECOND" on the "Household Price List" with
        | line | action | product         | asset | price list          | speed |
        | 1    | Update | Internet Access | HOME  | Consumer Price List | 500   |
      And order "SECOND" is held at provisioning
      When order "SECOND" is revised on the "Seasonal Price List" to
        | line | action | product         | asset | price list          | speed |
        | 1    | Update | Internet Access | HOME  | Consumer Price List | 500   |
        | 2    | Add    | VoIP Voicemail  | VOICE |                     |       |
      And provisioning completes order "SECOND"
      Then billing has
        | asset | price list          |
        | VOICE | Seasonal Price List |

  @PL-38 @oms
  Rule: Of two equal assets, the one that the line names moves to the new price list

    Background:
      Given an order "FIRST" on the "Household Price List" with
        | line | action | product         | asset  | price list                  | speed |
        | 1    | Add    | Internet Access | HOME   | Premium Consumer Price List | 100   |
        | 2    | Add    | Internet Access | OFFICE |                             | 100   |
      And order "FIRST" is submitted and fulfilled

    @price-lists+modify-orders
    Example: The second of two assets of a product moves to another price list, and the first stays
      Given a change order "CHEAPER" on the "Household Price List" with
        | line | action | product         | asset  | price list          |
        | 1    | Update | Internet Access | OFFICE | Consumer Price List |
      When order "CHEAPER" is submitted and fulfilled
      Then billing has
        | asset  | price list                  |
        | HOME   | Premium Consumer Price List |
        | OFFICE | Consumer Price List         |

    @price-lists+service-changes
    Example: A suspended asset moves to the new price list and stays suspended
      Given the customer's "OFFICE" is suspended
      And a change order "CHEAPER" on the "Household Price List" with
        | line | action | product         | asset  | price list          |
        | 1    | Update | Internet Access | OFFICE | Consumer Price List |
      When order "CHEAPER" is submitted and fulfilled
      Then billing has
        | asset  | price list                  |
        | HOME   | Premium Consumer Price List |
        | OFFICE | Consumer Price List         |
      And billing has
        | asset  | charge    |
        | OFFICE | suspended |

    @update-empty-pl-leave @price-lists+modify-orders+filled-in-data
    Example: A value that is assigned during a change of price list leaves the other asset as it is
      Given provisioning holds its work
      And a change order "CHEAPER" on the "Household Price List" with
        | line | action | product         | asset  | price list          | speed |
        | 1    | Update | Internet Access | HOME   |                     | 500   |
        | 2    | Update | Internet Access | OFFICE | Consumer Price List | 500   |
      When order "CHEAPER" is submitted
      And provisioning reports the value "40" of "upload" of line 2 of order "CHEAPER"
      And provisioning completes order "CHEAPER"
      Then billing has
        | asset  | price list                  |
        | HOME   | Premium Consumer Price List |
        | OFFICE | Consumer Price List         |
