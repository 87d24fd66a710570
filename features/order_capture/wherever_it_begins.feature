Feature: Wherever an order begins
  One representative works on the accounts screen, another begins with a quote, a
  third with what the customer has. The order that comes of it is the same, and
  it goes the same way.

  Source: Siebel Order Management Guide, "Scenario for Order Management".

  @SC-16 @installed-base @order-tracking @crm
  Rule: A new quote or order can be begun with what is in the customer's profile

    Background:
      Given the customer has
        | line | action | product         | asset | speed | version |
        | 1    | Add    | Internet Access | HOME  | 100   |         |
        | 2    | Add    | Static Address  | FIXED |       | v4      |

    Example: An order that is begun with the profile has things as they are
      When order "CHANGE" is begun with these things of the customer
        | asset |
        | HOME  |
      Then the desk shows the lines of order "CHANGE"
        | line | asset | product         | speed | price |
        | 1    | HOME  | Internet Access | 100   | 30.00 |

    @quotes
    Example: A quote, too, can be begun with what is in the profile
      When quote "OFFER" is begun with these things of the customer
        | asset |
        | HOME  |
        | FIXED |
      Then the desk shows the lines of quote "OFFER"
        | line | product         | speed | version |
        | 1    | Internet Access | 100   |         |
        | 2    | Static Address  |       | v4      |

    Example: What is changed is the thing that the customer has
      When order "CHANGE" is begun with these things of the customer
        | asset |
        | HOME  |
      And order "CHANGE" is changed, unsubmitted, to
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And order "CHANGE" is submitted
      Then the queue holds the lines of order "CHANGE"
        | line | action | product         | asset | speed |
        | 1    | Update | Internet Access | HOME  | 500   |

    Example: Until the order is complete the customer has what was there before
      When order "CHANGE" is begun with these things of the customer
        | asset |
        | HOME  |
      And order "CHANGE" is changed, unsubmitted, to
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And order "CHANGE" is submitted
      Then the customer has the assets
        | product         | speed | version |
        | Internet Access | 100   |         |
        | Static Address  |       | v4      |

    Example: Only what the customer has can be changed so
      When order "CHANGE" is begun with these things of the customer
        | asset     |
        | ELSEWHERE |
      Then the desk objects to order "CHANGE"

    Example: What another customer has cannot be changed so
      When order "CHANGE" is begun with these things of the account "Neighbour"
        | asset |
        | HOME  |
      Then the desk objects to order "CHANGE"

    Example: Two things of one product are two lines, each as it is
      Given an order "SECOND" with
        | line | action | product         | asset  | speed |
        | 1    | Add    | Internet Access | OFFICE | 500   |
      And order "SECOND" is submitted and fulfilled
      When order "CHANGE" is begun with these things of the customer
        | asset  |
        | HOME   |
        | OFFICE |
      Then the desk shows the lines of order "CHANGE"
        | line | asset  | product         | speed |
        | 1    | HOME   | Internet Access | 100   |
        | 2    | OFFICE | Internet Access | 500   |

    Example: An order that is begun with the profile has things as they are, not as the last order said
      Given a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And order "FASTER" is submitted and fulfilled
      And a change order "WIDER" with
        | line | action | asset | upload |
        | 1    | Update | HOME  | 50     |
      And order "WIDER" is submitted and fulfilled
      When order "CHANGE" is begun with these things of the customer
        | asset |
        | HOME  |
      Then the desk shows the lines of order "CHANGE"
        | line | asset | product         | speed | upload |
        | 1    | HOME  | Internet Access | 500   | 50     |
