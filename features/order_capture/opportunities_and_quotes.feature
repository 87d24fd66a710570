Feature: From an opportunity to an order
  A customer asks about a faster connection. The sales representative notes it, proposes
  products, quotes a price, and orders what the customer accepted. Nothing is ordered
  before that, and nothing but what was quoted.

  The catalogue has the prices: Internet Access costs 30.00, with speed 500 another 10.00,
  Static Address 5.00.

  Source: Siebel Order Management Guide, "Scenario for Order Management".

  @SC-02 @crm
  Rule: A user can record a customer's interest as an opportunity, with the products that suit best

    Background:
      Given an opportunity with header
        | account  | interest            |
        | Customer | a faster connection |
      And its lines are
        | line | product         | speed |
        | 1    | Internet Access | 500   |
        | 2    | Static Address  |       |

    Example: The desk shows the interest and the products of an opportunity
      Then the desk shows the opportunity with interest "a faster connection"
      And the desk shows the lines of the opportunity
        | line | product         | speed |
        | 1    | Internet Access | 500   |
        | 2    | Static Address  |       |

    Example: An opportunity is not queued
      When the opportunity is submitted
      Then the opportunity is not queued

    @quotes
    Example: A quote that is made from an opportunity is not queued
      When the opportunity becomes a quote
      Then the opportunity is not queued
      And the quote is not queued
      And the desk shows the opportunity with interest "a faster connection"

    @quotes @quotes-become-orders
    Example: The products of the opportunity are ordered once the customer accepts the quote
      When the opportunity becomes a quote
      And the customer accepts the quote
      And the quote becomes an order
      And the order is submitted
      Then the queue holds the lines of the order
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
        | 2    | Add    | Static Address  |       |

  @SC-03 @crm
  Rule: A quote lists products with their prices, whether it is made from an opportunity or by hand

    Example: A quote that is made by hand lists products and prices
      Given a quote with
        | line | product         |
        | 1    | Internet Access |
        | 2    | Static Address  |
      Then the desk shows the lines of the quote
        | line | product         | price |
        | 1    | Internet Access | 30.00 |
        | 2    | Static Address  | 5.00  |

    @opportunities
    Example: A quote that is made from an opportunity lists products and prices
      Given an opportunity with
        | line | product         | speed |
        | 1    | Internet Access | 500   |
        | 2    | VoIP Voicemail  |       |
      When the opportunity becomes a quote
      Then the desk shows the lines of the quote
        | line | product         | speed | price |
        | 1    | Internet Access | 500   | 40.00 |
        | 2    | VoIP Voicemail  |       | 2.00  |

    Example: A quote is not queued
      Given a quote with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the quote is submitted
      Then the quote is not queued

    @quotes-become-orders
    Example: A quote keeps its content when the order made from it is changed
      Given a quote with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
      When the customer accepts the quote
      And the quote becomes an order
      And the order is changed as a draft to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 1000  |
      And the order is submitted
      Then the desk shows the lines of the quote
        | line | product         | speed | price |
        | 1    | Internet Access | 500   | 40.00 |

  @SC-04 @crm
  Rule: A customer picks options and sees their prices, and the order has the options that were picked

    Scenario Outline: The price depends on the option: <speed>
      Given an order with
        | line | action | product           | speed   |
        | 1    | Add    | Home Starter Pack |         |
        | 1.1  | Add    | Internet Access   | <speed> |
        | 1.2  | Add    | Static Address    |         |
      Then the desk shows the lines of the order
        | line | product           | price   |
        | 1    | Home Starter Pack | 3.00    |
        | 1.1  | Internet Access   | <price> |
        | 1.2  | Static Address    | 5.00    |

      Examples:
        | speed | price |
        | 100   | 30.00 |
        | 500   | 40.00 |
        | 1000  | 55.00 |

    Example: The picked options are on the submitted order
      Given an order with
        | line | action | product           | speed | version |
        | 1    | Add    | Home Starter Pack |       |         |
        | 1.1  | Add    | Internet Access   | 500   |         |
        | 1.2  | Add    | Static Address    |       | v6      |
      When the order is submitted
      Then the queue holds the lines of the order
        | line | product         | speed | version |
        | 1.1  | Internet Access | 500   |         |
        | 1.2  | Static Address  |       | v6      |

    Example: The price follows the option when a customer picks another one
      Given a quote "OFFER" with
        | line | product         | speed |
        | 1    | Internet Access | 500   |
        | 2    | Static Address  |       |
      And its lines are
        | line | product         | speed | version |
        | 1    | Internet Access | 1000  |         |
        | 2    | Static Address  |       | v6      |
      Then the desk shows the lines of quote "OFFER"
        | line | product         | price |
        | 1    | Internet Access | 55.00 |
        | 2    | Static Address  | 6.50  |
