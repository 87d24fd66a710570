Feature: Price lists where an order is more than one simple line
  A price list is a line's own, a bundle's or the header's, and which of them
  counts is looked up line by line, version by version. A CRM that looks it up
  by the product, or once for the order, bills somebody else's price.

  Source: Process Sales Order Fulfillment, "Specifying Different Price Lists on
  New Orders", "Changing Price Lists on Supplemental Orders" and "Changing Price
  Lists on Modify Orders".

  @PL-13 @line-price-lists @crm
  Rule: Of two bundles of one kind, each hands its own list down

    @price-lists+bundles
    Example: The same component is on three lists, below two bundles and by itself
      Given an order with
        | line  | action | product             | price list                  |
        | 1     | Add    | VoIP Service Bundle | Premium Consumer Price List |
        | 1.1   | Add    | Handset Kit         |                             |
        | 1.1.1 | Add    | Handset             |                             |
        | 2     | Add    | VoIP Service Bundle | Consumer Price List         |
        | 2.1   | Add    | Handset Kit         |                             |
        | 2.1.1 | Add    | Handset             |                             |
        | 3     | Add    | Handset             | Seasonal Price List         |
      When the order is submitted
      Then the queue holds the lines of the order
        | line  | product     | price list                  |
        | 1.1   | Handset Kit | Premium Consumer Price List |
        | 1.1.1 | Handset     | Premium Consumer Price List |
        | 2.1   | Handset Kit | Consumer Price List         |
        | 2.1.1 | Handset     | Consumer Price List         |
        | 3     | Handset     | Seasonal Price List         |

    @price-lists+bundles
    Example: A bundle borrows no list from the bundle beside it
      Given an order with
        | line | action | product             | price list                  |
        | 1    | Add    | VoIP Service Bundle | Premium Consumer Price List |
        | 1.1  | Add    | VoIP Access         |                             |
        | 2    | Add    | VoIP Service Bundle |                             |
        | 2.1  | Add    | VoIP Access         |                             |
      When the order is submitted
      Then the queue holds the lines of the order
        | line | product     | price list                  |
        | 1.1  | VoIP Access | Premium Consumer Price List |
      And the queue leaves lines of the order to the header's price list
        | line | product             |
        | 2    | VoIP Service Bundle |
        | 2.1  | VoIP Access         |

  @PL-13 @line-price-lists @price-lists-on-supplementals
  Rule: A bundle that a revision puts on another list takes old and new components along

    @crm @price-lists+bundles+supplementals
    Example: Old, nested and new components go with the list that the revision gives their bundle
      Given an order "BASE" with
        | line  | action | product             | price list                  |
        | 1     | Add    | VoIP Service Bundle | Premium Consumer Price List |
        | 1.1   | Add    | Handset Kit         |                             |
        | 1.1.1 | Add    | Handset             |                             |
      And the order system has order "BASE"
      When order "BASE" is revised to
        | line  | action | product             | price list          |
        | 1     | Add    | VoIP Service Bundle | Consumer Price List |
        | 1.1   | Add    | Handset Kit         |                     |
        | 1.1.1 | Add    | Handset             |                     |
        | 1.2   | Add    | VoIP Voicemail      |                     |
      Then the queue holds the lines of order "BASE"
        | line  | product        | price list          |
        | 1.1   | Handset Kit    | Consumer Price List |
        | 1.1.1 | Handset        | Consumer Price List |
        | 1.2   | VoIP Voicemail | Consumer Price List |

  @PL-18 @header-price-list-choice @line-price-lists
  Rule: What a revision leaves blank is not filled with what an earlier revision said

    @crm @price-lists+supplementals
    Example: The second revision takes a list back that the first had given
      Given an order "BASE" on the "Household Price List" with
        | line | action | product         | price list                  |
        | 1    | Add    | Internet Access |                             |
        | 2    | Add    | Static Address  | Premium Consumer Price List |
      And the order system has order "BASE"
      When order "BASE" is revised to
        | line | action | product         | price list                  |
        | 1    | Add    | Internet Access | Consumer Price List         |
        | 2    | Add    | Static Address  | Premium Consumer Price List |
      And order "BASE" is revised to
        | line | action | product         | price list          |
        | 1    | Add    | Internet Access |                     |
        | 2    | Add    | Static Address  | Seasonal Price List |
      Then the queue holds the lines of order "BASE"
        | line | product        | price list          |
        | 2    | Static Address | Seasonal Price List |
      And the queue leaves lines of order "BASE" to the header's price list
        | line | product         |
        | 1    | Internet Access |

  @PL-03
  Rule: The next revision begins with the header that the last one had

    Background:
      Given an order "BASE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And the order system has order "BASE"

    @crm @price-lists+supplementals
    Example: A header's list that was replaced in a revision stays replaced
      When a user begins to revise order "BASE"
      And a user gives order "BASE" the "Seasonal Price List"
      And order "BASE" is submitted
      And order "BASE" is revised to
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 2    | Add    | Static Address  |
      Then the queue holds the header of order "BASE"
        | price list          |
        | Seasonal Price List |

  @PN-04 @line-price-lists @price-lists-on-supplementals @order-tracking
  Rule: Until its point of no return an order is priced anew like any other

    @crm @price-lists+points-of-no-return
    Example: A milestone before that point keeps no price list as it is
      Given an order "BASE" with
        | line | action | product         | price list                  |
        | 1    | Add    | Internet Access | Premium Consumer Price List |
        | 2    | Add    | Static Address  | Premium Consumer Price List |
      And the order system has order "BASE"
      When the order system reports of order "BASE"
        | line | status      | milestone |
        | 1    | IN PROGRESS | RESERVED  |
      And order "BASE" is revised to
        | line | action | product         | price list          |
        | 1    | Add    | Internet Access | Consumer Price List |
        | 2    | Add    | Static Address  | Seasonal Price List |
      Then the queue holds the lines of order "BASE"
        | line | product         | price list          |
        | 1    | Internet Access | Consumer Price List |
        | 2    | Static Address  | Seasonal Price List |
