Feature: Updates of an order and of its follow-on order
  A base order and its follow-on order are about the same asset. An update of one order is
  not for the other, and neither order holds up the other's updates.

  Source: Process Sales Order Fulfillment, "About Follow-On Orders".

  Background:
    Given the order system has order "BASE" with
      | line | product         | asset |
      | 1    | Internet Access | HOME  |
      | 2    | Static Address  | FIXED |
    And the order system has order "CHANGE" with
      | line | action | product         | asset | depends on     |
      | 1    | Update | Internet Access | HOME  | line 1 of BASE |
      | 2    | Update | Static Address  | FIXED | line 2 of BASE |

  @FO-11 @installed-base @order-tracking @integration
  Rule: An update reaches the CRM for the order that it is about, though both orders are about one asset

    @follow-ons+filled-in-data
    Example: A value for the base order arrives after one for the follow-on order
      When the order system reports the value "2" of "port" of line 1 of order "CHANGE"
      And the order system reports the value "1" of "port" of line 1 of order "BASE"
      Then the CRM receives the value "2" of "port" of line 1 of order "CHANGE"
      And the CRM receives the value "1" of "port" of line 1 of order "BASE"

    @follow-ons+failures
    Example: A line of the base order falls out, and updates of the follow-on order arrive
      When the order system reports a fallout of line 1 of order "BASE"
      And the order system reports the status "COMPLETE" of line 2 of order "CHANGE"
      And the order system reports the end of the fallout of line 1 of order "BASE"
      Then the CRM receives the end of the fallout of line 1 of order "BASE"
      And the CRM receives the line statuses of order "CHANGE"
        | line | status   |
        | 2    | COMPLETE |
      And order "CHANGE" is free of refusals and fallouts

    @follow-ons+failures+redelivery
    Example: Both orders fail on the line about the same asset, and both failures arrive
      When the order system reports a fallout of line 1 of order "BASE"
      And the order system reports a fallout of line 1 of order "CHANGE"
      Then the CRM receives a fallout of line 1 of order "BASE"
      And the CRM receives a fallout of line 1 of order "CHANGE"
