Feature: The price list that the CRM sends for an installed asset
  The order system must learn on which price list an asset is charged from now on. If the
  CRM sent the old list as well, the asset could be moved back to it.

  Source: Process Sales Order Fulfillment, "Changing Price Lists on Modify
  Orders".

  Background:
    Given an order "FIRST" on the "Household Price List" with
      | line | action | product         | asset | price list                  |
      | 1    | Add    | Internet Access | HOME  | Premium Consumer Price List |
      | 2    | Add    | Static Address  | FIXED |                             |
    And order "FIRST" is submitted and fulfilled

  @PL-37 @installed-base @order-tracking @crm @price-lists-on-modify-orders @header-price-list-choice @line-price-lists
  Rule: For an Update line the CRM sends the new price list and not the old one

    Example: A modify order names the new price list and not the old one
      Given a change order "CHANGE" on the "Household Price List" with
        | line | action | product         | asset | price list          | price override |
        | 1    |        | Internet Access | HOME  | Consumer Price List | 19.90          |
      When order "CHANGE" is submitted
      Then the queue holds the lines of order "CHANGE"
        | line | action | price list          |
        | 1    | Update | Consumer Price List |
      And no queued message of order "CHANGE" names the "Premium Consumer Price List"

    @revisable-modify-orders
    Example: A supplemental order names its own price list and not the one of the version before
      Given a change order "CHANGE" on the "Household Price List" with
        | line | action | product         | asset | price list          | price override |
        | 1    |        | Internet Access | HOME  | Consumer Price List | 19.90          |
      And order "CHANGE" is held at provisioning
      When order "CHANGE" is revised to
        | line | action | product         | asset | price list          | price override |
        | 1    | Update | Internet Access | HOME  | Seasonal Price List | 19.90          |
      Then the queue holds the lines of order "CHANGE"
        | line | action | price list          |
        | 1    | Update | Seasonal Price List |
      And the latest version of order "CHANGE" leaves out line 1 with price list "Consumer Price List"
