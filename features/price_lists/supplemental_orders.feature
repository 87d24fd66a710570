Feature: Price lists on a supplemental order
  A sales representative may change the price list of a running order, for the
  whole of it or for single lines. What a line names counts; what it leaves blank
  follows the header, also when the header is the thing that changes.

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
  Rule: A supplemental order may change the price lists of the lines that add something

    @oms
    Example: A line is given a list, and another loses its own
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
    Example: A supplemental order is not refused for its price lists
      When order "BASE" is revised to
        | line | action | product         | price list                  |
        | 1    | Add    | Internet Access |                             |
        | 2    | Add    | Static Address  | Consumer Price List         |
        | 3    | Add    | VoIP Voicemail  | Premium Consumer Price List |
      Then order "BASE" is free of refusals and fallouts
      When provisioning completes order "BASE"
      Then order "BASE" is complete

    @crm @header-price-list-choice @line-price-lists
    Example: The CRM submits the lists as they were given and taken
      When order "BASE" is revised to
        | line | action | product         | price list           |
        | 1    | Add    | Internet Access | Consumer Price List  |
        | 2    | Add    | Static Address  |                      |
        | 3    | Add    | VoIP Voicemail  | Household Price List |
      Then the queue holds the lines of order "BASE"
        | line | action | product         | price list          |
        | 1    | Add    | Internet Access | Consumer Price List |
      And the queue leaves lines of order "BASE" to the header's price list
        | line | product        |
        | 2    | Static Address |

  @PL-19
  Rule: When the header's price list changes, every line that names none takes the new one

    @oms
    Example: A line that was filled before and a line that is new take the header's new list
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
  Rule: When the header's price list changes, lines that name one keep it, even if it is the header's old one

    @oms
    Example: A line keeps a list of its own, another the list that the header had
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

  @PL-21
  Rule: When a line's price list changes, the line is charged on the new one, and only on that

    @oms
    Example: A line moves from one list of its own to another
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

  @PL-22 @oms
  Rule: When a line's price list is removed, the line is charged on the header's

    Example: A line whose list is removed is charged on the header's list, which is as it was
      When order "BASE" is revised to
        | line | action | product         | price list           |
        | 1    | Add    | Internet Access |                      |
        | 2    | Add    | Static Address  |                      |
        | 3    | Add    | VoIP Voicemail  | Household Price List |
      And provisioning completes order "BASE"
      Then billing charges for order "BASE"
        | line | product        | price list           |
        | 2    | Static Address | Household Price List |

    Example: A line whose list is removed is charged on the header's list, which changes at the same time
      When order "BASE" is revised on the "Seasonal Price List" to
        | line | action | product         | price list           |
        | 1    | Add    | Internet Access |                      |
        | 2    | Add    | Static Address  |                      |
        | 3    | Add    | VoIP Voicemail  | Household Price List |
      And provisioning completes order "BASE"
      Then billing charges for order "BASE"
        | line | product        | price list          |
        | 2    | Static Address | Seasonal Price List |
