Feature: Price lists of installed assets
  The CRM does not remember on which price list an asset is charged. It sends a list
  for an installed asset only when that list changes. So a price list on a line for
  such an asset is an instruction where the line says Update, and ignored elsewhere.

  Source: Process Sales Order Fulfillment, "Changing Price Lists on Modify
  Orders".

  Background:
    Given an order "FIRST" on the "Household Price List" with
      | line | action | product         | asset | price list                  |
      | 1    | Add    | Internet Access | HOME  | Premium Consumer Price List |
      | 2    | Add    | Static Address  | FIXED |                             |
    And order "FIRST" is submitted and fulfilled

  @PL-27 @oms
  Rule: A line that a modify order adds without a price list takes the header's current price list

    Example: An added line takes the new price list of the header
      Given a change order "CHANGE" on the "Seasonal Price List" with
        | line | action | product         | asset | price list | speed |
        | 1    | Update | Internet Access | HOME  |            | 500   |
        | 2    | Add    | Handset         | HANDS |            |       |
      When order "CHANGE" is submitted
      Then billing charges for order "CHANGE"
        | line | product | price list          |
        | 2    | Handset | Seasonal Price List |

    Example: An added line takes the unchanged price list of the header
      Given a change order "CHANGE" on the "Household Price List" with
        | line | action | product         | asset | price list          | speed |
        | 1    | Update | Internet Access | HOME  | Consumer Price List | 500   |
        | 2    | Add    | Handset         | HANDS |                     |       |
      When order "CHANGE" is submitted
      Then billing charges for order "CHANGE"
        | line | product | price list           |
        | 2    | Handset | Household Price List |

  @PL-28 @oms
  Rule: A new price list on the order header leaves an installed asset on the price list that it has

    Example: An asset that is on the order without a change stays on its price list
      Given a change order "CHANGE" on the "Seasonal Price List" with
        | line | action | product         | asset | price list          |
        | 1    | -      | Static Address  | FIXED |                     |
        | 2    | Add    | Handset         | HANDS | Consumer Price List |
      When order "CHANGE" is submitted and fulfilled
      Then billing has
        | asset | price list           |
        | FIXED | Household Price List |

    # For systems that declare update_empty_pl = "leave":
    @update-empty-pl-leave
    Example: Where a blank leaves the list, an Update line without a price list leaves its asset on its list
      Given a change order "CHANGE" on the "Seasonal Price List" with
        | line | action | product        | asset | price list | version |
        | 1    | Update | Static Address | FIXED |            | v6      |
      When order "CHANGE" is submitted and fulfilled
      Then billing has
        | asset | price list           |
        | FIXED | Household Price List |

    # For systems that declare update_empty_pl = "fill":
    @update-empty-pl-fill
    Example: Where a blank is filled, an Update line without a price list moves its asset to the header's list
      Given a change order "CHANGE" on the "Seasonal Price List" with
        | line | action | product        | asset | price list | version |
        | 1    | Update | Static Address | FIXED |            | v6      |
      When order "CHANGE" is submitted and fulfilled
      Then billing has
        | asset | price list          |
        | FIXED | Seasonal Price List |

  @PL-33
  Rule: An asset whose price list is removed after a price override is charged on the header's price list

    @oms
    Example: A line with an override and no price list moves its asset to the header's list
      Given a change order "CHANGE" on the "Seasonal Price List" with
        | line | action | product         | asset | price list | price override |
        | 1    | Update | Internet Access | HOME  |            | 19.90          |
        | 2    | Update | Static Address  | FIXED |            | 4.90           |
      When order "CHANGE" is submitted and fulfilled
      Then billing has
        | asset | price list          |
        | HOME  | Seasonal Price List |
        | FIXED | Seasonal Price List |

  @PL-38 @oms
  Rule: Update with a price list means that the price list has changed

    Example: An Update line with another price list moves its asset to it, without an override
      Given a change order "CHANGE" on the "Household Price List" with
        | line | action | product         | asset | price list          |
        | 1    | Update | Internet Access | HOME  | Seasonal Price List |
      When order "CHANGE" is submitted and fulfilled
      Then billing has
        | asset | price list          |
        | HOME  | Seasonal Price List |

    Example: An Update line that names the header's price list moves its asset to it
      Given a change order "CHANGE" on the "Household Price List" with
        | line | action | product         | asset | price list           |
        | 1    | Update | Internet Access | HOME  | Household Price List |
      When order "CHANGE" is submitted and fulfilled
      Then billing has
        | asset | price list           |
        | HOME  | Household Price List |

    Example: Update with a price list changes the list on a follow-on order too
      Given a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And order "FASTER" is held at provisioning past its points of no return
      And a change order "CHEAPER" on the "Household Price List" with
        | line | action | product         | asset | price list          | speed | depends on       |
        | 1    | Update | Internet Access | HOME  | Seasonal Price List | 900   | line 1 of FASTER |
      When order "CHEAPER" is submitted
      And provisioning takes up its work again
      Then billing has
        | asset | price list          |
        | HOME  | Seasonal Price List |

    Example: An Update line with the price list that the asset has changes nothing
      Given a change order "CHANGE" on the "Household Price List" with
        | line | action | product         | asset | price list                  |
        | 1    | Update | Internet Access | HOME  | Premium Consumer Price List |
      When order "CHANGE" is submitted and fulfilled
      Then billing has
        | asset | price list                  |
        | HOME  | Premium Consumer Price List |
      And the number of assets charged is two
