Feature: A price entered by hand
  The way to another price list of something installed leads over a price that is
  entered by hand. These are its steps as a sales representative takes them: the
  price, the list, the same price once more for every part of a bundle, and only
  then the submission.

  Source: Process Sales Order Fulfillment, "Changing Price Lists on Modify
  Orders", the numbered steps.

  Background:
    Given an order "FIRST" on the "Household Price List" with
      | line | action | product             | asset  | price list                  |
      | 1    | Add    | Internet Access     | HOME   | Premium Consumer Price List |
      | 2    | Add    | VoIP Service Bundle | BUNDLE |                             |
      | 2.1  | Add    | VoIP Access         | PHONE  |                             |
      | 2.2  | Add    | VoIP Voicemail      | VOICE  |                             |
      | 3    | Add    | Static Address      | FIXED  |                             |
    And order "FIRST" is submitted and fulfilled

  @PL-30 @installed-base @order-tracking @crm @price-lists-on-modify-orders @header-price-list-choice @line-price-lists
  Rule: It is the price entered by hand, not the price list, that turns the line into an Update

    Background:
      Given a change order "CHANGE" on the "Household Price List" with
        | line | action | product         | asset | speed |
        | 1    | Update | Internet Access | HOME  | 500   |
        | 2    |        | Static Address  | FIXED |       |

    Example: A line with a price of its own reads Update
      When a user overrides the price of line 2 of order "CHANGE" with "4.90"
      Then the desk shows the lines of order "CHANGE"
        | line | action | product        |
        | 2    | Update | Static Address |

    Example: The line is submitted as an Update, with its price
      When a user overrides the price of line 2 of order "CHANGE" with "4.90"
      And order "CHANGE" is submitted
      Then the queue holds the lines of order "CHANGE"
        | line | action | product        | price override |
        | 2    | Update | Static Address | 4.90           |

    Example: A line with another price list alone does not become an Update
      When a user gives line 2 of order "CHANGE" the "Consumer Price List"
      And order "CHANGE" is submitted
      Then order "CHANGE" is queued once
      But line 2 of order "CHANGE" is not queued with action "Update"

    Example: With another price list in the header the line does not become an Update
      When a user gives order "CHANGE" the "Seasonal Price List"
      And order "CHANGE" is submitted
      Then order "CHANGE" is queued once
      But line 2 of order "CHANGE" is not queued with action "Update"

  @PL-31 @installed-base @order-tracking
  Rule: Update, a price override and a new list, submitted, move the asset to that list

    @oms
    Example: The new list is charged once the order is fulfilled
      Given a change order "CHANGE" on the "Household Price List" with
        | line | action | product     | asset | price list          | price override |
        | 1    | Update | VoIP Access | PHONE | Consumer Price List | 4.90           |
      When order "CHANGE" is submitted and fulfilled
      Then billing has
        | asset | price list          | price override |
        | PHONE | Consumer Price List | 4.90           |

    @crm @price-lists-on-modify-orders @header-price-list-choice @line-price-lists
    Example: The CRM submits price and list once, when the user submits them
      Given a change order "CHANGE" on the "Household Price List" with
        | line | action | product     | asset |
        | 1    |        | VoIP Access | PHONE |
      When a user overrides the price of line 1 of order "CHANGE" with "4.90"
      And a user gives line 1 of order "CHANGE" the "Consumer Price List"
      And order "CHANGE" is submitted
      Then the queue holds the lines of order "CHANGE"
        | line | action | product     | price list          |
        | 1    | Update | VoIP Access | Consumer Price List |
      And order "CHANGE" is queued once

    @crm @price-lists-on-modify-orders @header-price-list-choice @line-price-lists
    Example: The list may be entered before the price
      Given a change order "CHANGE" on the "Household Price List" with
        | line | action | product     | asset |
        | 1    |        | VoIP Access | PHONE |
      When a user gives line 1 of order "CHANGE" the "Consumer Price List"
      And a user overrides the price of line 1 of order "CHANGE" with "4.90"
      And order "CHANGE" is submitted
      Then the queue holds the lines of order "CHANGE"
        | line | action | product     | price list          |
        | 1    | Update | VoIP Access | Consumer Price List |

    @crm @price-lists-on-modify-orders @header-price-list-choice @line-price-lists
    Example: Cleared after the price was entered, the list is left to the header
      Given a change order "CHANGE" on the "Household Price List" with
        | line | action | product     | asset | price list          |
        | 1    |        | VoIP Access | PHONE | Consumer Price List |
      When a user overrides the price of line 1 of order "CHANGE" with "4.90"
      And a user gives line 1 of order "CHANGE" no price list
      And order "CHANGE" is submitted
      Then the queue holds the lines of order "CHANGE"
        | line | action | product     |
        | 1    | Update | VoIP Access |
      And the queue leaves lines of order "CHANGE" to the header's price list
        | line | product     |
        | 1    | VoIP Access |

  @PL-32 @installed-base @order-tracking @crm @price-lists-on-modify-orders @header-price-list-choice @line-price-lists
  Rule: For a bundle the price is entered by hand on every component too, whose price list is still not entered

    Example: Prices on bundle and components make all of them updates, on the bundle's list
      Given a change order "CHANGE" on the "Household Price List" with
        | line | product             | action | asset  | price list                  | price override |
        | 1    | Internet Access     |        | HOME   | Consumer Price List         | 19.90          |
        | 2    | VoIP Service Bundle |        | BUNDLE | Premium Consumer Price List | 29.90          |
        | 2.1  | VoIP Access         |        | PHONE  |                             | 9.90           |
        | 2.2  | VoIP Voicemail      |        | VOICE  |                             | 4.90           |
      When order "CHANGE" is submitted
      Then the queue holds the lines of order "CHANGE"
        | line | product             | action | price list                  | price override |
        | 2    | VoIP Service Bundle | Update | Premium Consumer Price List | 29.90          |
        | 2.1  | VoIP Access         | Update | Premium Consumer Price List | 9.90           |
        | 2.2  | VoIP Voicemail      | Update | Premium Consumer Price List | 4.90           |

    Example: A price on the bundle alone makes no updates of its components
      Given a change order "CHANGE" on the "Household Price List" with
        | line | product             | action | asset  | price list                  | price override |
        | 2    | VoIP Service Bundle |        | BUNDLE | Premium Consumer Price List | 29.90          |
        | 2.1  | VoIP Access         |        | PHONE  |                             |                |
        | 2.2  | VoIP Voicemail      |        | VOICE  |                             |                |
      When order "CHANGE" is submitted
      Then the queue holds the lines of order "CHANGE"
        | line | product             | action | price list                  |
        | 2    | VoIP Service Bundle | Update | Premium Consumer Price List |
      But line 2.1 of order "CHANGE" is not queued with action "Update"
      And line 2.2 of order "CHANGE" is not queued with action "Update"

    Example: The override gives nobody leave to enter a component's list
      Given a change order "CHANGE" on the "Household Price List" with
        | line | product             | action | asset  | price list                  | price override |
        | 1    | Internet Access     |        | HOME   | Consumer Price List         | 19.90          |
        | 2    | VoIP Service Bundle |        | BUNDLE | Premium Consumer Price List | 29.90          |
        | 2.1  | VoIP Access         |        | PHONE  |                             | 9.90           |
        | 2.2  | VoIP Voicemail      |        | VOICE  |                             | 4.90           |
      When a user gives line 2.1 of order "CHANGE" the "Consumer Price List"
      And order "CHANGE" is submitted
      Then the queue holds the lines of order "CHANGE"
        | line | product     | action | price list                  |
        | 2.1  | VoIP Access | Update | Premium Consumer Price List |
