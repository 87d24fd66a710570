Feature: Price lists of orders under way
  Which list a line is charged on can change as long as the order is open. Whatever
  else befalls the order meanwhile, a date, a backlog, a failure, a revision that
  comes too late: the newest version that was taken in decides, line by line.

  Source: Process Sales Order Fulfillment, "Changing Price Lists on Supplemental
  Orders".

  @PL-19 @oms
  Rule: A line that names no list follows the header of the newest version, whenever its turn comes

    @price-lists+supplementals
    Example: A second revision that says the same of the header leaves the line on the header's new list
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
    Example: A line that a second revision adds takes the header of that revision, and so does the line that was there
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
    Example: A dated order is charged on the header that it has when its date comes
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
    Example: A line that waits for its own date is charged on the header of the revision that came before it
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
    Example: An order that waits for a place is charged on the header that it has when the place is free
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
  Rule: A list that a revision gave can be taken off again by the next

    @oms @revision-on-revision-accept @price-lists+supplementals
    Example: The line that was on the header's list, and on its own, is on the header's again
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
