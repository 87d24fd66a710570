Feature: Points of no return, and what else is told of an order
  That a line is past its point of no return is told in passing, with other news,
  late or twice. It stays so, be the order stuck, cancelled or approved meanwhile.

  Source: Process Sales Order Fulfillment, "About Sales Orders" and "About
  Follow-On Orders"; Siebel Order Management Guide, "Scenario for Order
  Management".

  @PN-04 @installed-base @order-tracking @crm
  Rule: Past that point an order stays past it

    Background:
      Given an order "BASE" with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
      And the order system has order "BASE"

    @points-of-no-return+failures
    Example: A line that falls out past that point is not open to revision again
      When the order system reports the milestone "DESIGNED" of line 1 of order "BASE"
      And the order system reports a fallout of line 1 of order "BASE"
      And order "BASE" is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
      And the order system reports the end of the fallout of line 1 of order "BASE"
      And the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
      Then the customer has the assets
        | product         | speed |
        | Internet Access | 100   |

    @points-of-no-return+redelivery
    Example: An earlier milestone that is told late takes nothing back
      When the order system reports the milestone "DESIGNED" of line 1 of order "BASE"
      And the order system reports the milestone "RESERVED" of line 1 of order "BASE"
      And order "BASE" is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
      And the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
      Then the customer has the assets
        | product         | speed |
        | Internet Access | 100   |

    @points-of-no-return+filled-in-data
    Example: Milestone and value are told at once, and both count
      When the order system reports of order "BASE"
        | line | status      | milestone | upload |
        | 1    | IN PROGRESS | DESIGNED  | 40     |
      And order "BASE" is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
      And the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
      Then the customer has the assets
        | product         | speed | upload |
        | Internet Access | 100   | 40     |

    @approval @points-of-no-return+approval
    Example: A revision that is approved past that point comes too late
      When order "BASE" is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
        | 2    | Add    | Leased Line     |       |
      And the order system reports the milestone "DESIGNED" of line 1 of order "BASE"
      And a supervisor approves order "BASE"
      And the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
      And the order system reports the status "COMPLETE" of order "BASE"
      Then the customer has the assets
        | product         | speed |
        | Internet Access | 100   |

  @FO-01 @installed-base @order-tracking
  Rule: A cancelled order has no follow-on orders, however far it had come

    @crm @points-of-no-return+cancellation
    Example: The order was past its point of no return when it was cancelled
      Given an order "BASE" with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
      And the order system has order "BASE" past its points of no return
      When the order system reports the status "CANCELLED" of order "BASE"
      And a user submits order "FASTER" to set "speed" to "500" on what line 1 of order "BASE" will leave
      Then the desk objects to order "FASTER"

  @SP-01 @installed-base @order-tracking @kept-service-points
  Rule: What is changed past that point names a service point of its own

    @crm @points-of-no-return+follow-ons+service-points
    Example: The follow-on order says another service point than its base order
      Given an order "BASE" with
        | line | action | product         | asset | service point |
        | 1    | Add    | Internet Access | HOME  | Customer      |
      And the order system has order "BASE" past its points of no return
      And a change order "ELSEWHERE" with
        | line | action | asset | service point | depends on     |
        | 1    | Update | HOME  | Neighbour     | line 1 of BASE |
      When order "ELSEWHERE" is submitted
      Then the queue holds the lines of order "ELSEWHERE"
        | line | action | service point | depends on     |
        | 1    | Update | Neighbour     | line 1 of BASE |
