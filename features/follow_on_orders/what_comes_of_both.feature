Feature: What a base order and its follow-on order leave
  A base order and its follow-on order change the same asset, one after the other. In the
  end the asset has the values of the follow-on order, and for everything else the values
  of the base order.

  Source: Process Sales Order Fulfillment, "About Follow-On Orders".

  @FO-11 @installed-base @order-tracking
  Rule: In the end the asset has the values of the follow-on order, and for everything else those of the base order

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | speed | upload |
        | 1    | Add    | Internet Access | HOME  | 100   | 20     |
      And the order system has order "BASE" past its points of no return
      And a change order "FASTER" with
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 500   | line 1 of BASE |

    @integration
    Example: A follow-on order's values stay when the order system reports both orders line by line
      When order "FASTER" is submitted
      And the order system reports the status "COMPLETE" of line 1 of order "BASE"
      And the order system reports the status "COMPLETE" of line 1 of order "FASTER"
      Then the customer has the assets
        | product         | speed | upload |
        | Internet Access | 500   | 20     |

    @crm
    Example: A follow-on order's values are on the asset once both orders are reported complete
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
    Example: A late report about the base order does not overwrite the follow-on order's values
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
    Example: Reported values of the base order stay where the follow-on order does not change them
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

  @FO-11 @installed-base @order-tracking
  Rule: A follow-on order's values stay when the rest of its base order is complete after it

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | speed | upload |
        | 1    | Add    | Internet Access | HOME  | 100   | 20     |
        | 2    | Add    | Static Address  | FIXED |       |        |
      And the order system has order "BASE" past its points of no return
      And a change order "FASTER" with
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 500   | line 1 of BASE |

    @crm
    Example: The last line of a base order is complete after its follow-on order
      When order "FASTER" is submitted
      And the order system reports of order "BASE"
        | line | status      |
        | 1    | COMPLETE    |
        | 2    | IN PROGRESS |
      And the order system reports of order "FASTER"
        | line | status   |
        | 1    | COMPLETE |
      And the order system reports of order "BASE"
        | line | status   |
        | 2    | COMPLETE |
      Then the customer has the assets
        | product         | speed | upload |
        | Internet Access | 500   | 20     |
        | Static Address  |       |        |

    @integration
    Example: The order system reports the last line of a base order after its follow-on order
      When order "FASTER" is submitted
      And the order system reports the status "COMPLETE" of line 1 of order "BASE"
      And the order system reports the status "COMPLETE" of line 1 of order "FASTER"
      And the order system reports the status "COMPLETE" of line 2 of order "BASE"
      Then the customer has the assets
        | product         | speed | upload |
        | Internet Access | 500   | 20     |
        | Static Address  |       |        |
