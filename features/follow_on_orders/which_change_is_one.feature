Feature: When a change is a follow-on order
  Between the point of no return and completion an order can neither be revised nor
  modified: revising is too late, modifying is too early. A change in that time is a
  follow-on order.

  Source: Process Sales Order Fulfillment, "About Follow-On Orders" and table 8-1.

  @FO-01 @installed-base @order-tracking
  Rule: A follow-on order changes an open order that is past its point of no return and not complete

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |

    @oms
    Example: A follow-on order is accepted after the point of no return, and fulfilled in the end
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
    Example: A change after the base order's completion has nothing to wait for
      Given order "BASE" is submitted and fulfilled
      And a change order "FASTER" with
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 500   | line 1 of BASE |
      When order "FASTER" is submitted
      Then order "FASTER" is refused, or is complete and provisioning has
        | asset | speed |
        | HOME  | 500   |

    @crm
    Example: The CRM accepts a change to an asset that the base order will leave
      Given the order system has order "BASE" past its points of no return
      And a change order "FASTER" with
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 500   | line 1 of BASE |
      When order "FASTER" is submitted
      Then order "FASTER" is queued once
      And order "BASE" is queued once

    # For systems that declare early_follow_on = "wait":
    @oms @early-follow-on-wait
    Example: Where early changes wait, a change before the point of no return waits for its base order
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
    Example: Where early changes wait, both the change and its base order are fulfilled
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
    Example: Where early changes become revisions, the change is worked into its base order
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
    Example: Where early changes become revisions, both the change and its base order are fulfilled
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
    Example: Where early changes are refused, the base order goes on
      Given order "BASE" is held at provisioning
      And a change order "FASTER" with
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 500   | line 1 of BASE |
      When order "FASTER" is submitted
      Then order "FASTER" is refused or fallen out
      When provisioning completes order "BASE"
      Then order "BASE" is complete

    @oms @early-follow-on-refuse
    Example: Where early changes are refused, the base order is fulfilled as it was ordered
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
