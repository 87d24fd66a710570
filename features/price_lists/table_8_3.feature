Feature: Table 8-3, price lists on a supplemental order
  The documents' own example goes on: the order of table 8-2 is revised. The simple
  product is given the premium list, and the bundle loses it. The components follow their
  bundle.

  The header's price list is again the Household Price List, which occurs nowhere else in
  the table.

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
  Rule: Table 8-3, line 1: the product without a price list is given one and is charged on it

    Background:
      Given provisioning holds its work
      And order "BASE" is held at provisioning

    @oms
    Example: Internet Access moves from the header's list to the premium list
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
  Rule: Table 8-3, line 2: the bundle loses its price list and is charged on the header's

    Background:
      Given provisioning holds its work
      And order "BASE" is held at provisioning

    @oms
    Example: The bundle moves from the premium list to the header's list
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
    Example: The bundle moves to the header's new list when the header's changes too
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
    Example: The desk shows bundle and components without a price list on the draft revision
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
    Example: The CRM submits the bundle without a price list
      When order "BASE" is revised to
        | line | product             | action | price list                  |
        | 1    | Internet Access     | Add    | Premium Consumer Price List |
        | 2    | VoIP Service Bundle | Add    |                             |
        | 2.1  | VoIP Access         | Add    |                             |
        | 2.2  | VoIP Voicemail      | Add    |                             |
      Then the queue holds the lines of order "BASE"
        | line | product         | action | price list                  |
        | 1    | Internet Access | Add    | Premium Consumer Price List |
      And the queue holds these lines of order "BASE" without a price list or with the header's
        | line | product             |
        | 2    | VoIP Service Bundle |
