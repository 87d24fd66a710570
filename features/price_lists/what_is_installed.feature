Feature: How the price list of something installed is changed
  A customer who should be charged on another list has the asset already, and the
  CRM does not know on which list. So a sales representative enters a price by
  hand first: that makes the line an Update, and an Update is what moves the list.
  For a bundle it has to be done part by part.

  Source: Process Sales Order Fulfillment, "Changing Price Lists on Modify
  Orders".

  Background:
    Given an order "FIRST" on the "Household Price List" with
      | line | action | product         | asset | price list                  |
      | 1    | Add    | Internet Access | HOME  | Premium Consumer Price List |
      | 2    | Add    | Static Address  | FIXED |                             |
    And order "FIRST" is submitted and fulfilled

  @PL-29 @installed-base @order-tracking
  Rule: Without Update, what a line says of its price list changes nothing

    @oms
    Example: A list on a line that does not say Update is passed over
      Given a change order "CHANGE" on the "Household Price List" with
        | line | action | product         | asset | price list          | speed |
        | 1    | Update | Internet Access | HOME  |                     | 500   |
        | 2    | -      | Static Address  | FIXED | Consumer Price List |       |
      When order "CHANGE" is submitted and fulfilled
      Then billing has
        | asset | price list           |
        | FIXED | Household Price List |

    @oms
    Example: The rest of the order is fulfilled
      Given a change order "CHANGE" on the "Household Price List" with
        | line | action | product         | asset | price list          | speed |
        | 1    | Update | Internet Access | HOME  |                     | 500   |
        | 2    | -      | Static Address  | FIXED | Consumer Price List |       |
      When order "CHANGE" is submitted
      Then order "CHANGE" is complete
      And order "CHANGE" is free of refusals and fallouts
      And provisioning has
        | asset | speed |
        | HOME  | 500   |

    @oms
    Example: An order of nothing else changes nothing, and bills nothing
      Given a change order "CHANGE" on the "Seasonal Price List" with
        | line | action | product         | asset | price list          |
        | 1    | -      | Internet Access | HOME  | Consumer Price List |
        | 2    | -      | Static Address  | FIXED | Consumer Price List |
      When order "CHANGE" is submitted
      Then order "CHANGE" is complete
      And billing is told nothing about order "CHANGE"

    @oms @no-action-blank
    Example: Where a blank means unchanged, a list on such a line is passed over as well
      Given a change order "CHANGE" on the "Household Price List" with
        | line | action | product         | asset | price list          | speed |
        | 1    | Update | Internet Access | HOME  |                     | 500   |
        | 2    |        | Static Address  | FIXED | Consumer Price List |       |
      When order "CHANGE" is submitted and fulfilled
      Then billing has
        | asset | price list           |
        | FIXED | Household Price List |

    @crm @price-lists-on-modify-orders @header-price-list-choice @line-price-lists
    Example: The CRM makes no Update of a line for its list, and submits the rest
      Given a change order "CHANGE" on the "Household Price List" with
        | line | action | product         | asset | price list          | speed |
        | 1    | Update | Internet Access | HOME  |                     | 500   |
        | 2    |        | Static Address  | FIXED | Consumer Price List |       |
      When order "CHANGE" is submitted
      Then the queue holds the lines of order "CHANGE"
        | line | action | product         | speed |
        | 1    | Update | Internet Access | 500   |
      But line 2 of order "CHANGE" is not queued with action "Update"

  @PL-26 @installed-base @order-tracking
  Rule: The price lists of what a customer has may be changed on a modify order, and on a supplemental to it, in the same way

    Background:
      Given provisioning holds its work
      And a change order "CHANGE" on the "Household Price List" with
        | line | action | product         | asset | price list          | price override | speed | version |
        | 1    | Update | Internet Access | HOME  | Consumer Price List | 19.90          | 500   |         |
        | 2    | Update | Static Address  | FIXED | Consumer Price List | 4.90           |       | v6      |
      And order "CHANGE" is held at provisioning

    @oms
    Example: The supplemental names yet another list
      When order "CHANGE" is revised to
        | line | action | product         | asset | price list          | price override | speed | version |
        | 1    | Update | Internet Access | HOME  | Seasonal Price List | 19.90          | 500   |         |
        | 2    | Update | Static Address  | FIXED | Consumer Price List | 4.90           |       | v6      |
      And provisioning completes order "CHANGE"
      Then billing has
        | asset | price list          |
        | HOME  | Seasonal Price List |
        | FIXED | Consumer Price List |

    @oms @update-empty-pl-leave
    Example: Where the supplemental takes list and override back, the asset stays on the list that it had
      When order "CHANGE" is revised on the "Seasonal Price List" to
        | line | action | product         | asset | price list          | price override | speed | version |
        | 1    | Update | Internet Access | HOME  |                     |                | 500   |         |
        | 2    | Update | Static Address  | FIXED | Consumer Price List | 4.90           |       | v6      |
      And provisioning completes order "CHANGE"
      Then billing has
        | asset | price list                  |
        | HOME  | Premium Consumer Price List |

    @crm @price-lists-on-modify-orders @header-price-list-choice @line-price-lists @revisable-modify-orders
    Example: The CRM submits the list that the supplemental names
      When order "CHANGE" is revised to
        | line | action | product         | asset | price list          | price override |
        | 1    | Update | Internet Access | HOME  | Seasonal Price List | 19.90          |
        | 2    | Update | Static Address  | FIXED | Consumer Price List | 4.90           |
      Then the queue holds the lines of order "CHANGE"
        | line | action | price list          | price override |
        | 1    | Update | Seasonal Price List | 19.90          |

    @crm @price-lists-on-modify-orders @header-price-list-choice @line-price-lists @revisable-modify-orders
    Example: On the supplemental too, only an override makes an Update
      Given the customer has
        | line | action | product         | asset  |
        | 1    | Add    | Internet Access | OFFICE |
        | 2    | Add    | Static Address  | OTHER  |
      And a change order "MORE" on the "Household Price List" with
        | line | action | product         | asset  | speed |
        | 1    | Update | Internet Access | OFFICE | 500   |
      And order "MORE" is held at provisioning
      When order "MORE" is revised to
        | line | action | product         | asset  | speed | price list          |
        | 1    | Update | Internet Access | OFFICE | 900   |                     |
        | 2    |        | Static Address  | OTHER  |       | Consumer Price List |
      Then the queue holds the lines of order "MORE"
        | line | action | speed |
        | 1    | Update | 900   |
      But line 2 of order "MORE" is not queued with action "Update"
