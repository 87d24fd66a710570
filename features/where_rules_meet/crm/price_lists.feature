Feature: Price lists of bundles and revisions
  A price list belongs to a line, a bundle or the header, in one version of an order. A
  CRM that finds it by the product, or once for the whole order, charges a wrong price.

  Source: Process Sales Order Fulfillment, "Specifying Different Price Lists on
  New Orders", "Changing Price Lists on Supplemental Orders" and "Changing Price
  Lists on Modify Orders".

  @PL-13 @line-price-lists @crm
  Rule: Each of two equal bundles passes its own price list to its components

    @price-lists+bundles
    Example: The same component is on three price lists, below two bundles and by itself
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
    Example: A bundle without a price list takes the header's, and not that of another bundle
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
      And the queue holds these lines of the order without a price list or with the header's
        | line | product             |
        | 2    | VoIP Service Bundle |
        | 2.1  | VoIP Access         |

  @PL-13 @line-price-lists @price-lists-on-supplementals
  Rule: A revision that gives a bundle another price list gives it to old and new components

    @crm @price-lists+bundles+supplementals
    Example: Old, nested and new components take the price list that the revision gives their bundle
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
  Rule: A price list that a revision leaves blank is not taken from an earlier revision

    @crm @price-lists+supplementals
    Example: A second revision removes the price list that the first one gave
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
      And the queue holds these lines of order "BASE" without a price list or with the header's
        | line | product         |
        | 1    | Internet Access |

  @PL-03
  Rule: The next revision starts with the header's price list of the last one

    Background:
      Given an order "BASE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And the order system has order "BASE"

    @crm @price-lists+supplementals
    Example: A price list that was replaced in the header stays so on the next revision
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
  Rule: Price lists can be changed until the point of no return

    @crm @price-lists+points-of-no-return
    Example: A milestone before the point of no return does not fix a price list
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
