Feature: What comes of an order and its follow-on order
  Two orders speak of one asset, one after the other. In the end the customer has
  what both of them brought: what the follow-on order changed, as it changed it,
  and everything else as it was left before.

  Source: Process Sales Order Fulfillment, "About Follow-On Orders".

  @FO-11 @installed-base @order-tracking
  Rule: In the end the customer's assets are what the base order and then the follow-on order made of them

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | speed | upload |
        | 1    | Add    | Internet Access | HOME  | 100   | 20     |
      And the order system has order "BASE" past its points of no return
      And a change order "FASTER" with
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 500   | line 1 of BASE |

    @integration
    Example: What is told of the two orders arrives so that the follow-on order has the last word
      When order "FASTER" is submitted
      And the order system reports the status "COMPLETE" of line 1 of order "BASE"
      And the order system reports the status "COMPLETE" of line 1 of order "FASTER"
      Then the customer has the assets
        | product         | speed | upload |
        | Internet Access | 500   | 20     |

    @crm
    Example: Base order and follow-on order complete
      When order "FASTER" is submitted
      And the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
      And the order system reports of order "FASTER"
        | line | status   |
        | 1    | COMPLETE |
      Then the customer has the assets
        | product         | speed | upload |
        | Internet Access | 500   | 20     |

    @crm
    Example: News of the base order that comes late spoils nothing
      When order "FASTER" is submitted
      And the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
      And the order system reports of order "FASTER"
        | line | status   |
        | 1    | COMPLETE |
      And the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
      Then the customer has the assets
        | product         | speed | upload |
        | Internet Access | 500   | 20     |

    @crm
    Example: What was told of the base order's values is what the follow-on order starts from
      When the order system reports of order "BASE"
        | line | status      | upload |
        | 1    | IN PROGRESS | 40     |
      And order "FASTER" is submitted
      And the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
      And the order system reports of order "FASTER"
        | line | status   |
        | 1    | COMPLETE |
      Then the customer has the assets
        | product         | speed | upload |
        | Internet Access | 500   | 40     |
