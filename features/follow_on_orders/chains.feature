Feature: Follow-on orders that are changed in their turn
  Customers change their minds about changes too. A waiting follow-on order is an open
  order: it can be revised, and other orders can depend on it.

  Source: Process Sales Order Fulfillment, "About Follow-On Orders".

  @FO-12 @installed-base @order-tracking
  Rule: A follow-on order may be revised while it waits

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |

    @oms
    Example: A revised follow-on order still waits for its base order
      Given order "BASE" is held at provisioning past its points of no return
      And a change order "FASTER" with
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 500   | line 1 of BASE |
      When order "FASTER" is submitted
      And order "FASTER" is revised to
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 900   | line 1 of BASE |
      And order "FASTER" is revised to
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 1000  | line 1 of BASE |
      Then no work has started on order "FASTER"
      And provisioning and billing are told nothing more about order "BASE"

    # For systems that declare followon_grain = "order":
    @oms @followon-grain-order
    Example: Where a follow-on order waits as a whole, a line that a revision adds waits too
      Given order "BASE" is held at provisioning past its points of no return
      And a change order "MORE" with
        | line | action | product        | depends on     |
        | 1    | Add    | VoIP Voicemail | line 1 of BASE |
      When order "MORE" is submitted
      And order "MORE" is revised to
        | line | action | product        | depends on     |
        | 1    | Add    | VoIP Voicemail | line 1 of BASE |
        | 2    | Add    | Handset        |                |
      Then no work has started on order "MORE"

    @oms
    Example: A revised follow-on order is fulfilled with the values of its latest revision
      Given order "BASE" is held at provisioning past its points of no return
      And a change order "FASTER" with
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 500   | line 1 of BASE |
      When order "FASTER" is submitted
      And order "FASTER" is revised to
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 900   | line 1 of BASE |
      And provisioning completes order "BASE"
      Then provisioning receives the value "900" of "speed" of line 1 of order "FASTER"

    @crm
    Example: The CRM submits the revision of a follow-on order with the same dependency
      Given the order system has order "BASE" past its points of no return
      And a change order "FASTER" with
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 500   | line 1 of BASE |
      When order "FASTER" is submitted
      And order "FASTER" is revised to
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 900   | line 1 of BASE |
      Then order "FASTER" is queued two times
      And the queue holds the lines of order "FASTER"
        | line | action | speed | depends on     |
        | 1    | Update | 900   | line 1 of BASE |

  @FO-13 @installed-base @order-tracking
  Rule: A follow-on order may have follow-on orders of its own

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |

    @oms
    Example: A third order waits while the follow-on order that it depends on is being worked on
      Given order "BASE" is held at provisioning past its points of no return
      When a small order "SECOND" that depends on line 1 of order "BASE" is submitted
      And provisioning completes order "BASE"
      And provisioning reports the milestone "DESIGNED" of line 1 of order "SECOND"
      And a small order "THIRD" that depends on line 1 of order "SECOND" is submitted
      Then no work has started on order "THIRD"

    @oms
    Example: A third order starts when the follow-on order that it depends on is complete
      Given order "BASE" is held at provisioning past its points of no return
      When a small order "SECOND" that depends on line 1 of order "BASE" is submitted
      And provisioning completes order "BASE"
      And provisioning reports the milestone "DESIGNED" of line 1 of order "SECOND"
      And a small order "THIRD" that depends on line 1 of order "SECOND" is submitted
      And provisioning completes order "SECOND"
      Then work has started on order "THIRD"

    @oms @early-follow-on-wait
    Example: The completion of the base order releases the second order and not the third
      Given order "BASE" is held at provisioning past its points of no return
      When a small order "SECOND" that depends on line 1 of order "BASE" is submitted
      And a small order "THIRD" that depends on line 1 of order "SECOND" is submitted
      And provisioning completes line 1 of order "BASE"
      Then work has started on order "SECOND"
      But no work has started on order "THIRD"

    @oms @early-follow-on-wait
    Example: The completion of the second order releases the third
      Given order "BASE" is held at provisioning past its points of no return
      When a small order "SECOND" that depends on line 1 of order "BASE" is submitted
      And a small order "THIRD" that depends on line 1 of order "SECOND" is submitted
      And provisioning completes line 1 of order "BASE"
      And provisioning completes order "SECOND"
      Then work has started on order "THIRD"

    @crm
    Example: The CRM submits a third order that depends on the second
      Given the order system has order "BASE" past its points of no return
      And a change order "SECOND" with
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 500   | line 1 of BASE |
      And the order system has order "SECOND" past its points of no return
      And a change order "THIRD" with
        | line | action | asset | speed | depends on       |
        | 1    | Update | HOME  | 900   | line 1 of SECOND |
      When order "THIRD" is submitted
      Then the queue holds the lines of order "THIRD"
        | line | action | speed | depends on       |
        | 1    | Update | 900   | line 1 of SECOND |
