Feature: Price lists and reports about an order
  A user changes price lists while reports about the order come in. A price list comes
  from the user and an assigned value from fulfilment: neither replaces the other.

  Source: Process Sales Order Fulfillment, "Changing Price Lists on Supplemental
  Orders" and "About Sales Orders".

  @PL-18 @line-price-lists @order-tracking @crm
  Rule: A new price list leaves assigned values as they are, and an assigned value leaves price lists

    Background:
      Given an order "BASE" with
        | line | action | product         | price list                  | speed |
        | 1    | Add    | Internet Access | Premium Consumer Price List | 100   |
      And the order system has order "BASE"

    @installed-base @price-lists+filled-in-data
    Example: A value that was assigned before the price list was changed is kept
      When the order system reports of order "BASE"
        | line | status      | upload |
        | 1    | IN PROGRESS | 40     |
      And order "BASE" is revised to
        | line | action | product         | price list          | speed |
        | 1    | Add    | Internet Access | Consumer Price List | 100   |
      And the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
      Then the queue holds the lines of order "BASE"
        | line | price list          |
        | 1    | Consumer Price List |
      And the customer has the assets
        | product         | speed | upload |
        | Internet Access | 100   | 40     |

    @price-lists+filled-in-data
    Example: A price list that was changed before a value was assigned is kept
      When order "BASE" is revised to
        | line | action | product         | price list          | speed |
        | 1    | Add    | Internet Access | Consumer Price List | 100   |
      And the order system reports of order "BASE"
        | line | status      | upload |
        | 1    | IN PROGRESS | 40     |
      And a user begins to revise order "BASE"
      And order "BASE" is submitted
      Then the queue holds the lines of order "BASE"
        | line | price list          | speed |
        | 1    | Consumer Price List | 100   |

    @price-lists+redelivery
    Example: A report that comes twice does not undo a change of the price list
      When order "BASE" is revised to
        | line | action | product         | price list          | speed |
        | 1    | Add    | Internet Access | Consumer Price List | 100   |
      And the order system reports in turn "IN PROGRESS, IN PROGRESS" of order "BASE"
      And a user begins to revise order "BASE"
      And order "BASE" is submitted
      Then order "BASE" is queued three times
      And the queue holds the lines of order "BASE"
        | line | price list          |
        | 1    | Consumer Price List |

  @PL-04 @kept-service-points
  Rule: Price list and service point belong to the line, and not to its product

    @crm @price-lists-on-supplementals @price-lists+supplementals+service-points
    Example: The first of two equal lines gets another price list, and both keep their service points
      Given an order "BASE" with
        | line | action | product         | price list                  | service point |
        | 1    | Add    | Internet Access | Premium Consumer Price List | Customer      |
        | 2    | Add    | Internet Access | Consumer Price List         | Neighbour     |
      And the order system has order "BASE"
      When order "BASE" is revised to
        | line | action | product         | price list          | service point |
        | 1    | Add    | Internet Access | Seasonal Price List | Customer      |
        | 2    | Add    | Internet Access | Consumer Price List | Neighbour     |
      Then the queue holds the lines of order "BASE"
        | line | price list          | service point |
        | 1    | Seasonal Price List | Customer      |
        | 2    | Consumer Price List | Neighbour     |

  @RV-03 @revisions-before-submission @crm
  Rule: The price lists of a discarded revision are discarded too

    Background:
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And the order is revised before submission to
        | line | action | product         |
        | 1    | Add    | Internet Access |

    @header-price-list-choice @price-lists+drafts
    Example: The header returns to the price list of the revision before
      When a user gives the order the "Seasonal Price List"
      And the latest revision of the order is discarded
      And the order is submitted
      Then the queue holds the header of the order
        | price list          |
        | Standard Price List |

    @line-price-lists @price-lists+drafts
    Example: A line returns to the price list of the revision before
      When a user gives line 1 of the order the "Consumer Price List"
      And the latest revision of the order is discarded
      And the order is submitted
      Then the queue holds these lines of the order without a price list or with the header's
        | line | product         |
        | 1    | Internet Access |

  @PL-03
  Rule: A discarded revision of a submitted order leaves no price list in its header

    Background:
      Given an order "BASE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And the order system has order "BASE"

    @crm @price-lists+supplementals+drafts
    Example: The next revision has the header's price list of the submitted version
      When a user begins to revise order "BASE"
      And a user gives order "BASE" the "Seasonal Price List"
      And the latest revision of order "BASE" is discarded
      And a user begins to revise order "BASE"
      And order "BASE" is submitted
      Then the queue holds the header of order "BASE"
        | price list          |
        | Standard Price List |
