Feature: When a change is a supplemental order
  As long as an order is open and before its point of no return, a change is a new version
  of the same order. It does not matter whether work has begun or still waits for a date
  or a place.

  Source: Process Sales Order Fulfillment, "About Supplemental Orders" and table 8-1.

  @SU-01
  Rule: A supplemental order is a revised version of an order that is submitted, open, and not past its point of no return

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |

    @oms
    Example: An order that is being worked on can be revised
      Given order "BASE" is held at provisioning
      When order "BASE" is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 500   |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | speed |
        | HOME  | 500   |

    @oms @limited-capacity
    Example: An order that waits for a place can be revised
      Given orders held at provisioning take every place
      When order "BASE" is submitted
      And order "BASE" is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 500   |
      And a place becomes free
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | speed |
        | HOME  | 500   |

    @oms
    Example: An order past its point of no return cannot be revised
      Given order "BASE" is held at provisioning past its points of no return
      When order "BASE" is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 500   |
      Then the revision of order "BASE" is refused
      When provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | speed |
        | HOME  | 100   |

    @oms
    Example: A complete order cannot be revised
      Given order "BASE" is submitted and fulfilled
      When order "BASE" is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 500   |
      Then the revision of order "BASE" is refused
      And provisioning has
        | asset | speed |
        | HOME  | 100   |
      And provisioning is asked once for line 1 of order "BASE"

    @crm
    Example: A revision is submitted under the number of its order
      Given the order system has order "BASE"
      When order "BASE" is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 500   |
      Then order "BASE" is queued two times
      And the order system receives order "BASE" revision by revision

    @crm
    Example: A revised draft is not queued
      When a user begins to revise order "BASE"
      Then order "BASE" is not queued

    @crm @installed-base @order-tracking
    Example: The CRM refuses to revise a complete order
      Given order "BASE" is submitted and fulfilled
      When order "BASE" is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 500   |
      Then the revision of order "BASE" is refused
      And the customer has the assets
        | product         | speed |
        | Internet Access | 100   |

  @SU-02 @crm
  Rule: An open order has at most one unsubmitted supplemental order

    Background:
      Given an order "BASE" with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
      And the order system has order "BASE"

    Example: A second supplemental order is refused while the first is unsubmitted
      When a user begins to revise order "BASE"
      And a user begins to revise order "BASE"
      Then the revision of order "BASE" is refused

    Example: A second supplemental order is possible once the first is submitted
      When order "BASE" is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
      And order "BASE" is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 900   |
      Then order "BASE" is queued three times
      And the queue holds the lines of order "BASE"
        | line | product         | speed |
        | 1    | Internet Access | 900   |

    Example: A second supplemental order is possible once the first is discarded
      When a user begins to revise order "BASE"
      And the latest revision of order "BASE" is discarded
      And order "BASE" is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 900   |
      Then order "BASE" is queued two times

    @revisions-before-submission
    Example: A supplemental order that is changed before its submission is submitted as one
      When a user begins to revise order "BASE"
      And order "BASE" is revised before submission to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 900   |
      And order "BASE" is submitted
      Then order "BASE" is queued two times
      And the queue holds the lines of order "BASE"
        | line | product         | speed |
        | 1    | Internet Access | 900   |

    Example: Another open order can have a supplemental order of its own
      Given an order "OTHER" with
        | line | action | product        |
        | 1    | Add    | Static Address |
      And the order system has order "OTHER"
      When a user begins to revise order "BASE"
      And order "OTHER" is revised to
        | line | action | product        | version |
        | 1    | Add    | Static Address | v6      |
      Then order "OTHER" is queued two times
