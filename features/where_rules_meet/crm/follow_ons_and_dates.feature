Feature: Follow-on orders with dates, priorities and repeated reports
  A follow-on order is an order of its own. It has its own date, priority and reports,
  separate from those of its base order.

  Source: Process Sales Order Fulfillment, "About Follow-On Orders", "About
  Future-Dated Orders" and "Supporting Order Priorities".

  Background:
    Given an order "BASE" with
      | line | action | product         | asset  | speed | upload |
      | 1    | Add    | Internet Access | OFFICE | 100   | 20     |
      | 2    | Add    | Internet Access | HOME   | 100   | 20     |
    And the order system has order "BASE" past its points of no return

  @FO-03 @installed-base @order-tracking @crm
  Rule: A due date does not replace a dependency

    Background:
      Given a change order "FASTER" for "in 5 days" with
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 500   | line 2 of BASE |

    @follow-ons+dates
    Example: A dated follow-on order is submitted with its date and its base line
      When order "FASTER" is submitted
      Then the queue holds the header of order "FASTER"
        | account  | due date  |
        | Customer | in 5 days |
      And the queue holds the lines of order "FASTER"
        | line | action | speed | depends on     |
        | 1    | Update | 500   | line 2 of BASE |
      And the queue holds the header of order "FASTER"
        | base order |
        | BASE       |

    @revisable-follow-ons @revisable-due-date @withdrawal-absent @follow-ons+dates
    Example: A dated follow-on order that is put off keeps its base line
      Given the order system has order "FASTER"
      When order "FASTER" is revised to the due date "in 9 days"
      Then the queue holds the header of order "FASTER"
        | account  | due date  |
        | Customer | in 9 days |
      And the queue holds the lines of order "FASTER"
        | line | action | speed | depends on     |
        | 1    | Update | 500   | line 2 of BASE |

  @FD-05 @installed-base @order-tracking
  Rule: The projection shows what a dated follow-on order will change on an asset of an open order

    @crm @follow-ons+dates
    Example: The projection shows the base order's asset with the follow-on order's value
      Given a change order "FASTER" for "in 5 days" with
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 500   | line 2 of BASE |
      When order "FASTER" is submitted
      Then the desk lists the projected assets of the customer
        | product         | speed | upload |
        | Internet Access | 500   | 20     |
        | Internet Access | 100   | 20     |
      But the customer has no assets

  @PR-01 @installed-base @order-tracking @order-priorities
  Rule: Only the user picks the priority of a follow-on order

    @crm @no-priority-default @follow-ons+priorities
    Example: A follow-on order does not take the priority of its base order
      Given an order "OTHER" with
        | line | action | product         | asset  |
        | 1    | Add    | Internet Access | CELLAR |
      And order "OTHER" has priority Urgent
      And the order system has order "OTHER" past its points of no return
      And a change order "FASTER" with
        | line | action | asset  | speed | depends on      |
        | 1    | Update | CELLAR | 500   | line 1 of OTHER |
      When a user submits order "FASTER" without priority
      Then the queue holds order "FASTER" without a priority or with the declared default

  @FO-11 @installed-base @order-tracking @crm
  Rule: A repeated report about a base order or a follow-on order changes nothing

    Background:
      Given a change order "FASTER" with
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 500   | line 2 of BASE |
      And the order system has order "FASTER"
      And the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
        | 2    | COMPLETE |

    @follow-ons+redelivery
    Example: A follow-on order that is reported again does not overwrite a later change
      Given the order system reports of order "FASTER"
        | line | status   |
        | 1    | COMPLETE |
      And a change order "SLOWER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 300   |
      And order "SLOWER" is submitted and fulfilled
      When the order system reports of order "FASTER"
        | line | status   |
        | 1    | COMPLETE |
      Then the customer has the assets
        | product         | speed | upload |
        | Internet Access | 300   | 20     |
        | Internet Access | 100   | 20     |

    @follow-ons+filled-in-data+redelivery
    Example: A value of the base order that is reported again does not overwrite a later change
      Given the order system reports of order "FASTER"
        | line | status   |
        | 1    | COMPLETE |
      And a change order "WIDER" with
        | line | action | asset | upload |
        | 1    | Update | HOME  | 50     |
      And order "WIDER" is submitted and fulfilled
      When the order system reports of order "BASE"
        | line | status   | upload |
        | 2    | COMPLETE | 20     |
      Then the customer has the assets
        | product         | speed | upload |
        | Internet Access | 500   | 50     |
        | Internet Access | 100   | 20     |
