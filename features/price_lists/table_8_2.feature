Feature: Table 8-2, price lists on a new order
  The documents' own example: a simple product without a price list, and a bundle with
  one. The example follows the price lists from the desk to the queue, to the order
  system, and to billing.

  The table does not name the header's price list; here it is the Household Price List,
  which occurs nowhere else in the table.

  Source: Process Sales Order Fulfillment, "Specifying Different Price Lists on
  New Orders", table 8-2 and the paragraph after it.

  Background:
    Given an order on the "Household Price List" with
      | line | product             | action | price list                  |
      | 1    | Internet Access     | Add    |                             |
      | 2    | VoIP Service Bundle | Add    | Premium Consumer Price List |
      | 2.1  | VoIP Access         | Add    |                             |
      | 2.2  | VoIP Voicemail      | Add    |                             |

  @PL-16
  Rule: Table 8-2, line 1: the product without a price list is billed on the header's price list

    @oms
    Example: Internet Access is charged on the header's price list
      When the order is submitted
      Then billing charges for the order
        | line | product         | price list           |
        | 1    | Internet Access | Household Price List |

    @integration
    Example: Internet Access reaches the order system without a price list and is billed on the header's
      When the order is submitted
      Then the order system receives the order with
        | line | product         | price list |
        | 1    | Internet Access |            |

    @integration
    Example: The integration bills Internet Access on the rate plan of the header's price list
      When the order is submitted
      And the order system asks billing for the order
        | line | price list           |
        | 1    | Household Price List |
      Then billing charges for the order
        | line | product         | price list           |
        | 1    | Internet Access | Household Price List |

  @PL-17
  Rule: Table 8-2, lines 2, 2.1 and 2.2: the components get the bundle's price list before the order system receives them, and all three lines are charged on it

    @oms
    Example: The bundle and its components are charged on the bundle's price list
      When the order is submitted
      Then billing charges for the order
        | line | product             | price list                  |
        | 2    | VoIP Service Bundle | Premium Consumer Price List |
        | 2.1  | VoIP Access         | Premium Consumer Price List |
        | 2.2  | VoIP Voicemail      | Premium Consumer Price List |

    @crm @header-price-list-choice @line-price-lists
    Example: The components have no price list while the order is a draft
      When the order is saved again
      Then the desk shows the lines of the order
        | line | product             | action | price list                  |
        | 1    | Internet Access     | Add    |                             |
        | 2    | VoIP Service Bundle | Add    | Premium Consumer Price List |
        | 2.1  | VoIP Access         | Add    |                             |
        | 2.2  | VoIP Voicemail      | Add    |                             |

    @crm @header-price-list-choice @line-price-lists
    Example: The components are submitted with the bundle's price list
      When the order is submitted
      Then the queue holds the lines of the order
        | line | product             | action | price list                  |
        | 2    | VoIP Service Bundle | Add    | Premium Consumer Price List |
        | 2.1  | VoIP Access         | Add    | Premium Consumer Price List |
        | 2.2  | VoIP Voicemail      | Add    | Premium Consumer Price List |
