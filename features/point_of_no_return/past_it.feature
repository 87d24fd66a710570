Feature: Past the point of no return
  Past that point an order is neither open to revision nor complete. Who revises
  it then must be told so, and the work must go on as if nobody had asked.

  Source: Process Sales Order Fulfillment, "About Sales Orders" and "About
  Supplemental Orders".

  @PN-03 @oms
  Rule: An order that is past its point of no return is not complete for that

    Background:
      Given an order "BASE" with
        | line | action | product         | asset |
        | 1    | Add    | Internet Access | HOME  |
      And order "BASE" is held at provisioning past its points of no return

    Example: An order past its point of no return stays open
      Then order "BASE" is open
      And order "BASE" is not complete

    Example: An order past its point of no return is complete when the rest of the work is done
      When provisioning completes order "BASE"
      Then order "BASE" is complete

  @PN-04 @installed-base @order-tracking
  Rule: Once it is past its point of no return, an order cannot be revised

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |

    @oms
    Example: An order is revised a moment before its point of no return
      Given order "BASE" is held at provisioning
      And each line of order "BASE" is at its milestone
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
    Example: An order is not revised a moment after its point of no return, and nothing is undone
      Given order "BASE" is held at provisioning
      And each line of order "BASE" is at its milestone
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
    Example: What counts is when the revision comes to the order system
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
    Example: Refused at the desk or by the order system, the revision leaves no trace
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
    Example: The point of no return of one order is not that of another order of the customer
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
