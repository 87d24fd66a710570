Feature: Follow-on orders whose base order fails, is cancelled or gets values
  A follow-on order depends on work that is under way. That work can fail, be cancelled or
  bring values that nobody entered. The follow-on order itself can be revised or wait for
  approval.

  Source: Process Sales Order Fulfillment, "About Follow-On Orders"; Siebel Order
  Management Guide, "Scenario for Order Management".

  Background:
    Given an order "BASE" with
      | line | action | product         | asset | speed | upload | version |
      | 1    | Add    | Internet Access | HOME  | 100   | 20     |         |
      | 2    | Add    | Static Address  | FIXED |       |        | v4      |
    And the order system has order "BASE" past its points of no return
    And a change order "FASTER" with
      | line | action | asset | speed | depends on     |
      | 1    | Update | HOME  | 500   | line 1 of BASE |

  @FO-11 @installed-base @order-tracking @crm
  Rule: The follow-on order's values count in the end, whatever happened to its base order

    @follow-ons+failures
    Example: A follow-on order is fulfilled although its base order had fallen out
      When order "FASTER" is submitted
      And the order system reports a fallout of line 1 of order "BASE"
      And the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
        | 2    | COMPLETE |
      And the order system reports of order "FASTER"
        | line | status   |
        | 1    | COMPLETE |
      Then the customer has the assets
        | product         | speed | version |
        | Internet Access | 500   |         |
        | Static Address  |       | v4      |

    @follow-ons+filled-in-data
    Example: A value assigned to the base order stays when the follow-on order is complete
      When order "FASTER" is submitted
      And the order system reports of order "BASE"
        | line | status   | upload |
        | 1    | COMPLETE | 40     |
        | 2    | COMPLETE |        |
      And the order system reports of order "FASTER"
        | line | status   |
        | 1    | COMPLETE |
      Then the customer has the assets
        | product         | speed | upload |
        | Internet Access | 500   | 40     |
        | Static Address  |       |        |

  @AC-11 @installed-base @order-tracking
  Rule: An asset on a cancelled order will never be there, so no order may change it

    @crm @follow-ons+cancellation
    Example: The desk objects to a change of an asset on a cancelled order
      When the order system reports the status "CANCELLED" of order "BASE"
      And a user submits order "LATE" to set "speed" to "900" on the projected asset of line 1 of order "BASE"
      Then order "LATE" is not queued
      And the desk objects to order "LATE"

  @FO-03 @installed-base @order-tracking @crm
  Rule: A follow-on order depends on the line that will really leave the asset

    @follow-ons-of-follow-ons @follow-ons+cancellation
    Example: A follow-on order does not depend on a cancelled follow-on order
      Given the order system has order "FASTER"
      And a change order "WIDER" with
        | line | action | asset | upload | depends on     |
        | 1    | Update | HOME  | 50     | line 1 of BASE |
      When the order system reports the status "CANCELLED" of order "FASTER"
      And order "WIDER" is submitted
      Then the queue holds the lines of order "WIDER"
        | line | action | asset | upload | depends on     |
        | 1    | Update | HOME  | 50     | line 1 of BASE |
      And line 1 of order "WIDER" is not queued with speed "500"

    @approval @follow-ons+approval
    Example: An approved follow-on order keeps its dependency
      Given a change order "BIGGER" with
        | line | action | product         | asset | speed | depends on     |
        | 1    | Update | Internet Access | HOME  | 900   | line 1 of BASE |
        | 2    | Add    | Leased Line     |       |       |                |
      When order "BIGGER" is submitted
      And a supervisor approves order "BIGGER"
      Then the queue holds the lines of order "BIGGER"
        | line | action | product         | depends on     |
        | 1    | Update | Internet Access | line 1 of BASE |
        | 2    | Add    | Leased Line     |                |
      And the queue holds the header of order "BIGGER"
        | base order |
        | BASE       |

    @follow-ons+drafts
    Example: A draft follow-on order that was changed depends on the line that it changes in the end
      Given order "FASTER" is revised before submission to
        | line | action | product        | asset | version | depends on     |
        | 1    | Update | Static Address | FIXED | v6      | line 2 of BASE |
      When order "FASTER" is submitted
      Then the queue holds the lines of order "FASTER"
        | line | action | product        | version | depends on     |
        | 1    | Update | Static Address | v6      | line 2 of BASE |

  @SP-01 @installed-base @order-tracking @kept-service-points
  Rule: A follow-on order names a service point like any other order

    @crm @follow-ons+service-points
    Example: A line with a base line is submitted with its service point
      Given a change order "MOVED" with
        | line | action | asset | upload | service point | depends on     |
        | 1    | Update | HOME  | 50     | Customer      | line 1 of BASE |
        | 2    | Update | FIXED |        |               | line 2 of BASE |
      When order "MOVED" is submitted
      Then the queue holds the lines of order "MOVED"
        | line | action | service point | depends on     |
        | 1    | Update | Customer      | line 1 of BASE |
        | 2    | Update |               | line 2 of BASE |

  @FO-09 @installed-base @order-tracking
  Rule: An order that waits for approval is not past its point of no return

    @crm @approval @follow-ons+approval
    Example: The desk objects to a follow-on order whose base order waits for approval
      Given an order "BIG" with
        | line | action | product     |
        | 1    | Add    | Leased Line |
      When order "BIG" is submitted
      And a user submits order "EARLY" to set "speed" to "500" on the projected asset of line 1 of order "BIG"
      Then the desk objects to order "EARLY"
