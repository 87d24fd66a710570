Feature: From a quote to an order
  A quote that the customer accepts becomes an order without being typed again. A customer
  who already knows what to buy needs no quote.

  Source: Siebel Order Management Guide, "Scenario for Order Management".

  @SC-05 @crm
  Rule: An accepted quote can become one order, with the products and prices that were quoted

    Background:
      Given a quote with
        | line | action | product           | speed |
        | 1    | Add    | Home Starter Pack |       |
        | 1.1  | Add    | Internet Access   | 500   |
        | 1.2  | Add    | Static Address    |       |

    Example: The order has the options and prices of its quote
      When the customer accepts the quote
      And the quote becomes an order
      Then the desk shows the lines of the order
        | line | product           | speed | price |
        | 1    | Home Starter Pack |       | 3.00  |
        | 1.1  | Internet Access   | 500   | 40.00 |
        | 1.2  | Static Address    |       | 5.00  |

    @restartable @drafts+restarts
    Example: A quote that was accepted before a breakdown becomes an order after it
      When the customer accepts the quote
      And the CRM breaks down and is started again
      And the quote becomes an order
      Then the desk shows the lines of the order
        | line | product           | speed |
        | 1    | Home Starter Pack |       |
        | 1.1  | Internet Access   | 500   |
        | 1.2  | Static Address    |       |

    Example: An order that was made from a quote is submitted as it was quoted
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
    Example: The order has the price lists of its quote, in its header and on its lines
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

    Example: The components of a component stay below it when the quote becomes an order
      Given a quote "PHONES" with
        | line  | action | product             |
        | 1     | Add    | VoIP Service Bundle |
        | 1.1   | Add    | VoIP Access         |
        | 1.2   | Add    | Handset Kit         |
        | 1.2.1 | Add    | Handset             |
      When the customer accepts quote "PHONES"
      And quote "PHONES" becomes order "CALLS"
      And order "CALLS" is submitted
      Then the queue holds the lines of order "CALLS"
        | line  | action | product             | component of |
        | 1     | Add    | VoIP Service Bundle |              |
        | 1.1   | Add    | VoIP Access         | 1            |
        | 1.2   | Add    | Handset Kit         | 1            |
        | 1.2.1 | Add    | Handset             | 1.2          |

    Example: Only an accepted quote becomes an order
      When the quote becomes an order
      And the order is submitted
      Then the desk objects to the quote
      And the order is not queued

    Example: What a user changes after the customer has accepted the quote is not ordered
      When the customer accepts the quote
      And the quote is changed as a draft to
        | line | action | product           | speed |
        | 1    | Add    | Home Starter Pack |       |
        | 1.1  | Add    | Internet Access   | 1000  |
        | 1.2  | Add    | Static Address    |       |
      And the quote becomes the order
      And the order is submitted
      Then line 1.1 of the order is not queued with speed "1000"

    Example: The desk objects when a product is taken off an accepted quote that becomes an order
      When the customer accepts the quote
      And the quote is changed as a draft to
        | line | action | product           | speed |
        | 1    | Add    | Home Starter Pack |       |
        | 1.1  | Add    | Internet Access   | 500   |
      And the quote becomes the order
      Then the desk objects to the quote

    @header-price-list-choice
    Example: A price list that a user gives an accepted quote is not on the order
      When the customer accepts the quote
      And a user gives the quote the "Seasonal Price List"
      And the quote becomes the order
      And the order is submitted
      Then the order is not queued with price list "Seasonal Price List"

    Example: The desk objects when a quote becomes a second order
      When the customer accepts the quote
      And the quote becomes order "FIRST"
      And the quote becomes order "SECOND"
      Then the desk objects to the quote

  @SC-06 @crm
  Rule: An order can be entered directly, without a quote

    Example: A directly entered order is queued as it was entered
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      Then the order is queued once
      And the queue holds the lines of the order
        | line | action | product         |
        | 1    | Add    | Internet Access |

    @installed-base @order-tracking
    Example: A directly entered order is fulfilled like any other
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted and fulfilled
      Then the order is complete
      And the customer has the assets
        | product         |
        | Internet Access |
