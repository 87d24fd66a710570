Feature: Follow-on orders and revisions
  A follow-on order depends on what its latest version and its base order's latest version
  say. A withdrawn line is no base line. A base order whose revision waits for approval
  can still be revised.

  Source: Process Sales Order Fulfillment, "About Follow-On Orders" and "About
  Supplemental Orders"; Siebel Order Management Guide, "Scenario for Order Management".

  Background:
    Given an order "BASE" with
      | line | action | product         | asset | speed | version |
      | 1    | Add    | Internet Access | HOME  | 100   |         |
      | 2    | Add    | Static Address  | FIXED |       | v4      |

  @FO-12 @installed-base @order-tracking @crm
  Rule: A revised follow-on order depends on the line that its revision changes

    Background:
      Given an order "OTHER" with
        | line | action | product         | asset  | speed |
        | 1    | Add    | Internet Access | OFFICE | 100   |
      And the order system has order "BASE" past its points of no return
      And the order system has order "OTHER" past its points of no return

    @supplementals+follow-ons
    Example: A follow-on order is revised to change another open order
      Given a change order "FASTER" with
        | line | action | asset  | speed | depends on      |
        | 1    | Update | HOME   | 500   | line 1 of BASE  |
      And the order system has order "FASTER"
      When order "FASTER" is revised to
        | line | action | asset  | speed | depends on      |
        | 2    | Update | OFFICE | 500   | line 1 of OTHER |
      Then the queue holds the header of order "FASTER"
        | base order |
        | OTHER      |
      And the queue holds the lines of order "FASTER"
        | line | action | speed | depends on      |
        | 2    | Update | 500   | line 1 of OTHER |

    @follow-ons+drafts
    Example: A draft follow-on order that was changed names the base order that it changes in the end
      Given a change order "FASTER" with
        | line | action | asset  | speed | depends on      |
        | 1    | Update | HOME   | 500   | line 1 of BASE  |
      And order "FASTER" is revised before submission to
        | line | action | asset  | speed | depends on      |
        | 2    | Update | OFFICE | 500   | line 1 of OTHER |
      When order "FASTER" is submitted
      Then the queue holds the header of order "FASTER"
        | base order |
        | OTHER      |
      And the queue holds the lines of order "FASTER"
        | line | action | speed | depends on      |
        | 2    | Update | 500   | line 1 of OTHER |

  @AC-11 @installed-base @order-tracking
  Rule: An asset of a withdrawn line will not be there, so no order may change it

    @crm @supplementals+follow-ons
    Example: A follow-on order about a line that was withdrawn is not submitted
      Given the order system has order "BASE"
      And a change order "NEWER" with
        | line | action | asset | version | depends on     |
        | 1    | Update | FIXED | v6      | line 2 of BASE |
      When order "BASE" is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |
      Then order "BASE" is queued two times
      When order "NEWER" is submitted
      Then order "NEWER" is not queued

  @FO-09 @installed-base @order-tracking
  Rule: A base order whose revision waits for approval can still be revised

    @crm @approval @supplementals+follow-ons+approval
    Example: The desk objects to a follow-on order while the base order's revision waits for approval
      Given the order system has order "BASE"
      And a user begins to revise order "BASE" to
        | line | action | product         | asset | speed | version |
        | 1    | Add    | Internet Access | HOME  | 100   |         |
        | 2    | Add    | Static Address  | FIXED |       | v4      |
        | 3    | Add    | Leased Line     |       |       |         |
      When order "BASE" is submitted
      And a user submits order "FASTER" to set "speed" to "500" on the projected asset of line 1 of order "BASE"
      Then the desk objects to order "FASTER"

  @FO-02 @installed-base @order-tracking @crm
  Rule: A follow-on order is projected until it is complete itself

    @points-of-no-return+follow-ons
    Example: A follow-on order is still projected when its base order is complete
      Given the order system has order "BASE" past its points of no return
      And a change order "FASTER" with
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 500   | line 1 of BASE |
      And the order system has order "FASTER"
      When the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
        | 2    | COMPLETE |
      And the order system reports the status "COMPLETE" of order "BASE"
      Then the desk lists the projected assets of the customer
        | product         | speed | version |
        | Internet Access | 500   |         |
        | Static Address  |       | v4      |
