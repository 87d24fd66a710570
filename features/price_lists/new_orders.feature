Feature: Price lists on a new order
  Each line of an order is charged by one price list. The customer's price list
  stands in the order header; a sales representative may choose another for the
  whole order, or for a single product. Billing must never see a blank.

  Source: Process Sales Order Fulfillment, "Specifying Different Price Lists on New Orders".

  @PL-09
  Rule: On a new order, a line without a price list is charged on the price list of the order header

    @oms
    Example: A blank line takes the header's price list
      Given an order on the "Household Price List" with
        | line | action | product         | price list |
        | 1    | Add    | Internet Access |            |
      When the order is submitted
      Then billing charges for the order
        | line | product         | price list           |
        | 1    | Internet Access | Household Price List |
