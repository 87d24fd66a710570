Feature: The price list in the order header
  The header's price list holds for the whole order: the list of the customer's account,
  or another one that was chosen for this order.

  Source: Process Sales Order Fulfillment, "Supporting Multiple Price Lists on
  Orders" and "Specifying Different Price Lists on New Orders".

  @PL-02 @crm
  Rule: A new order has the price list of the customer's account in its header

    Example: The header has the account's price list if the user chose none
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      Then the queue holds the header of the order
        | account  | price list          |
        | Customer | Standard Price List |

    Example: An existing order keeps its price list when the account is given another
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When a user gives the customer the "Seasonal Price List"
      And the order is submitted
      Then the queue holds the header of the order
        | price list          |
        | Standard Price List |

    @restartable @price-lists+restarts
    Example: An order after a breakdown has the price list that the account was given before it
      When a user gives the customer the "Seasonal Price List"
      And the CRM breaks down and is started again
      And a small order "NEXT" with priority Low is submitted
      Then the queue holds the header of order "NEXT"
        | price list          |
        | Seasonal Price List |

    Example: A new order has the account's new price list
      Given an order "FIRST" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When a user gives the customer the "Seasonal Price List"
      And a small order "NEXT" with priority Low is submitted
      Then the queue holds the header of order "NEXT"
        | price list          |
        | Seasonal Price List |

  @PL-03 @header-price-list-choice
  Rule: A user may keep the header's price list or replace it with another

    @crm
    Example: The order is submitted with the price list by which a user replaced the header's
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When a user gives the order the "Seasonal Price List"
      And the order is submitted
      Then the queue holds the header of the order
        | price list          |
        | Seasonal Price List |
      But line 1 of the order is not queued with price list "Standard Price List"

    @crm
    Example: The order is submitted with the account's price list if the user leaves it
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      Then the queue holds the header of the order
        | price list          |
        | Standard Price List |

    @oms
    Scenario Outline: Lines without a price list are charged on the header's: <whose>
      Given an order on the "<price list>" with
        | line | action | product         | price list |
        | 1    | Add    | Internet Access |            |
        | 2    | Add    | Static Address  |            |
      When the order is submitted
      Then billing charges for the order
        | line | product         | price list   |
        | 1    | Internet Access | <price list> |
        | 2    | Static Address  | <price list> |

      Examples:
        | whose           | price list          |
        | the account's   | Standard Price List |
        | one chosen here | Seasonal Price List |
