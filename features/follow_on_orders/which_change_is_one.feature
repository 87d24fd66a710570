Feature: When a change is a follow-on order
  Between the point of no return and completion an order can neither be revised
  nor modified: it is too late for the one and too early for the other. What the
  customer wants then is a follow-on order.

  Source: Process Sales Order Fulfillment, "About Follow-On Orders" and table 8-1.

  @FO-01 @installed-base @order-tracking
  Rule: A follow-on order changes an open order that is past its point of no return and not complete

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |

    @oms
    Example: A follow-on order is taken in between point of no return and completion, and fulfilled in the end
      Given order "BASE" is held at provisioning past its points of no return
      And a change order "FASTER" with
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 500   | line 1 of BASE |
      When order "FASTER" is submitted
      And provisioning completes order "BASE"
      And provisioning completes order "FASTER"
      Then order "FASTER" is complete
      And provisioning has
        | asset | speed |
        | HOME  | 500   |

    @oms
    Example: Once the base order is complete there is nothing to wait for
      Given order "BASE" is submitted and fulfilled
      And a change order "FASTER" with
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 500   | line 1 of BASE |
      When order "FASTER" is submitted
      Then order "FASTER" is refused, or is complete and provisioning has
        | asset | speed |
        | HOME  | 500   |

    @crm
    Example: The CRM lets an early change be entered on what the base order will leave
      Given the order system has order "BASE" past its points of no return
      And a change order "FASTER" with
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 500   | line 1 of BASE |
      When order "FASTER" is submitted
      Then order "FASTER" is queued once
      And order "BASE" is queued once

    # For systems that declare early_follow_on = "wait":
    @oms @early-follow-on-wait
    Example: An early change waits like any other follow-on order
      Given order "BASE" is held at provisioning
      And a change order "FASTER" with
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 500   | line 1 of BASE |
      When order "FASTER" is submitted
      Then no work has started on order "FASTER"
      When provisioning completes order "BASE"
      Then work has started on order "FASTER"
      And provisioning is asked once for line 1 of order "BASE"

    @oms @early-follow-on-wait
    Example: Of an early change that waits, and of its base order, nothing is lost
      Given order "BASE" is held at provisioning
      And a change order "MORE" with
        | line | action | product         | asset | upload | depends on     |
        | 1    | Update | Internet Access | HOME  | 40     | line 1 of BASE |
        | 2    | Add    | Handset         | HANDS |        |                |
      When order "MORE" is submitted
      And provisioning takes up its work again
      Then order "MORE" is complete
      And provisioning has
        | asset | product         | speed | upload |
        | HOME  | Internet Access | 100   | 40     |
        | HANDS | Handset         |       |        |

    # For systems that declare early_follow_on = "revise":
    @oms @early-follow-on-revise
    Example: An early change is worked into the base order as a revision
      Given order "BASE" is held at provisioning
      And a change order "FASTER" with
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 500   | line 1 of BASE |
      When order "FASTER" is submitted
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And order "FASTER" is complete
      And provisioning has
        | asset | speed |
        | HOME  | 500   |

    @oms @early-follow-on-revise
    Example: Of an early change that is worked in, and of its base order, nothing is lost
      Given order "BASE" is held at provisioning
      And a change order "MORE" with
        | line | action | product         | asset | upload | depends on     |
        | 1    | Update | Internet Access | HOME  | 40     | line 1 of BASE |
        | 2    | Add    | Handset         | HANDS |        |                |
      When order "MORE" is submitted
      And provisioning takes up its work again
      Then order "MORE" is complete
      And provisioning has
        | asset | product         | speed | upload |
        | HOME  | Internet Access | 100   | 40     |
        | HANDS | Handset         |       |        |

    # For systems that declare early_follow_on = "refuse":
    @oms @early-follow-on-refuse
    Example: An early change is refused, and the base order goes on
      Given order "BASE" is held at provisioning
      And a change order "FASTER" with
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 500   | line 1 of BASE |
      When order "FASTER" is submitted
      Then order "FASTER" is refused or fallen out
      When provisioning completes order "BASE"
      Then order "BASE" is complete

    @oms @early-follow-on-refuse
    Example: An early change that is refused leaves the base order as it was
      Given order "BASE" is held at provisioning
      And a change order "FASTER" with
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 500   | line 1 of BASE |
      When order "FASTER" is submitted
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | speed |
        | HOME  | 100   |
