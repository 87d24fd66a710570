Feature: Table 8-3, price lists on a supplemental order
  The documents' own example goes on: the order of table 8-2 is revised. The
  simple product is given the premium list, and the bundle loses it. With that
  the two have changed places, and the components go with their bundle.

  As before the header's price list is the Household Price List, which occurs
  nowhere else in the table.

  Source: Process Sales Order Fulfillment, "Changing Price Lists on Supplemental
  Orders", table 8-3 and the paragraph after it.

  Background:
    Given an order "BASE" on the "Household Price List" with
      | line | product             | action | price list                  |
      | 1    | Internet Access     | Add    |                             |
      | 2    | VoIP Service Bundle | Add    | Premium Consumer Price List |
      | 2.1  | VoIP Access         | Add    |                             |
      | 2.2  | VoIP Voicemail      | Add    |                             |

  @PL-23
  Rule: Table 8-3, line 1: the product that was on the header's price list is charged on the one that it names now

    Background:
      Given provisioning holds its work
      And order "BASE" is held at provisioning

    @oms
    Example: Internet Access moves to the premium list
      When order "BASE" is revised to
        | line | product             | action | price list                  |
        | 1    | Internet Access     | Add    | Premium Consumer Price List |
        | 2    | VoIP Service Bundle | Add    |                             |
        | 2.1  | VoIP Access         | Add    |                             |
        | 2.2  | VoIP Voicemail      | Add    |                             |
      And provisioning completes order "BASE"
      Then billing charges for order "BASE"
        | line | product         | price list                  |
        | 1    | Internet Access | Premium Consumer Price List |
      And the number of assets charged is four

  @PL-24 @order-tracking
  Rule: Table 8-3, line 2: the bundle, whose price list was removed, is charged on the header's

    Background:
      Given provisioning holds its work
      And order "BASE" is held at provisioning

    @oms
    Example: The bundle moves to the header's list
      When order "BASE" is revised to
        | line | product             | action | price list                  |
        | 1    | Internet Access     | Add    | Premium Consumer Price List |
        | 2    | VoIP Service Bundle | Add    |                             |
        | 2.1  | VoIP Access         | Add    |                             |
        | 2.2  | VoIP Voicemail      | Add    |                             |
      And provisioning completes order "BASE"
      Then billing charges for order "BASE"
        | line | product             | price list           |
        | 2    | VoIP Service Bundle | Household Price List |

    @oms
    Example: The bundle moves to the header's new list when that is changed with it
      When order "BASE" is revised on the "Seasonal Price List" to
        | line | product             | action | price list                  |
        | 1    | Internet Access     | Add    | Premium Consumer Price List |
        | 2    | VoIP Service Bundle | Add    |                             |
        | 2.1  | VoIP Access         | Add    |                             |
        | 2.2  | VoIP Voicemail      | Add    |                             |
      And provisioning completes order "BASE"
      Then billing charges for order "BASE"
        | line | product             | price list          |
        | 2    | VoIP Service Bundle | Seasonal Price List |

    @crm @price-lists-on-supplementals @header-price-list-choice @line-price-lists
    Example: As it is entered, the bundle and its components are blank
      When a user begins to revise order "BASE" to
        | line | product             | action | price list                  |
        | 1    | Internet Access     | Add    | Premium Consumer Price List |
        | 2    | VoIP Service Bundle | Add    |                             |
        | 2.1  | VoIP Access         | Add    |                             |
        | 2.2  | VoIP Voicemail      | Add    |                             |
      Then the desk shows the lines of order "BASE"
        | line | product             | action | price list                  |
        | 1    | Internet Access     | Add    | Premium Consumer Price List |
        | 2    | VoIP Service Bundle | Add    |                             |
        | 2.1  | VoIP Access         | Add    |                             |
        | 2.2  | VoIP Voicemail      | Add    |                             |

    @crm @price-lists-on-supplementals @header-price-list-choice @line-price-lists
    Example: As it is submitted, the bundle is left to the header's list
      When order "BASE" is revised to
        | line | product             | action | price list                  |
        | 1    | Internet Access     | Add    | Premium Consumer Price List |
        | 2    | VoIP Service Bundle | Add    |                             |
        | 2.1  | VoIP Access         | Add    |                             |
        | 2.2  | VoIP Voicemail      | Add    |                             |
      Then the queue holds the lines of order "BASE"
        | line | product         | action | price list                  |
        | 1    | Internet Access | Add    | Premium Consumer Price List |
      And the queue leaves lines of order "BASE" to the header's price list
        | line | product             |
        | 2    | VoIP Service Bundle |
