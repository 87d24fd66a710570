Feature: Points of no return and other reports about an order
  The CRM hears that a line is past its point of no return together with other reports,
  late or twice. The line stays past that point, even if the order fails, is cancelled or
  is approved meanwhile.

  Source: Process Sales Order Fulfillment, "About Sales Orders" and "About
  Follow-On Orders"; Siebel Order Management Guide, "Scenario for Order
  Management".

  @PN-04 @installed-base @order-tracking @crm
  Rule: A line past its point of no return stays past it

    Background:
      Given an order "BASE" with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
      And the order system has order "BASE"

    @points-of-no-return+failures
    Example: A line that falls out past its point of no return cannot be revised again
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
    Example: An earlier milestone that is reported late does not open a line to revision
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
    Example: A milestone and a value in one report both count
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
    Example: A revision that is approved past the point of no return comes too late
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
  Rule: A cancelled order cannot have follow-on orders, however far its work was

    @crm @points-of-no-return+cancellation
    Example: The desk objects to a follow-on order to an order that was cancelled past its point of no return
      Given an order "BASE" with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
      And the order system has order "BASE" past its points of no return
      When the order system reports the status "CANCELLED" of order "BASE"
      And a user submits order "FASTER" to set "speed" to "500" on the projected asset of line 1 of order "BASE"
      Then the desk objects to order "FASTER"

  @SP-01 @installed-base @order-tracking @kept-service-points
  Rule: A follow-on order names its own service point

    @crm @points-of-no-return+follow-ons+service-points
    Example: A follow-on order is submitted with another service point than its base order
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
