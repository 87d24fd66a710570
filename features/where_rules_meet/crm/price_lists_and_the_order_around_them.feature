Feature: Price lists of orders that are dated, approved or failed
  An order is dated, waits for approval, has failed, or is a draft. None of this changes
  its price lists.

  Source: Process Sales Order Fulfillment, "Specifying Different Price Lists on
  New Orders" and "Changing Price Lists on Supplemental Orders".

  @PL-02 @crm
  Rule: A new price list of the account is for later orders only

    @revisable-due-date @price-lists+dates
    Example: An order that is put off keeps the price list of its header
      Given an order "LATER" for "in 10 days" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And the order system has order "LATER"
      When a user gives the customer the "Seasonal Price List"
      And order "LATER" is revised to the due date "in 20 days"
      Then the queue holds the header of order "LATER"
        | price list          | due date   |
        | Standard Price List | in 20 days |

    @approval @price-lists+approval
    Example: An order that is approved later keeps the price list of its submission
      Given an order "BIG" with
        | line | action | product     |
        | 1    | Add    | Leased Line |
      When order "BIG" is submitted
      And a user gives the customer the "Seasonal Price List"
      And a supervisor approves order "BIG"
      Then order "BIG" is released to fulfilment once
      And the queue holds the header of order "BIG"
        | price list          |
        | Standard Price List |

  @PL-13 @line-price-lists @crm
  Rule: The components of a bundle take its price list, however their order leaves the CRM

    @approval @price-lists+bundles+approval
    Example: A bundle's components take its price list on an approved order
      Given an order "BIG" with
        | line | action | product             | price list                  |
        | 1    | Add    | Leased Line         | Consumer Price List         |
        | 2    | Add    | VoIP Service Bundle | Premium Consumer Price List |
        | 2.1  | Add    | VoIP Access         |                             |
      When order "BIG" is submitted
      And a supervisor approves order "BIG"
      Then order "BIG" is released to fulfilment once
      And the queue holds the lines of order "BIG"
        | line | product             | price list                  |
        | 1    | Leased Line         | Consumer Price List         |
        | 2    | VoIP Service Bundle | Premium Consumer Price List |
        | 2.1  | VoIP Access         | Premium Consumer Price List |

    @quotes-become-orders @price-lists+bundles+drafts
    Example: A bundle's components take its price list on an order made from a quote
      Given a quote "OFFER" with
        | line | action | product             | price list                  |
        | 1    | Add    | VoIP Service Bundle | Premium Consumer Price List |
        | 1.1  | Add    | VoIP Access         |                             |
        | 2    | Add    | Internet Access     | Consumer Price List         |
      When the customer accepts quote "OFFER"
      And quote "OFFER" becomes order "QUOTED"
      And order "QUOTED" is submitted
      Then the queue holds the lines of order "QUOTED"
        | line | product             | price list                  |
        | 1    | VoIP Service Bundle | Premium Consumer Price List |
        | 1.1  | VoIP Access         | Premium Consumer Price List |
        | 2    | Internet Access     | Consumer Price List         |

  @PR-09 @order-priorities @header-price-list-choice @line-price-lists
  Rule: A change of the priority does not change price lists

    @crm @price-lists+priorities
    Example: A revision that only changes the priority keeps all price lists
      Given an order "BASE" on the "Seasonal Price List" with
        | line | action | product         | price list                  |
        | 1    | Add    | Internet Access | Premium Consumer Price List |
      And the order system has order "BASE"
      When a user begins to revise order "BASE"
      And a user submits order "BASE" with priority "Urgent"
      Then the queue holds the header of order "BASE"
        | priority | queue priority | price list          |
        | Urgent   | 9              | Seasonal Price List |
      And the queue holds the lines of order "BASE"
        | line | product         | price list                  |
        | 1    | Internet Access | Premium Consumer Price List |

  @PL-18 @line-price-lists @order-tracking
  Rule: The price lists of a failed order can be changed

    @crm @price-lists+failures
    Example: A line that fell out gets another price list, and the other line keeps its own
      Given an order "BASE" with
        | line | action | product         | price list                  |
        | 1    | Add    | Internet Access | Staff Price List            |
        | 2    | Add    | Static Address  | Premium Consumer Price List |
      And the order system has order "BASE"
      When the order system reports a fallout of line 1 of order "BASE"
      And order "BASE" is revised to
        | line | action | product         | price list                  |
        | 1    | Add    | Internet Access | Consumer Price List         |
        | 2    | Add    | Static Address  | Premium Consumer Price List |
      Then the queue holds the lines of order "BASE"
        | line | product         | price list                  |
        | 1    | Internet Access | Consumer Price List         |
        | 2    | Static Address  | Premium Consumer Price List |
