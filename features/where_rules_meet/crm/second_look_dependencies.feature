Feature: Orders that depend on several open orders
  Two open orders may change a customer's assets, and one of them may have failed. The
  next order depends on each of them, line by line.

  Source: Process Sales Order Fulfillment, "About Follow-On Orders" and "About
  Modify Orders".

  Background:
    Given the customer has
      | asset  | product         | site           | speed | upload |
      | HOME   | Internet Access | 12 Mill Lane   | 100   | 20     |
      | OFFICE | Internet Access | 3 Harbour Road | 100   | 20     |
    And a change order "FIRST" with
      | line | action | asset | speed |
      | 1    | Update | HOME  | 300   |
    And the order system has order "FIRST" past its points of no return

  @FO-03 @installed-base @order-tracking @crm @follow-ons-of-modify-orders
  Rule: Each line of a follow-on order depends on the open order that changes its own asset

    @orders-on-several-orders @follow-ons+modify-orders
    Example: An order for two assets depends on a line of each of two orders
      Given a change order "SECOND" with
        | line | action | asset  | speed |
        | 1    | Update | OFFICE | 500   |
      And the order system has order "SECOND" past its points of no return
      And a change order "BOTH" with
        | line | action | asset  | upload | depends on       |
        | 1    | Update | HOME   | 50     | line 1 of FIRST  |
        | 2    | Update | OFFICE | 50     | line 1 of SECOND |
      When order "BOTH" is submitted
      Then the queue holds the lines of order "BOTH"
        | line | asset  | depends on       |
        | 1    | HOME   | line 1 of FIRST  |
        | 2    | OFFICE | line 1 of SECOND |

    @follow-ons+modify-orders+failures
    Example: An order depends on an open order that fell out as on any other
      Given a change order "WIDER" with
        | line | action | asset | upload | depends on      |
        | 1    | Update | HOME  | 50     | line 1 of FIRST |
      When the order system reports a fallout of line 1 of order "FIRST"
      And order "WIDER" is submitted
      Then the queue holds the lines of order "WIDER"
        | line | asset | depends on      |
        | 1    | HOME  | line 1 of FIRST |

  @FO-02 @installed-base @order-tracking
  Rule: The third order of a chain starts from what the first and the second order leave

    @crm @follow-ons-of-modify-orders @follow-ons+modify-orders
    Example: The first order's speed stays when the second order does not mention it
      Given a change order "WIDER" with
        | line | action | asset | upload | depends on      |
        | 1    | Update | HOME  | 50     | line 1 of FIRST |
      And the order system has order "WIDER" past its points of no return
      And a change order "WIDEST" with
        | line | action | asset | upload | depends on      |
        | 1    | Update | HOME  | 90     | line 1 of WIDER |
      When order "WIDEST" is submitted
      Then line 1 of order "WIDEST" is not queued with speed "100"
