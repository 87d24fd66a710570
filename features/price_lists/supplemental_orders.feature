Feature: Price lists on a supplemental order
  A sales representative may change the price list of an open order, for the whole order
  or for single lines. A line with a price list keeps its own; a line without one takes
  the header's, also when the header's changes.

  Source: Process Sales Order Fulfillment, "Changing Price Lists on Supplemental
  Orders".

  Background:
    Given provisioning holds its work
    And an order "BASE" on the "Household Price List" with
      | line | action | product         | price list                  |
      | 1    | Add    | Internet Access |                             |
      | 2    | Add    | Static Address  | Premium Consumer Price List |
      | 3    | Add    | VoIP Voicemail  | Household Price List        |
    And order "BASE" is held at provisioning

  @PL-18 @order-tracking
  Rule: A supplemental order may change the price lists of lines with action Add

    @oms
    Example: A supplemental order gives one line a price list and removes another line's
      When order "BASE" is revised to
        | line | action | product         | price list           |
        | 1    | Add    | Internet Access | Consumer Price List  |
        | 2    | Add    | Static Address  |                      |
        | 3    | Add    | VoIP Voicemail  | Household Price List |
      And provisioning completes order "BASE"
      Then billing charges for order "BASE"
        | line | product         | price list           |
        | 1    | Internet Access | Consumer Price List  |
        | 2    | Static Address  | Household Price List |

    @oms
    Example: A supplemental order that changes price lists is accepted
      When order "BASE" is revised to
        | line | action | product         | price list                  |
        | 1    | Add    | Internet Access |                             |
        | 2    | Add    | Static Address  | Consumer Price List         |
        | 3    | Add    | VoIP Voicemail  | Premium Consumer Price List |
      Then order "BASE" is free of refusals and fallouts
      When provisioning completes order "BASE"
      Then order "BASE" is complete

    @crm @header-price-list-choice @line-price-lists
    Example: The CRM submits the price list that was given and leaves the removed one blank
      When order "BASE" is revised to
        | line | action | product         | price list           |
        | 1    | Add    | Internet Access | Consumer Price List  |
        | 2    | Add    | Static Address  |                      |
        | 3    | Add    | VoIP Voicemail  | Household Price List |
      Then the queue holds the lines of order "BASE"
        | line | action | product         | price list          |
        | 1    | Add    | Internet Access | Consumer Price List |
      And the queue holds these lines of order "BASE" without a price list or with the header's
        | line | product        |
        | 2    | Static Address |

  @PL-19
  Rule: When the header's price list changes, every line without a price list takes the new one

    @oms
    Example: An old line and a new line without a price list take the header's new one
      When order "BASE" is revised on the "Seasonal Price List" to
        | line | action | product         | price list                  |
        | 1    | Add    | Internet Access |                             |
        | 2    | Add    | Static Address  | Premium Consumer Price List |
        | 3    | Add    | VoIP Voicemail  | Household Price List        |
        | 4    | Add    | Handset         |                             |
      And provisioning completes order "BASE"
      Then billing charges for order "BASE"
        | line | product         | price list          |
        | 1    | Internet Access | Seasonal Price List |
        | 4    | Handset         | Seasonal Price List |

  @PL-20
  Rule: When the header's price list changes, a line with a price list keeps it, even one equal to the header's old list

    @oms
    Example: A line keeps its own list, and another keeps the list that was the header's
      When order "BASE" is revised on the "Seasonal Price List" to
        | line | action | product         | price list                  |
        | 1    | Add    | Internet Access |                             |
        | 2    | Add    | Static Address  | Premium Consumer Price List |
        | 3    | Add    | VoIP Voicemail  | Household Price List        |
      And provisioning completes order "BASE"
      Then billing charges for order "BASE"
        | line | product         | price list                  |
        | 1    | Internet Access | Seasonal Price List         |
        | 2    | Static Address  | Premium Consumer Price List |
        | 3    | VoIP Voicemail  | Household Price List        |

  @PL-21 @oms
  Rule: When a line's price list changes, the line is charged only on the new one

    Example: A line moves from one price list of its own to another
      When order "BASE" is revised to
        | line | action | product         | price list           |
        | 1    | Add    | Internet Access |                      |
        | 2    | Add    | Static Address  | Consumer Price List  |
        | 3    | Add    | VoIP Voicemail  | Household Price List |
      And provisioning completes order "BASE"
      Then billing charges for order "BASE"
        | line | product         | price list           |
        | 1    | Internet Access | Household Price List |
        | 2    | Static Address  | Consumer Price List  |
      And the number of assets charged is three

    @revision-on-revision-accept
    Example: A line that a second revision puts back on its first price list is charged on that one
      When order "BASE" is revised to
        | line | action | product         | price list           |
        | 1    | Add    | Internet Access |                      |
        | 2    | Add    | Static Address  | Consumer Price List  |
        | 3    | Add    | VoIP Voicemail  | Household Price List |
      And order "BASE" is revised to
        | line | action | product         | price list                  |
        | 1    | Add    | Internet Access |                             |
        | 2    | Add    | Static Address  | Premium Consumer Price List |
        | 3    | Add    | VoIP Voicemail  | Household Price List        |
      And provisioning completes order "BASE"
      Then billing charges for order "BASE"
        | line | product        | price list                  |
        | 2    | Static Address | Premium Consumer Price List |

  @PL-22 @oms
  Rule: When a line's price list is removed, the line is charged on the header's price list

    Example: A line whose price list is removed is charged on the unchanged list of the header
      When order "BASE" is revised to
        | line | action | product         | price list           |
        | 1    | Add    | Internet Access |                      |
        | 2    | Add    | Static Address  |                      |
        | 3    | Add    | VoIP Voicemail  | Household Price List |
      And provisioning completes order "BASE"
      Then billing charges for order "BASE"
        | line | product        | price list           |
        | 2    | Static Address | Household Price List |

    Example: A line whose price list is removed is charged on the new list of the header
      When order "BASE" is revised on the "Seasonal Price List" to
        | line | action | product         | price list           |
        | 1    | Add    | Internet Access |                      |
        | 2    | Add    | Static Address  |                      |
        | 3    | Add    | VoIP Voicemail  | Household Price List |
      And provisioning completes order "BASE"
      Then billing charges for order "BASE"
        | line | product        | price list          |
        | 2    | Static Address | Seasonal Price List |
