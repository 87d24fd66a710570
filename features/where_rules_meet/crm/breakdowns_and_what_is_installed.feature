@crm @restartable @installed-base @order-tracking
Feature: Breakdowns of the CRM and installed assets
  The order system goes on reporting while the CRM is down. After the restart the CRM has
  its assets as before, and treats each report as it would have treated it without the
  breakdown.

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
  Rule: Reports before and after a breakdown make one asset of a line

    @failures+restarts
    Example: A line that fell out before a breakdown becomes an asset when it is complete after it
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
    Example: An order that is reported complete again after a breakdown creates no second assets
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
    Example: A value that was reported before a breakdown is on the asset after it
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

    @filled-in-data+restarts
    Example: A value that is reported after a breakdown is on the asset
      When the CRM breaks down and is started again
      And the order system reports the value "40" of "upload" of line 1 of order "BASE"
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
    Example: The projection after a breakdown leaves out a cancelled order
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
  Rule: A follow-on order after a breakdown names its base line

    @points-of-no-return+follow-ons+restarts
    Example: A follow-on order to an order from before a breakdown is queued with its base line
      Given the order system reports of order "BASE"
        | line | status      | milestone |
        | 1    | IN PROGRESS | DESIGNED  |
        | 2    | IN PROGRESS | DESIGNED  |
      When the CRM breaks down and is started again
      And a user submits order "FASTER" to set "speed" to "500" on the projected asset of line 1 of order "BASE"
      Then the queue holds the lines of order "FASTER"
        | line | action | speed | depends on     |
        | 1    | Update | 500   | line 1 of BASE |
