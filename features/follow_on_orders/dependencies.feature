Feature: From the projection to the dependency
  Whoever enters a follow-on order needs to see what is not there yet: the assets
  that the open order will leave. By working on these the follow-on order says
  what it depends on, and the order system knows what to wait for.

  Source: Process Sales Order Fulfillment, "About Follow-On Orders".

  @FO-02 @installed-base @order-tracking @crm
  Rule: The CRM shows what an open order will leave, and a follow-on order is entered on that

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | speed | upload |
        | 1    | Add    | Internet Access | HOME  | 100   | 20     |
      And the order system has order "BASE" past its points of no return

    Example: What is ordered is projected
      Then the desk lists the projected assets of the customer
        | product         | speed | upload |
        | Internet Access | 100   | 20     |

    Example: What is projected is no asset yet
      Then the desk lists the projected assets of the customer
        | product         | speed |
        | Internet Access | 100   |
      But the customer has no assets

    Example: What is projected can be updated, and is not ordered a second time
      Given a change order "FASTER" with
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 500   | line 1 of BASE |
      When order "FASTER" is submitted
      Then the queue holds the lines of order "FASTER"
        | line | action | product         | speed |
        | 1    | Update | Internet Access | 500   |
      But the customer has no assets

  @FO-03 @installed-base @order-tracking
  Rule: A follow-on order says on which line of which order it depends

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
    Example: The dependency reaches the order system, line by line
      When order "CHANGE" is submitted
      Then the order system receives order "CHANGE" with
        | line | product        | depends on     |
        | 1    | Static Address | line 2 of BASE |
        | 2    | Handset        |                |

    @integration
    Example: The order that it depends on is named in the header
      When order "CHANGE" is submitted
      Then the order system receives the header of order "CHANGE" with
        | base order |
        | BASE       |

    @integration
    Example: Two lines depend each on a base line of its own
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
    Example: The CRM puts the dependency on the queue
      When order "CHANGE" is submitted
      Then the queue holds the lines of order "CHANGE"
        | line | product        | depends on     |
        | 1    | Static Address | line 2 of BASE |
        | 2    | Handset        |                |
      And the queue holds the header of order "CHANGE"
        | base order |
        | BASE       |
