Feature: A price entered by hand
  A user who wants to move an installed asset to another price list must first enter a
  price by hand. The steps are: enter the price, choose the price list, enter a price for
  every component of a bundle, and submit.

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
  Rule: A price that is entered by hand turns a line into an Update, and a new price list alone does not

    Background:
      Given a change order "CHANGE" on the "Household Price List" with
        | line | action | product         | asset | speed |
        | 1    | Update | Internet Access | HOME  | 500   |
        | 2    |        | Static Address  | FIXED |       |

    Example: The desk shows a line with a price entered by hand as Update
      When a user overrides the price of line 2 of order "CHANGE" with "4.90"
      Then the desk shows the lines of order "CHANGE"
        | line | action | product        |
        | 2    | Update | Static Address |

    Example: A line with a price entered by hand is submitted as Update with that price
      When a user overrides the price of line 2 of order "CHANGE" with "4.90"
      And order "CHANGE" is submitted
      Then the queue holds the lines of order "CHANGE"
        | line | action | product        | price override |
        | 2    | Update | Static Address | 4.90           |

    Example: A line that only has another price list does not become an Update
      When a user gives line 2 of order "CHANGE" the "Consumer Price List"
      And order "CHANGE" is submitted
      Then order "CHANGE" is queued once
      But line 2 of order "CHANGE" is not queued with action "Update"

    Example: Another price list in the header makes no line an Update
      When a user gives order "CHANGE" the "Seasonal Price List"
      And order "CHANGE" is submitted
      Then order "CHANGE" is queued once
      But line 2 of order "CHANGE" is not queued with action "Update"

  @PL-31 @installed-base @order-tracking
  Rule: An Update with a price override and a new price list moves the asset to that list

    @oms
    Example: The asset is charged on the new price list once the order is fulfilled
      Given a change order "CHANGE" on the "Household Price List" with
        | line | action | product     | asset | price list          | price override |
        | 1    | Update | VoIP Access | PHONE | Consumer Price List | 4.90           |
      When order "CHANGE" is submitted and fulfilled
      Then billing has
        | asset | price list          | price override |
        | PHONE | Consumer Price List | 4.90           |

    @crm @price-lists-on-modify-orders @header-price-list-choice @line-price-lists
    Example: The CRM submits the price and the price list in one order
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
    Example: A user may enter the price list before the price
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
    Example: A line whose price list is removed after the override is left to the header's price list
      Given a change order "CHANGE" on the "Household Price List" with
        | line | action | product     | asset | price list          |
        | 1    |        | VoIP Access | PHONE | Consumer Price List |
      When a user overrides the price of line 1 of order "CHANGE" with "4.90"
      And a user gives line 1 of order "CHANGE" no price list
      And order "CHANGE" is submitted
      Then the queue holds the lines of order "CHANGE"
        | line | action | product     |
        | 1    | Update | VoIP Access |
      And the queue holds these lines of order "CHANGE" without a price list or with the header's
        | line | product     |
        | 1    | VoIP Access |

  @PL-32 @installed-base @order-tracking @crm @price-lists-on-modify-orders @header-price-list-choice @line-price-lists
  Rule: For a bundle a user also enters a price on every component, and still cannot enter a component's price list

    Example: Prices on bundle and components make all of them Updates on the bundle's price list
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

    Example: A price on the bundle alone does not make its components Updates
      Given a change order "CHANGE" on the "Household Price List" with
        | line | product             | action | asset  | price list                  |
        | 2    | VoIP Service Bundle |        | BUNDLE | Premium Consumer Price List |
        | 2.1  | VoIP Access         |        | PHONE  |                             |
        | 2.2  | VoIP Voicemail      |        | VOICE  |                             |
      When a user overrides the price of line 2 of order "CHANGE" with "29.90"
      And order "CHANGE" is submitted
      Then the queue holds the lines of order "CHANGE"
        | line | product             | action | price list                  |
        | 2    | VoIP Service Bundle | Update | Premium Consumer Price List |
      But line 2.1 of order "CHANGE" is not queued with action "Update"
      And line 2.2 of order "CHANGE" is not queued with action "Update"

    Example: A price override does not let a user enter a component's price list
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
