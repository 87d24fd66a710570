Feature: From a quote to an order
  A quote that the customer accepts becomes an order without being typed in
  again. And who knows already what the customer wants needs no quote.

  Source: Siebel Order Management Guide, "Scenario for Order Management".

  @SC-05 @crm
  Rule: A quote that the customer has accepted can be made an order, as it was quoted and once

    Background:
      Given a quote with
        | line | action | product           | speed |
        | 1    | Add    | Home Starter Pack |       |
        | 1.1  | Add    | Internet Access   | 500   |
        | 1.2  | Add    | Static Address    |       |

    Example: The order says what the quote said, options and prices
      When the customer accepts the quote
      And the quote becomes an order
      Then the desk shows the lines of the order
        | line | product           | speed | price |
        | 1    | Home Starter Pack |       | 3.00  |
        | 1.1  | Internet Access   | 500   | 40.00 |
        | 1.2  | Static Address    |       | 5.00  |

    Example: An order that was made of a quote is submitted as it was quoted
      When the customer accepts the quote
      And the quote becomes an order
      And the order is submitted
      Then the order is queued once
      And the queue holds the lines of the order
        | line | action | product           | speed | component of |
        | 1    | Add    | Home Starter Pack |       |              |
        | 1.1  | Add    | Internet Access   | 500   | 1            |
        | 1.2  | Add    | Static Address    |       | 1            |

    @header-price-list-choice @line-price-lists
    Example: The order is on the price lists of its quote, header and line
      Given a quote "DEAR" with
        | line | action | product         | price list                  |
        | 1    | Add    | Internet Access | Premium Consumer Price List |
      When a user gives quote "DEAR" the "Seasonal Price List"
      And the customer accepts quote "DEAR"
      And quote "DEAR" becomes order "DEARER"
      And order "DEARER" is submitted
      Then the queue holds the header of order "DEARER"
        | price list          |
        | Seasonal Price List |

    Example: Only a quote that was accepted becomes an order
      When the quote becomes an order
      And the order is submitted
      Then the desk objects to the quote
      And the order is not queued

    Example: A quote does not become two orders unnoticed
      When the customer accepts the quote
      And the quote becomes order "FIRST"
      And the quote becomes order "SECOND"
      Then the desk objects to the quote

  @SC-06 @crm
  Rule: An order can be entered directly, without a quote

    Example: A direct order is queued as it was entered
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      Then the order is queued once
      And the queue holds the lines of the order
        | line | action | product         |
        | 1    | Add    | Internet Access |

    @installed-base @order-tracking
    Example: A direct order is fulfilled like any other
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted and fulfilled
      Then the order is complete
      And the customer has the assets
        | product         |
        | Internet Access |
