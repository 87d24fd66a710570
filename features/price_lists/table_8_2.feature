Feature: Table 8-2, price lists on a new order
  The documents' own example: a simple product without a price list beside a
  bundle that has one. The list travels from the desk over the queue and the
  order system to billing, and each of them has its part in it.

  The header's price list is not named in the table; here it is the Household
  Price List, which occurs nowhere else in it.

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
  Rule: Table 8-2, line 1: the product without a price list is given the header's on its way to billing

    @oms
    Example: Internet Access is charged on the header's price list
      When the order is submitted
      Then billing charges for the order
        | line | product         | price list           |
        | 1    | Internet Access | Household Price List |

    @integration
    Example: The blank stays blank up to the order system, which has it billed on the header's list
      When the order is submitted
      Then the order system receives the order with
        | line | product         | price list |
        | 1    | Internet Access |            |

    @integration
    Example: On its way to billing the product bears the plan of the header's list
      When the order is submitted
      And the order system asks billing for the order
        | line | price list           |
        | 1    | Household Price List |
      Then billing charges for the order
        | line | product         | price list           |
        | 1    | Internet Access | Household Price List |

  @PL-17
  Rule: Table 8-2, lines 2, 2.1 and 2.2: the bundle's price list stands on its components before the order system sees them, and all three are charged on it

    @oms
    Example: The bundle and its components are charged on the bundle's price list
      When the order is submitted
      Then billing charges for the order
        | line | product             | price list                  |
        | 2    | VoIP Service Bundle | Premium Consumer Price List |
        | 2.1  | VoIP Access         | Premium Consumer Price List |
        | 2.2  | VoIP Voicemail      | Premium Consumer Price List |

    @crm @header-price-list-choice @line-price-lists
    Example: As it is entered, the components are blank
      When the order is saved again
      Then the desk shows the lines of the order
        | line | product             | action | price list                  |
        | 1    | Internet Access     | Add    |                             |
        | 2    | VoIP Service Bundle | Add    | Premium Consumer Price List |
        | 2.1  | VoIP Access         | Add    |                             |
        | 2.2  | VoIP Voicemail      | Add    |                             |

    @crm @header-price-list-choice @line-price-lists
    Example: As it is submitted, the components have the bundle's price list
      When the order is submitted
      Then the queue holds the lines of the order
        | line | product             | action | price list                  |
        | 2    | VoIP Service Bundle | Add    | Premium Consumer Price List |
        | 2.1  | VoIP Access         | Add    | Premium Consumer Price List |
        | 2.2  | VoIP Voicemail      | Add    | Premium Consumer Price List |
