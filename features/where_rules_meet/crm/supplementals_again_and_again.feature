Feature: Several revisions of one order
  An order may be revised more than once. Each revision starts from the version that was
  submitted last, and from all that was reported since.

  Source: Process Sales Order Fulfillment, "About Supplemental Orders", "About
  Future-Dated Orders" and "Assumptions and Constraints"; Siebel Order Management
  Guide, "Scenario for Order Management".

  @DD-01
  Rule: The next revision keeps the date of the last one

    @crm @supplementals+dates
    Example: A second revision that does not mention the date keeps it
      Given an order "MOVED" for "in 10 days" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And the order system has order "MOVED"
      When order "MOVED" is revised to the due date "in 20 days"
      And a user begins to revise order "MOVED"
      And order "MOVED" is submitted
      Then the queue holds the header of order "MOVED"
        | account  | due date   |
        | Customer | in 20 days |

  @FD-12 @installed-base @order-tracking @revisable-due-date
  Rule: The date of the last revision decides which of two orders is later

    Background:
      Given the customer has
        | asset | product         | speed |
        | HOME  | Internet Access | 100   |

    @crm @supplementals+dates
    Example: An order that is put off behind another one decides the projected value
      Given a change order "FASTEST" for "in 10 days" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 900   |
      And a change order "FASTER" for "in 20 days" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      When order "FASTER" is submitted
      And order "FASTEST" is submitted
      And order "FASTEST" is revised to the due date "in 30 days"
      Then the desk lists the projected assets of the customer
        | product         | speed |
        | Internet Access | 900   |

  @PR-09 @order-priorities
  Rule: Each revision has the priority that was picked for it, also when it is lower than before

    Background:
      Given an order "BASE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And order "BASE" has priority Medium
      And the order system has order "BASE"

    @crm @supplementals+priorities
    Example: An urgent first revision is followed by a Low second one
      When a user begins to revise order "BASE"
      And a user submits order "BASE" with priority "Urgent"
      And a user begins to revise order "BASE"
      And a user submits order "BASE" with priority "Low"
      Then the queue holds the header of order "BASE"
        | priority | queue priority |
        | Low      | 3              |

  @SU-01 @order-tracking @crm @installed-base
  Rule: A failed order is open and can be revised, and a cancelled order cannot

    @supplementals+failures
    Example: A revision withdraws the line that fell out, and the rest is completed
      Given an order "BASE" with
        | line | action | product         | version |
        | 1    | Add    | Internet Access |         |
        | 2    | Add    | Static Address  | v4      |
      And the order system has order "BASE"
      When the order system reports a fallout of line 1 of order "BASE"
      And order "BASE" is revised to
        | line | action | product        | version |
        | 2    | Add    | Static Address | v6      |
      And the order system reports of order "BASE"
        | line | status   |
        | 2    | COMPLETE |
      And the order system reports the status "COMPLETE" of order "BASE"
      Then the customer has the assets
        | product        | version |
        | Static Address | v6      |

    @supplementals+cancellation
    Example: A draft revision of a cancelled order brings nothing back
      Given an order "BASE" with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
      And the order system has order "BASE"
      And a user begins to revise order "BASE" to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
      When the order system reports the status "CANCELLED" of order "BASE"
      And order "BASE" is submitted
      Then the desk lists the projected assets of the customer
        | product |

  @TM-02 @installed-base @order-tracking
  Rule: A refused revision leaves the order as it was

    @crm @supplementals+failures
    Example: The order is completed in its first version after the second was refused
      Given an order "BASE" with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
      And the order system has order "BASE"
      When order "BASE" is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
      And the order system reports a refusal of order "BASE"
      And the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
      Then the customer has the assets
        | product         | speed |
        | Internet Access | 100   |

  @SU-01
  Rule: A revision starts from the submitted version, and not from a discarded one

    Background:
      Given an order "BASE" with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
      And the order system has order "BASE"
      And a user begins to revise order "BASE" to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 900   |

    @crm @supplementals+drafts
    Example: The next revision after a discarded one starts from the submitted order
      When the latest revision of order "BASE" is discarded
      And a user begins to revise order "BASE"
      And order "BASE" is submitted
      Then the queue holds the lines of order "BASE"
        | line | action | speed |
        | 1    | Add    | 100   |
