Feature: Past the point of no return
  An order past its point of no return can no longer be revised, and is not complete yet.
  The user who tries to revise it must be told so, and the work must go on as if nobody
  had tried.

  Source: Process Sales Order Fulfillment, "About Sales Orders" and "About
  Supplemental Orders".

  @PN-03 @oms
  Rule: An order past its point of no return is still open

    Background:
      Given an order "BASE" with
        | line | action | product         | asset |
        | 1    | Add    | Internet Access | HOME  |
      And order "BASE" is held at provisioning past its points of no return

    Example: An order past its point of no return stays open
      Then order "BASE" is open
      And order "BASE" is not complete

    Example: An order past its point of no return is complete when its work is done
      When provisioning completes order "BASE"
      Then order "BASE" is complete

  @PN-04 @installed-base @order-tracking
  Rule: An order past its point of no return cannot be revised

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |

    @oms
    Example: A revision just before the point of no return is fulfilled
      Given order "BASE" is held at provisioning
      And the lines of order "BASE" have reached these milestones
        | line | milestone |
        | 1    | RESERVED  |
      When order "BASE" is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 500   |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | speed |
        | HOME  | 500   |

    @oms
    Example: A revision just after the point of no return is refused, and no work is undone
      Given order "BASE" is held at provisioning
      And the lines of order "BASE" have reached these milestones
        | line | milestone |
        | 1    | DESIGNED  |
      When order "BASE" is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 500   |
      Then the revision of order "BASE" is refused
      And provisioning and billing are told nothing more about order "BASE"
      When provisioning completes order "BASE"
      Then order "BASE" is complete

    @oms
    Example: A revision is refused too when the work has gone beyond the point of no return
      Given order "BASE" is held at provisioning
      When provisioning reports the milestone "DESIGNED" of line 1 of order "BASE"
      And provisioning reports the milestone "ACTIVATED" of line 1 of order "BASE"
      And order "BASE" is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 500   |
      Then the revision of order "BASE" is refused

    @oms
    Example: The order system decides by the moment when it receives the revision
      Given order "BASE" is held at provisioning
      When provisioning reports the milestone "DESIGNED" of line 1 of order "BASE"
      And order "BASE" is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 500   |
      Then the revision of order "BASE" is refused
      When provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | speed |
        | HOME  | 100   |

    @crm
    Example: A revision that comes too late changes nothing, whether desk or order system refuses it
      Given the order system has order "BASE"
      When the order system reports of order "BASE"
        | line | status      | milestone |
        | 1    | IN PROGRESS | DESIGNED  |
      And order "BASE" is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
      And the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
      Then the customer has the assets
        | product         | speed |
        | Internet Access | 100   |

    @crm @supplementals+points-of-no-return
    Example: Another order's point of no return does not stop a revision
      Given an order "OTHER" with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
      And the order system has order "OTHER" past its points of no return
      And the order system has order "BASE"
      When order "BASE" is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
      Then order "BASE" is queued two times

    @crm
    Example: The CRM submits a revision before the point of no return
      Given the order system has order "BASE"
      When the order system reports of order "BASE"
        | line | status      | milestone |
        | 1    | IN PROGRESS | RESERVED  |
      And order "BASE" is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
      And the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
      Then the customer has the assets
        | product         | speed |
        | Internet Access | 500   |
