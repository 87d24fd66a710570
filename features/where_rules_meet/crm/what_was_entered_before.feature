Feature: What was entered before, and what is told late
  An order is changed, moved, sold by way of a quote or told of late. What was
  entered or done before stays as it is, unless somebody has altered it.

  Source: Process Sales Order Fulfillment, "About Sales Orders" and "Assumptions and
  Constraints"; Siebel Order Management Guide, "Scenario for Order Management".

  @SP-01 @installed-base @order-tracking @kept-service-points
  Rule: A service that moves names the service point of its new address, and not the old one

    @crm @service-changes+service-points
    Example: Each half of a move is queued with the service point that was entered for it
      Given the customer has
        | line | action | product         | asset | site         | service point |
        | 1    | Add    | Internet Access | HOME  | 12 Mill Lane | Customer      |
      And a change order "MOVE" with
        | line | action      | asset | site         | service point |
        | 1    | Move-Add    | HOME  | 7 Church Way | Neighbour     |
        | 2    | Move-Delete | HOME  | 12 Mill Lane | Customer      |
      When order "MOVE" is submitted
      Then the queue holds the lines of order "MOVE"
        | line | action      | site         | service point |
        | 1    | Move-Add    | 7 Church Way | Neighbour     |
        | 2    | Move-Delete | 12 Mill Lane | Customer      |

  @SU-01 @installed-base @order-tracking
  Rule: A revision that waited for a supervisor until its order was complete comes too late

    @crm @approval @approval-comes-after-submission @supplementals+approval
    Example: The customer has what was fulfilled, though the revision is approved afterwards
      Given an order "BASE" with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
      And the order system has order "BASE"
      When order "BASE" is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
        | 2    | Add    | Leased Line     |       |
      And the order system reports the status "COMPLETE" of order "BASE"
      And a supervisor approves order "BASE"
      Then the customer has the assets
        | product         | speed |
        | Internet Access | 100   |

  @SC-05 @crm
  Rule: A price that was entered by hand on a quote is on the order that is made of it

    @price-lists+drafts
    Example: A quote has a price by hand on its first line, and none on its second
      Given a quote with
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 2    | Add    | Static Address  |
      When a user overrides the price of line 1 of the quote with "19.90"
      And the customer accepts the quote
      And the quote becomes an order
      And the order is submitted
      Then the queue holds the lines of the order
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 2    | Add    | Static Address  |

    @price-lists+bundles+drafts
    Example: A component on a quote has a price by hand
      Given a quote with
        | line | action | product             |
        | 1    | Add    | VoIP Service Bundle |
        | 1.1  | Add    | VoIP Access         |
        | 1.2  | Add    | VoIP Voicemail      |
      When a user overrides the price of line 1.2 of the quote with "0.90"
      And the customer accepts the quote
      And the quote becomes an order
      And the order is submitted
      Then the queue holds the lines of the order
        | line | action | product             |
        | 1    | Add    | VoIP Service Bundle |
        | 1.1  | Add    | VoIP Access         |
        | 1.2  | Add    | VoIP Voicemail      |

    @price-lists+drafts
    Example: A price by hand that a user enters after the customer has accepted the quote is not ordered
      Given a quote with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the customer accepts the quote
      And a user overrides the price of line 1 of the quote with "19.90"
      And the quote becomes an order
      And the order is submitted
      Then line 1 of the order is not queued with price override "19.90"

  @PL-30 @installed-base @order-tracking @price-lists-on-modify-orders @header-price-list-choice @line-price-lists
  Rule: A price that was entered by hand stays when something else is revised

    @crm @price-lists+modify-orders+drafts
    Example: A draft with a price by hand gets a further line before it is submitted
      Given the customer has
        | line | action | product         | asset |
        | 1    | Add    | Internet Access | HOME  |
      And a change order "CHANGE" on the "Household Price List" with
        | line | action | product         | asset | price list          | price override |
        | 1    | Update | Internet Access | HOME  | Consumer Price List | 19.90          |
      And order "CHANGE" is revised before submission to
        | line | action | product         | asset | price list          | price override |
        | 1    | Update | Internet Access | HOME  | Consumer Price List | 19.90          |
        | 2    | Add    | Handset         |       |                     |                |
      When order "CHANGE" is submitted
      Then the queue holds the lines of order "CHANGE"
        | line | action | price override |
        | 1    | Update | 19.90          |
        | 2    | Add    |                |

  @FO-11 @installed-base @order-tracking
  Rule: News of an order that come late take nothing back of what a later order did

    @crm @modify-orders+redelivery
    Example: An order is told to be under way and complete once more, after another has changed what it left
      Given an order "BASE" with
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |
      And order "BASE" is submitted and fulfilled
      And a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      When order "FASTER" is submitted and fulfilled
      And the order system reports in turn "IN PROGRESS, COMPLETE" of line 1 of order "BASE"
      Then the customer has the assets
        | product         | speed |
        | Internet Access | 500   |
