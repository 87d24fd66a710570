Feature: Changing the price list of an installed asset
  The CRM does not know on which price list an asset is charged. So a sales representative
  first enters a price by hand: that makes the line an Update, and only an Update line
  changes the price list. For a bundle every component needs this step too.

  Source: Process Sales Order Fulfillment, "Changing Price Lists on Modify
  Orders".

  Background:
    Given an order "FIRST" on the "Household Price List" with
      | line | action | product         | asset | price list                  |
      | 1    | Add    | Internet Access | HOME  | Premium Consumer Price List |
      | 2    | Add    | Static Address  | FIXED |                             |
    And order "FIRST" is submitted and fulfilled

  @PL-29 @installed-base @order-tracking
  Rule: A price list changes nothing on a line whose action is not Update

    @oms
    Example: A price list on a line with a dash as its action is ignored
      Given a change order "CHANGE" on the "Household Price List" with
        | line | action | product         | asset | price list          | speed |
        | 1    | Update | Internet Access | HOME  |                     | 500   |
        | 2    | -      | Static Address  | FIXED | Consumer Price List |       |
      When order "CHANGE" is submitted and fulfilled
      Then billing has
        | asset | price list           |
        | FIXED | Household Price List |

    @oms
    Example: The rest of an order with an ignored price list is fulfilled
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
    Example: An order that has only ignored price lists bills nothing
      Given a change order "CHANGE" on the "Seasonal Price List" with
        | line | action | product         | asset | price list          |
        | 1    | -      | Internet Access | HOME  | Consumer Price List |
        | 2    | -      | Static Address  | FIXED | Consumer Price List |
      When order "CHANGE" is submitted
      Then order "CHANGE" is complete
      And billing is told nothing about order "CHANGE"

    @oms @no-action-blank
    Example: Where a blank means no action, a price list on a line without an action is ignored
      Given a change order "CHANGE" on the "Household Price List" with
        | line | action | product         | asset | price list          | speed |
        | 1    | Update | Internet Access | HOME  |                     | 500   |
        | 2    |        | Static Address  | FIXED | Consumer Price List |       |
      When order "CHANGE" is submitted and fulfilled
      Then billing has
        | asset | price list           |
        | FIXED | Household Price List |

    @crm @price-lists-on-modify-orders @header-price-list-choice @line-price-lists
    Example: The CRM does not turn a line into an Update because of its price list
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
  Rule: A modify order, and a supplemental order to it, may change price lists of installed assets in the same way

    Background:
      Given provisioning holds its work
      And a change order "CHANGE" on the "Household Price List" with
        | line | action | product         | asset | price list          | price override | speed | version |
        | 1    | Update | Internet Access | HOME  | Consumer Price List | 19.90          | 500   |         |
        | 2    | Update | Static Address  | FIXED | Consumer Price List | 4.90           |       | v6      |
      And order "CHANGE" is held at provisioning

    @oms
    Example: A supplemental order moves the asset to a third price list
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
    Example: A supplemental order that removes list and override leaves the asset on its price list
      When order "CHANGE" is revised on the "Seasonal Price List" to
        | line | action | product         | asset | price list          | price override | speed | version |
        | 1    | Update | Internet Access | HOME  |                     |                | 500   |         |
        | 2    | Update | Static Address  | FIXED | Consumer Price List | 4.90           |       | v6      |
      And provisioning completes order "CHANGE"
      Then billing has
        | asset | price list                  |
        | HOME  | Premium Consumer Price List |

    @crm @price-lists-on-modify-orders @header-price-list-choice @line-price-lists @revisable-modify-orders
    Example: The CRM submits the price list of the supplemental order
      When order "CHANGE" is revised to
        | line | action | product         | asset | price list          | price override |
        | 1    | Update | Internet Access | HOME  | Seasonal Price List | 19.90          |
        | 2    | Update | Static Address  | FIXED | Consumer Price List | 4.90           |
      Then the queue holds the lines of order "CHANGE"
        | line | action | price list          | price override |
        | 1    | Update | Seasonal Price List | 19.90          |

    @crm @price-lists-on-modify-orders @header-price-list-choice @line-price-lists @revisable-modify-orders
    Example: On a supplemental order too, only an override makes an Update
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
