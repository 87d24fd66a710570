Feature: Orders that can be revised in spite of what became of a part of them
  A line has passed its point of no return, or a revision came back refused. The order
  is open all the same, and what can still be changed of it is changed.

  Source: Process Sales Order Fulfillment, "About Sales Orders" and "About
  Supplemental Orders".

  @SU-01 @order-tracking @crm
  Rule: An order is revised further in what is not past its point of no return

    @ponr-scope-item @supplementals+points-of-no-return
    Example: The second of two equal lines is still revised when the first is past that point
      Given an order "BASE" with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
        | 2    | Add    | Internet Access | 200   |
      And the order system has order "BASE"
      When the order system reports of order "BASE"
        | line | status      | milestone |
        | 1    | IN PROGRESS | DESIGNED  |
      And order "BASE" is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
        | 2    | Add    | Internet Access | 500   |
      Then the queue holds the lines of order "BASE"
        | line | action | speed |
        | 1    | Add    | 100   |
        | 2    | Add    | 500   |

    @supplementals+failures
    Example: The order can be revised once more after the order system has refused a revision
      Given an order "BASE" with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
      And the order system has order "BASE"
      When order "BASE" is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
      And the order system reports a refusal of order "BASE"
      And order "BASE" is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 900   |
      Then the queue holds the lines of order "BASE"
        | line | action | speed |
        | 1    | Add    | 900   |

  @FO-02 @installed-base @order-tracking @crm
  Rule: What an open order will suspend can be resumed on that

    @follow-ons-of-modify-orders @follow-ons+service-changes
    Example: A follow-on order resumes what is not suspended yet
      Given the customer has
        | asset | product         |
        | HOME  | Internet Access |
      And a change order "PAUSE" with
        | line | action  | asset |
        | 1    | Suspend | HOME  |
      And the order system has order "PAUSE" past its points of no return
      And a change order "BACK" with
        | line | action | asset | depends on      |
        | 1    | Resume | HOME  | line 1 of PAUSE |
      When order "BACK" is submitted
      Then the queue holds the lines of order "BACK"
        | line | action | asset | depends on      |
        | 1    | Resume | HOME  | line 1 of PAUSE |
