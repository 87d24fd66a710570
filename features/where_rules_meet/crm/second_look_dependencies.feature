Feature: Orders that build on two orders, on one that fell out, or on a chain
  What a customer has is changed by two open orders at once, or by one after the other,
  and one of them is in trouble. The next order has to know each of them, line by line.

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
  Rule: Each line of a follow-on order waits for the open order that changes its own asset

    @follow-ons+modify-orders
    Example: An order about two assets waits for a line of each of two orders
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
    Example: An order that fell out is waited for as any other that is open
      Given a change order "WIDER" with
        | line | action | asset | upload | depends on      |
        | 1    | Update | HOME  | 50     | line 1 of FIRST |
      When the order system reports a fallout of line 1 of order "FIRST"
      And order "WIDER" is submitted
      Then the queue holds the lines of order "WIDER"
        | line | asset | depends on      |
        | 1    | HOME  | line 1 of FIRST |

  @FO-02 @installed-base @order-tracking
  Rule: The third order of a chain starts from what the first one and the second one leave

    @crm @follow-ons-of-modify-orders @follow-ons+modify-orders
    Example: The speed of the first order outlives the second order, which says nothing of it
      Given a change order "WIDER" with
        | line | action | asset | upload | depends on      |
        | 1    | Update | HOME  | 50     | line 1 of FIRST |
      And the order system has order "WIDER" past its points of no return
      And a change order "WIDEST" with
        | line | action | asset | upload | depends on      |
        | 1    | Update | HOME  | 90     | line 1 of WIDER |
      When order "WIDEST" is submitted
      Then line 1 of order "WIDEST" is not queued with speed "100"
