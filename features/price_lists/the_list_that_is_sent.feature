Feature: Which price list the CRM sends for what is installed
  The order system is told on which list an asset is to be charged from now on. The list
  of before would only move the asset back.

  Source: Process Sales Order Fulfillment, "Changing Price Lists on Modify
  Orders".

  Background:
    Given an order "FIRST" on the "Household Price List" with
      | line | action | product         | asset | price list                  |
      | 1    | Add    | Internet Access | HOME  | Premium Consumer Price List |
      | 2    | Add    | Static Address  | FIXED |                             |
    And order "FIRST" is submitted and fulfilled

  @PL-37 @installed-base @order-tracking @crm @price-lists-on-modify-orders @header-price-list-choice @line-price-lists
  Rule: For a line that is updated the CRM sends the new price list, and not the one before

    Example: A modify order names the new list and not the one before
      Given a change order "CHANGE" on the "Household Price List" with
        | line | action | product         | asset | price list          | price override |
        | 1    |        | Internet Access | HOME  | Consumer Price List | 19.90          |
      When order "CHANGE" is submitted
      Then the queue holds the lines of order "CHANGE"
        | line | action | price list          |
        | 1    | Update | Consumer Price List |
      And nothing that is queued of order "CHANGE" speaks of the "Premium Consumer Price List"

    @revisable-modify-orders
    Example: A supplemental names the newest list and not the one of the order that it revises
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
