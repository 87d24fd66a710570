Feature: Table 8-4, price lists of installed assets
  The documents' own example ends with a modify order. It changes the price lists of the
  assets that the orders of tables 8-2 and 8-3 left. This time every line needs a price
  override first, which makes it an Update.

  The header's price list is again the Household Price List, which occurs nowhere else in
  the table.

  Source: Process Sales Order Fulfillment, "Changing Price Lists on Modify
  Orders", table 8-4 and the paragraph after it.

  Background:
    Given an order "FIRST" on the "Household Price List" with
      | line | action | product             | asset  | price list                  |
      | 1    | Add    | Internet Access     | HOME   | Premium Consumer Price List |
      | 2    | Add    | VoIP Service Bundle | BUNDLE |                             |
      | 2.1  | Add    | VoIP Access         | PHONE  |                             |
      | 2.2  | Add    | VoIP Voicemail      | VOICE  |                             |
    And order "FIRST" is submitted and fulfilled

  @PL-35
  Rule: Table 8-4, line 1: the installed product moves to the price list on its line

    @oms
    Example: Internet Access moves to the consumer list and is charged once
      Given a change order "CHANGE" on the "Household Price List" with
        | line | product             | action | asset  | price list                  | price override |
        | 1    | Internet Access     | Update | HOME   | Consumer Price List         | 19.90          |
        | 2    | VoIP Service Bundle | Update | BUNDLE | Premium Consumer Price List | 29.90          |
        | 2.1  | VoIP Access         | Update | PHONE  |                             | 9.90           |
        | 2.2  | VoIP Voicemail      | Update | VOICE  |                             | 4.90           |
      When order "CHANGE" is submitted and fulfilled
      Then billing has
        | asset | price list          |
        | HOME  | Consumer Price List |
      And the number of assets charged is four

  @PL-36 @installed-base @order-tracking
  Rule: Table 8-4, lines 2, 2.1 and 2.2: the installed bundle and its components move to the bundle's price list

    @oms
    Example: The bundle and its components move to the premium list
      Given a change order "CHANGE" on the "Household Price List" with
        | line | product             | action | asset  | price list                  | price override |
        | 1    | Internet Access     | Update | HOME   | Consumer Price List         | 19.90          |
        | 2    | VoIP Service Bundle | Update | BUNDLE | Premium Consumer Price List | 29.90          |
        | 2.1  | VoIP Access         | Update | PHONE  |                             | 9.90           |
        | 2.2  | VoIP Voicemail      | Update | VOICE  |                             | 4.90           |
      When order "CHANGE" is submitted and fulfilled
      Then billing has
        | asset  | price list                  |
        | BUNDLE | Premium Consumer Price List |
        | PHONE  | Premium Consumer Price List |
        | VOICE  | Premium Consumer Price List |
      And the number of assets charged is four

    @crm @price-lists-on-modify-orders @header-price-list-choice @line-price-lists
    Example: The CRM submits bundle and components with the premium list
      Given a change order "CHANGE" on the "Household Price List" with
        | line | product             | action | asset  | price list                  | price override |
        | 1    | Internet Access     |        | HOME   | Consumer Price List         | 19.90          |
        | 2    | VoIP Service Bundle |        | BUNDLE | Premium Consumer Price List | 29.90          |
        | 2.1  | VoIP Access         |        | PHONE  |                             | 9.90           |
        | 2.2  | VoIP Voicemail      |        | VOICE  |                             | 4.90           |
      When order "CHANGE" is submitted
      Then the queue holds the lines of order "CHANGE"
        | line | product             | action | price list                  |
        | 1    | Internet Access     | Update | Consumer Price List         |
        | 2    | VoIP Service Bundle | Update | Premium Consumer Price List |
        | 2.1  | VoIP Access         | Update | Premium Consumer Price List |
        | 2.2  | VoIP Voicemail      | Update | Premium Consumer Price List |

  @PL-34 @installed-base @order-tracking @crm @price-lists-on-modify-orders @header-price-list-choice @line-price-lists
  Rule: Table 8-4, action column: all four lines say Update, since a price was entered by hand on each

    Example: Four overrides make four Update lines
      Given a change order "CHANGE" on the "Household Price List" with
        | line | product             | action | asset  | price list                  | price override |
        | 1    | Internet Access     |        | HOME   | Consumer Price List         | 19.90          |
        | 2    | VoIP Service Bundle |        | BUNDLE | Premium Consumer Price List | 29.90          |
        | 2.1  | VoIP Access         |        | PHONE  |                             | 9.90           |
        | 2.2  | VoIP Voicemail      |        | VOICE  |                             | 4.90           |
      When order "CHANGE" is saved again
      Then the desk shows the lines of order "CHANGE"
        | line | product             | action | price list                  |
        | 1    | Internet Access     | Update | Consumer Price List         |
        | 2    | VoIP Service Bundle | Update | Premium Consumer Price List |
        | 2.1  | VoIP Access         | Update |                             |
        | 2.2  | VoIP Voicemail      | Update |                             |

    Example: The bundle's price may be entered after those of its components
      Given a change order "CHANGE" on the "Household Price List" with
        | line | product             | action | asset  | price list                  | price override |
        | 2    | VoIP Service Bundle |        | BUNDLE | Premium Consumer Price List |                |
        | 2.1  | VoIP Access         |        | PHONE  |                             | 9.90           |
        | 2.2  | VoIP Voicemail      |        | VOICE  |                             | 4.90           |
      When a user overrides the price of line 2 of order "CHANGE" with "29.90"
      And order "CHANGE" is submitted
      Then the queue holds the lines of order "CHANGE"
        | line | product             | action | price list                  | price override |
        | 2    | VoIP Service Bundle | Update | Premium Consumer Price List | 29.90          |
        | 2.1  | VoIP Access         | Update | Premium Consumer Price List | 9.90           |
        | 2.2  | VoIP Voicemail      | Update | Premium Consumer Price List | 4.90           |

    Example: Three overrides make three Update lines, and the fourth line is no Update
      Given a change order "CHANGE" on the "Household Price List" with
        | line | product             | action | asset  | price list                  | price override |
        | 1    | Internet Access     |        | HOME   | Consumer Price List         | 19.90          |
        | 2    | VoIP Service Bundle |        | BUNDLE | Premium Consumer Price List | 29.90          |
        | 2.1  | VoIP Access         |        | PHONE  |                             | 9.90           |
        | 2.2  | VoIP Voicemail      |        | VOICE  |                             |                |
      When order "CHANGE" is submitted
      Then the queue holds the lines of order "CHANGE"
        | line | product         | action |
        | 1    | Internet Access | Update |
        | 2.1  | VoIP Access     | Update |
      But line 2.2 of order "CHANGE" is not queued with action "Update"
