Feature: The price list in the order header
  Whatever else is left open on an order, there is one price list that holds for
  all of it: the customer's, or the one that was chosen for this order.

  Source: Process Sales Order Fulfillment, "Supporting Multiple Price Lists on
  Orders" and "Specifying Different Price Lists on New Orders".

  @PL-02 @crm
  Rule: A new order begins with the price list of the customer's account in its header

    Example: The header has the account's list where nobody chose another
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      Then the queue holds the header of the order
        | account  | price list          |
        | Customer | Standard Price List |

    Example: An order that is there keeps its list when the customer is given another
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When a user gives the customer the "Seasonal Price List"
      And the order is submitted
      Then the queue holds the header of the order
        | price list          |
        | Standard Price List |

    Example: An order that is begun after the customer was given another list begins with that one
      Given an order "FIRST" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When a user gives the customer the "Seasonal Price List"
      And a small order "NEXT" with priority Low is submitted
      Then the queue holds the header of order "NEXT"
        | price list          |
        | Seasonal Price List |

  @PL-03 @header-price-list-choice
  Rule: The header's price list may stay the account's, or be replaced with another

    @crm
    Example: A user replaces the header's list before submitting
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
    Example: A user leaves the header's list as it is
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      Then the queue holds the header of the order
        | price list          |
        | Standard Price List |

    @oms
    Scenario Outline: Blank lines are charged on the header's list, be it <whose>
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
