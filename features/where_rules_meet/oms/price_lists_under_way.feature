Feature: Price lists of open orders
  The price list of a line can change as long as the order is open. The newest accepted
  version decides, line by line, whatever else happens to the order.

  Source: Process Sales Order Fulfillment, "Changing Price Lists on Supplemental
  Orders".

  @PL-19 @oms
  Rule: A line without a price list takes the header's of the newest version

    @price-lists+supplementals
    Example: A second revision with the same header leaves the line on the header's new price list
      Given an order "BASE" on the "Household Price List" with
        | line | action | product         | asset | price list                  | speed |
        | 1    | Add    | Internet Access | HOME  |                             | 100   |
        | 2    | Add    | Static Address  | FIXED | Premium Consumer Price List |       |
      And order "BASE" is held at provisioning
      When order "BASE" is revised on the "Seasonal Price List" to
        | line | action | product         | asset | price list                  | speed |
        | 1    | Add    | Internet Access | HOME  |                             | 100   |
        | 2    | Add    | Static Address  | FIXED | Premium Consumer Price List |       |
      And order "BASE" is revised to
        | line | action | product         | asset | price list                  | speed |
        | 1    | Add    | Internet Access | HOME  |                             | 500   |
        | 2    | Add    | Static Address  | FIXED | Premium Consumer Price List |       |
      And provisioning completes order "BASE"
      Then billing has
        | asset | price list                  |
        | HOME  | Seasonal Price List         |
        | FIXED | Premium Consumer Price List |

    @revision-on-revision-accept @price-lists+supplementals
    Example: An old line and an added line take the header's price list of the second revision
      Given an order "BASE" on the "Household Price List" with
        | line | action | product         | asset | price list |
        | 1    | Add    | Internet Access | HOME  |            |
      And order "BASE" is held at provisioning
      When order "BASE" is revised on the "Seasonal Price List" to
        | line | action | product         | asset | price list |
        | 1    | Add    | Internet Access | HOME  |            |
      And order "BASE" is revised on the "Standard Price List" to
        | line | action | product         | asset | price list |
        | 1    | Add    | Internet Access | HOME  |            |
        | 2    | Add    | Handset         | HANDS |            |
      And provisioning completes order "BASE"
      Then billing has
        | asset | price list          |
        | HOME  | Standard Price List |
        | HANDS | Standard Price List |

    @virtual-clock @price-lists+supplementals+dates
    Example: A dated order is charged on the header's price list that it has on its date
      Given an order "LATER" with header
        | account  | price list           | due date  |
        | Customer | Household Price List | in 5 days |
      And its lines are
        | line | action | product         | asset | price list                  |
        | 1    | Add    | Internet Access | HOME  |                             |
        | 2    | Add    | Static Address  | FIXED | Premium Consumer Price List |
      When order "LATER" is submitted
      And order "LATER" is revised on the "Seasonal Price List" to
        | line | action | product         | asset | price list                  |
        | 1    | Add    | Internet Access | HOME  |                             |
        | 2    | Add    | Static Address  | FIXED | Premium Consumer Price List |
      And the clock comes to the due date of order "LATER"
      Then billing has
        | asset | price list                  |
        | HOME  | Seasonal Price List         |
        | FIXED | Premium Consumer Price List |

    @virtual-clock @line-dates-on @price-lists+supplementals+dates
    Example: A dated line is charged on the header's price list of the revision before its date
      Given an order "MIXED" on the "Household Price List" with
        | line | action | product         | asset | price list | due date  |
        | 1    | Add    | Internet Access | HOME  |            |           |
        | 2    | Add    | Static Address  | FIXED |            | in 5 days |
      And order "MIXED" is held at provisioning
      When order "MIXED" is revised on the "Seasonal Price List" to
        | line | action | product         | asset | price list | due date  |
        | 1    | Add    | Internet Access | HOME  |            |           |
        | 2    | Add    | Static Address  | FIXED |            | in 5 days |
      And a week passes
      And provisioning completes order "MIXED"
      Then billing has
        | asset | price list          |
        | HOME  | Seasonal Price List |
        | FIXED | Seasonal Price List |

    @limited-capacity @price-lists+supplementals+priorities
    Example: An order that waits for a place is charged on the header's price list that it has when it starts
      Given orders held at provisioning take every place
      And an order "WAITING" on the "Household Price List" with
        | line | action | product         | asset | price list          | speed |
        | 1    | Add    | Internet Access | HOME  |                     | 100   |
        | 2    | Add    | Static Address  | FIXED | Consumer Price List |       |
      When order "WAITING" is submitted
      And order "WAITING" is revised on the "Seasonal Price List" to
        | line | action | product         | asset | price list          | speed |
        | 1    | Add    | Internet Access | HOME  |                     | 100   |
        | 2    | Add    | Static Address  | FIXED | Consumer Price List |       |
      And provisioning takes up its work again
      Then billing has
        | asset | price list          |
        | HOME  | Seasonal Price List |
        | FIXED | Consumer Price List |

  @PL-22
  Rule: A price list that one revision gave can be removed by the next

    @oms @revision-on-revision-accept @price-lists+supplementals
    Example: A line moves from the header's price list to its own and back
      Given an order "BASE" on the "Household Price List" with
        | line | action | product         | asset | price list                  |
        | 1    | Add    | Internet Access | HOME  |                             |
        | 2    | Add    | Static Address  | FIXED | Premium Consumer Price List |
      And order "BASE" is held at provisioning
      When order "BASE" is revised to
        | line | action | product         | asset | price list                  |
        | 1    | Add    | Internet Access | HOME  | Consumer Price List         |
        | 2    | Add    | Static Address  | FIXED | Premium Consumer Price List |
      And order "BASE" is revised to
        | line | action | product         | asset | price list                  |
        | 1    | Add    | Internet Access | HOME  |                             |
        | 2    | Add    | Static Address  | FIXED | Premium Consumer Price List |
      And provisioning completes order "BASE"
      Then billing has
        | asset | price list                  |
        | HOME  | Household Price List        |
        | FIXED | Premium Consumer Price List |
