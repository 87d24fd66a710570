Feature: Table 8-3: the components of a bundle that lost its price list
  Components have the price list of their bundle. When the bundle loses its list, its
  components must lose the copy as well.

  Source: Process Sales Order Fulfillment, "Changing Price Lists on Supplemental
  Orders", table 8-3 and the paragraph after it.

  Background:
    Given an order "BASE" on the "Household Price List" with
      | line | product             | action | price list                  |
      | 1    | Internet Access     | Add    |                             |
      | 2    | VoIP Service Bundle | Add    | Premium Consumer Price List |
      | 2.1  | VoIP Access         | Add    |                             |
      | 2.2  | VoIP Voicemail      | Add    |                             |

  @PL-25 @order-tracking
  Rule: Table 8-3, lines 2.1 and 2.2: once their bundle has no price list, the components are charged on the header's too

    Background:
      Given provisioning holds its work
      And order "BASE" is held at provisioning

    @oms
    Example: The components move from the copied list to the header's list
      When order "BASE" is revised to
        | line | product             | action | price list                  |
        | 1    | Internet Access     | Add    | Premium Consumer Price List |
        | 2    | VoIP Service Bundle | Add    |                             |
        | 2.1  | VoIP Access         | Add    |                             |
        | 2.2  | VoIP Voicemail      | Add    |                             |
      And provisioning completes order "BASE"
      Then billing charges for order "BASE"
        | line | product        | price list           |
        | 2.1  | VoIP Access    | Household Price List |
        | 2.2  | VoIP Voicemail | Household Price List |

    @oms
    Example: A component that the revision adds is charged on the header's list
      When order "BASE" is revised to
        | line | product             | action | price list                  |
        | 1    | Internet Access     | Add    | Premium Consumer Price List |
        | 2    | VoIP Service Bundle | Add    |                             |
        | 2.1  | VoIP Access         | Add    |                             |
        | 2.3  | Handset Kit         | Add    |                             |
      And provisioning completes order "BASE"
      Then billing charges for order "BASE"
        | line | product     | price list           |
        | 2.1  | VoIP Access | Household Price List |
        | 2.3  | Handset Kit | Household Price List |

    @crm @price-lists-on-supplementals @header-price-list-choice @line-price-lists
    Example: The CRM submits the components without a price list, as their bundle
      When order "BASE" is revised to
        | line | product             | action | price list                  |
        | 1    | Internet Access     | Add    | Premium Consumer Price List |
        | 2    | VoIP Service Bundle | Add    |                             |
        | 2.1  | VoIP Access         | Add    |                             |
        | 2.2  | VoIP Voicemail      | Add    |                             |
      Then the queue holds these lines of order "BASE" without a price list or with the header's
        | line | product        |
        | 2.1  | VoIP Access    |
        | 2.2  | VoIP Voicemail |

    @crm @price-lists-on-supplementals @header-price-list-choice @line-price-lists @price-lists+bundles+supplementals
    Example: The components take the list that a second revision gives to their bundle
      When order "BASE" is revised to
        | line | product             | action | price list                  |
        | 1    | Internet Access     | Add    | Premium Consumer Price List |
        | 2    | VoIP Service Bundle | Add    |                             |
        | 2.1  | VoIP Access         | Add    |                             |
        | 2.2  | VoIP Voicemail      | Add    |                             |
      And order "BASE" is revised to
        | line | product             | action | price list                  |
        | 1    | Internet Access     | Add    | Premium Consumer Price List |
        | 2    | VoIP Service Bundle | Add    | Consumer Price List         |
        | 2.1  | VoIP Access         | Add    |                             |
        | 2.2  | VoIP Voicemail      | Add    |                             |
      Then the queue holds the lines of order "BASE"
        | line | product             | action | price list          |
        | 2    | VoIP Service Bundle | Add    | Consumer Price List |
        | 2.1  | VoIP Access         | Add    | Consumer Price List |
        | 2.2  | VoIP Voicemail      | Add    | Consumer Price List |
