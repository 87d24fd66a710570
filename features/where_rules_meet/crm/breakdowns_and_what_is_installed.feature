@crm @restartable @installed-base @order-tracking
Feature: Breakdowns of the CRM and what customers have
  The order system goes on telling of orders whatever happens to the CRM. When that is
  back it has the assets that it had, as they were, and makes of each report what it
  would have made of it before.

  Source: Process Sales Order Fulfillment, "About Sales Orders", "About Follow-On Orders"
  and "About Modify Orders"; Siebel Order Management Guide, "Scenario for Order
  Management".

  Background:
    Given an order "BASE" with
      | line | action | product         | asset | site         | speed | version |
      | 1    | Add    | Internet Access | HOME  | 12 Mill Lane | 100   |         |
      | 2    | Add    | Static Address  | FIXED | 12 Mill Lane |       | v4      |
    And the order system has order "BASE"

  @AS-01
  Rule: What is told of a line before and after a breakdown makes one asset of it

    @failures+restarts
    Example: A line that fell out before a breakdown is an asset when it is complete after it
      When the order system reports a fallout of line 2 of order "BASE"
      And the CRM breaks down and is started again
      And the order system reports the end of the fallout of line 2 of order "BASE"
      And the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
        | 2    | COMPLETE |
      Then the customer has the assets
        | product         | speed | version |
        | Internet Access | 100   |         |
        | Static Address  |       | v4      |

    @redelivery+restarts
    Example: An order that is told again after a breakdown to be complete brings no second assets
      When the order system reports the status "COMPLETE" of order "BASE"
      And the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
        | 2    | COMPLETE |
      And the CRM breaks down and is started again
      And the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
        | 2    | COMPLETE |
      Then the customer has the assets
        | product         | speed | version |
        | Internet Access | 100   |         |
        | Static Address  |       | v4      |

    @filled-in-data+restarts
    Example: A value that came before a breakdown is the asset's when the order is complete after it
      When the order system reports the value "40" of "upload" of line 1 of order "BASE"
      And the CRM breaks down and is started again
      And the order system reports the status "COMPLETE" of order "BASE"
      And the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
        | 2    | COMPLETE |
      Then the customer has the assets
        | product         | speed | upload |
        | Internet Access | 100   | 40     |
        | Static Address  |       |        |

  @FO-02
  Rule: An order that was cancelled before a breakdown leaves nothing after it

    @cancellation+restarts
    Example: What a cancelled order would have left is not projected after a breakdown
      Given an order "STAYS" with
        | line | action | product     |
        | 1    | Add    | VoIP Access |
      And the order system has order "STAYS"
      When the order system reports the status "CANCELLED" of order "BASE"
      And the CRM breaks down and is started again
      Then the desk lists the projected assets of the customer
        | product     |
        | VoIP Access |

  @FO-03
  Rule: A follow-on order after a breakdown says on which line of the order before it it depends

    @points-of-no-return+follow-ons+restarts
    Example: A follow-on order to an order from before a breakdown is queued with its base line
      Given the order system reports of order "BASE"
        | line | status      | milestone |
        | 1    | IN PROGRESS | DESIGNED  |
        | 2    | IN PROGRESS | DESIGNED  |
      When the CRM breaks down and is started again
      And a user submits order "FASTER" to set "speed" to "500" on what line 1 of order "BASE" will leave
      Then the queue holds the lines of order "FASTER"
        | line | action | speed | depends on     |
        | 1    | Update | 500   | line 1 of BASE |
