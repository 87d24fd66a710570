Feature: Price lists on a new order
  Each line of an order is charged on one price list. The header has the customer's price
  list; a sales representative may choose another one for the whole order or for single
  products. Billing must always be told a price list.

  Source: Process Sales Order Fulfillment, "Specifying Different Price Lists on New Orders".

  @PL-09 @oms
  Rule: On a new order, a line without a price list is charged on the price list of the order header

    Example: A blank line takes the header's price list
      Given an order on the "Household Price List" with
        | line | action | product         | price list |
        | 1    | Add    | Internet Access |            |
      When the order is submitted
      Then billing charges for the order
        | line | product         | price list           |
        | 1    | Internet Access | Household Price List |

    Example: A blank line takes the price list of its own order's header and not of another order's
      Given an order "EARLIER" on the "Household Price List" with
        | line | action | product         | price list |
        | 1    | Add    | Internet Access |            |
      And an order "LATER" on the "Seasonal Price List" with
        | line | action | product        | price list |
        | 1    | Add    | Static Address |            |
      When order "EARLIER" is submitted
      And order "LATER" is submitted
      Then billing charges for order "LATER"
        | line | product        | price list          |
        | 1    | Static Address | Seasonal Price List |

    Example: A price list that is sent as blank text counts as missing
      Given the CRM sends an empty price list as blank text
      And an order on the "Household Price List" with
        | line | action | product         | price list |
        | 1    | Add    | Internet Access |            |
      When the order is submitted
      Then billing charges for the order
        | line | product         | price list           |
        | 1    | Internet Access | Household Price List |

  @PL-10 @oms
  Rule: A price list on a line is never replaced with the header's

    Example: A line with a price list of its own keeps it
      Given an order on the "Household Price List" with
        | line | action | product         | price list                  |
        | 1    | Add    | Internet Access | Premium Consumer Price List |
        | 2    | Add    | Static Address  |                             |
      When the order is submitted
      Then billing charges for the order
        | line | product         | price list                  |
        | 1    | Internet Access | Premium Consumer Price List |

    Example: A price list that billing does not know is refused and not replaced with the header's
      Given an order on the "Household Price List" with
        | line | action | product         | price list       |
        | 1    | Add    | Internet Access | Staff Price List |
      When the order is submitted
      Then the order is refused or fallen out
      And billing charges nothing for line 1 of the order

  @PL-04
  Rule: Single lines may be given price lists that differ from the header's and from each other

    @oms
    Example: Three lines are charged on three price lists
      Given an order on the "Household Price List" with
        | line | action | product         | price list                  |
        | 1    | Add    | Internet Access | Premium Consumer Price List |
        | 2    | Add    | Static Address  | Consumer Price List         |
        | 3    | Add    | Handset         | Seasonal Price List         |
      When the order is submitted
      Then billing charges for the order
        | line | product         | price list                  |
        | 1    | Internet Access | Premium Consumer Price List |
        | 2    | Static Address  | Consumer Price List         |
        | 3    | Handset         | Seasonal Price List         |

    @oms
    Example: A line may have the same price list as the header
      Given an order on the "Household Price List" with
        | line | action | product         | price list           |
        | 1    | Add    | Internet Access | Household Price List |
        | 2    | Add    | Static Address  | Consumer Price List  |
      When the order is submitted
      Then billing charges for the order
        | line | product         | price list           |
        | 1    | Internet Access | Household Price List |

    @crm @header-price-list-choice
    Example: The CRM submits three lines with their three price lists
      Given an order on the "Household Price List" with
        | line | action | product         | price list                  |
        | 1    | Add    | Internet Access | Premium Consumer Price List |
        | 2    | Add    | Static Address  | Consumer Price List         |
        | 3    | Add    | Handset         | Household Price List        |
      When the order is submitted
      Then the queue holds the lines of the order
        | line | product         | price list                  |
        | 1    | Internet Access | Premium Consumer Price List |
        | 2    | Static Address  | Consumer Price List         |
        | 3    | Handset         | Household Price List        |

    @crm @line-price-lists @header-price-list-choice
    Example: A line keeps its price list when a user replaces the header's
      Given an order with
        | line | action | product         | price list                  |
        | 1    | Add    | Internet Access | Premium Consumer Price List |
        | 2    | Add    | Static Address  |                             |
      When a user gives the order the "Seasonal Price List"
      And the order is submitted
      Then the queue holds the lines of the order
        | line | product         | price list                  |
        | 1    | Internet Access | Premium Consumer Price List |
