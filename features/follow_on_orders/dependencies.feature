Feature: How a follow-on order gets its dependency
  Whoever enters a follow-on order needs to see the assets that the open order will leave.
  A line that changes such an asset says by that on which line it depends, and the order
  system knows what to wait for.

  Source: Process Sales Order Fulfillment, "About Follow-On Orders".

  @FO-02 @installed-base @order-tracking @crm
  Rule: The CRM shows the assets that an open order will leave, and a user enters the follow-on order on them

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | speed | upload |
        | 1    | Add    | Internet Access | HOME  | 100   | 20     |
      And the order system has order "BASE" past its points of no return

    Example: The desk shows an ordered product as a projected asset
      Then the desk lists the projected assets of the customer
        | product         | speed | upload |
        | Internet Access | 100   | 20     |

    Example: A projected asset is not among the customer's assets yet
      Then the desk lists the projected assets of the customer
        | product         | speed |
        | Internet Access | 100   |
      But the customer has no assets

    Example: A line for a projected asset is an Update and not a second Add
      Given a change order "FASTER" with
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 500   | line 1 of BASE |
      When order "FASTER" is submitted
      Then the queue holds the lines of order "FASTER"
        | line | action | product         | speed |
        | 1    | Update | Internet Access | 500   |
      But the customer has no assets

  @FO-03 @installed-base @order-tracking
  Rule: Each line of a follow-on order that depends on an open order names that order and its line

    Background:
      Given an order "BASE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 2    | Add    | Static Address  |
      And the order system has order "BASE" past its points of no return
      And a change order "CHANGE" with
        | line | action | product        | version | depends on     |
        | 1    | Update | Static Address | v6      | line 2 of BASE |
        | 2    | Add    | Handset        |         |                |

    @integration
    Example: Each line's dependency reaches the order system
      When order "CHANGE" is submitted
      Then the order system receives order "CHANGE" with
        | line | product        | depends on     |
        | 1    | Static Address | line 2 of BASE |
        | 2    | Handset        |                |

    @integration
    Example: The base order's number reaches the order system in the header
      When order "CHANGE" is submitted
      Then the order system receives the header of order "CHANGE" with
        | base order |
        | BASE       |

    @integration
    Example: Two lines of a follow-on order can depend on lines of two orders
      Given an order "OTHER" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And the order system has order "OTHER"
      And a change order "BOTH" with
        | line | action | product         | depends on      |
        | 1    | Update | Internet Access | line 1 of OTHER |
        | 2    | Update | Static Address  | line 2 of BASE  |
      When order "BOTH" is submitted
      Then the order system receives order "BOTH" with
        | line | depends on      |
        | 1    | line 1 of OTHER |
        | 2    | line 2 of BASE  |

    @crm
    Example: The CRM submits the dependency in the lines and in the header
      When order "CHANGE" is submitted
      Then the queue holds the lines of order "CHANGE"
        | line | product        | depends on     |
        | 1    | Static Address | line 2 of BASE |
        | 2    | Handset        |                |
      And the queue holds the header of order "CHANGE"
        | base order |
        | BASE       |
