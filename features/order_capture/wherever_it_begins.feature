Feature: Orders that begin from what a customer has
  A user may begin an order with the assets in the customer's profile. The order starts
  from what the customer has, and the profile changes only when the order is complete.

  Source: Siebel Order Management Guide, "Scenario for Order Management".

  @SC-16 @installed-base @order-tracking @crm
  Rule: A user can begin a new quote or order with what is in the customer's profile

    Background:
      Given the customer has
        | line | action | product         | asset | speed | version |
        | 1    | Add    | Internet Access | HOME  | 100   |         |
        | 2    | Add    | Static Address  | FIXED |       | v4      |

    Example: An order that is begun from the profile has the assets as they are
      When order "CHANGE" is begun with these assets of the customer
        | asset |
        | HOME  |
      Then the desk shows the lines of order "CHANGE"
        | line | asset | product         | speed | price |
        | 1    | HOME  | Internet Access | 100   | 30.00 |

    @quotes
    Example: A quote that is begun from the profile has the assets as they are
      When quote "OFFER" is begun with these assets of the customer
        | asset |
        | HOME  |
        | FIXED |
      Then the desk shows the lines of quote "OFFER"
        | line | product         | speed | version |
        | 1    | Internet Access | 100   |         |
        | 2    | Static Address  |       | v4      |

    Example: A line that is begun from the profile changes the asset that the customer has
      When order "CHANGE" is begun with these assets of the customer
        | asset |
        | HOME  |
      And order "CHANGE" is changed as a draft to
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And order "CHANGE" is submitted
      Then the queue holds the lines of order "CHANGE"
        | line | action | product         | asset | speed |
        | 1    | Update | Internet Access | HOME  | 500   |

    Example: The customer's assets stay as they are until the order is complete
      When order "CHANGE" is begun with these assets of the customer
        | asset |
        | HOME  |
      And order "CHANGE" is changed as a draft to
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And order "CHANGE" is submitted
      Then the customer has the assets
        | product         | speed | version |
        | Internet Access | 100   |         |
        | Static Address  |       | v4      |

    Example: The desk objects to an order begun from an asset that the customer does not have
      When order "CHANGE" is begun with these assets of the customer
        | asset     |
        | ELSEWHERE |
      Then the desk objects to order "CHANGE"

    Example: The desk objects to an order begun from another customer's asset
      When order "CHANGE" is begun with these assets of the account "Neighbour"
        | asset |
        | HOME  |
      Then the desk objects to order "CHANGE"

    Example: Two assets of one product become two lines, each with its own values
      Given an order "SECOND" with
        | line | action | product         | asset  | speed |
        | 1    | Add    | Internet Access | OFFICE | 500   |
      And order "SECOND" is submitted and fulfilled
      When order "CHANGE" is begun with these assets of the customer
        | asset  |
        | HOME   |
        | OFFICE |
      Then the desk shows the lines of order "CHANGE"
        | line | asset  | product         | speed |
        | 1    | HOME   | Internet Access | 100   |
        | 2    | OFFICE | Internet Access | 500   |

    Example: An order begun after two changes has the values of both
      Given a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And order "FASTER" is submitted and fulfilled
      And a change order "WIDER" with
        | line | action | asset | upload |
        | 1    | Update | HOME  | 50     |
      And order "WIDER" is submitted and fulfilled
      When order "CHANGE" is begun with these assets of the customer
        | asset |
        | HOME  |
      Then the desk shows the lines of order "CHANGE"
        | line | asset | product         | speed | upload |
        | 1    | HOME  | Internet Access | 500   | 50     |
