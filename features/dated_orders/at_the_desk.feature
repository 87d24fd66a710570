Feature: Dated orders at the desk
  A sales representative who takes an order for next month is done with it today:
  the order leaves the CRM at once and waits elsewhere. But whoever speaks with
  the customer tomorrow has to see what is planned, since the next order starts
  from what the customer will have by then.

  Source: Process Sales Order Fulfillment, "About Future-Dated Orders" and
  "Assumptions and Constraints".

  @FD-02 @crm
  Rule: An order becomes future-dated by its due date and by nothing else

    Example: The due date goes with the order
      Given an order "LATER" with header
        | account  | due date  |
        | Customer | in 5 days |
      And its lines are
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When order "LATER" is submitted
      Then the queue holds the header of order "LATER"
        | account  | due date  |
        | Customer | in 5 days |

    Example: A due date is the same instant, whichever zone it was entered in
      Given an order "LATER" with header
        | account  | due date                  |
        | Customer | in 3 days at 23:30 +05:30 |
      And its lines are
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When order "LATER" is submitted
      Then the queue holds the header of order "LATER"
        | account  | due date                  |
        | Customer | in 3 days at 23:30 +05:30 |

    Example: An order takes no due date from another order of the customer
      Given an order "LATER" with header
        | account  | due date  |
        | Customer | in 5 days |
      And its lines are
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And an order "SOON" with
        | line | action | product        |
        | 1    | Add    | Static Address |
      When order "LATER" is submitted
      And order "SOON" is submitted
      Then the queue holds the header of order "SOON"
        | account  | due date |
        | Customer |          |

  @FD-03 @crm
  Rule: A future-dated order is submitted at once, and not kept in the CRM until its date

    Background:
      Given an order "LATER" with header
        | account  | due date   |
        | Customer | in 30 days |
      And its lines are
        | line | action | product         |
        | 1    | Add    | Internet Access |

    Example: A future-dated order is on the queue on the day of its submission
      When order "LATER" is submitted
      Then order "LATER" is queued once

    @virtual-clock
    Example: When the due date comes, the CRM submits nothing more
      When order "LATER" is submitted
      Then order "LATER" is queued once
      When the clock comes to the due date of order "LATER"
      Then order "LATER" is queued once

  @DD-01 @crm
  Rule: The due date of an order that was submitted may be changed, and the change submitted

    Background:
      Given an order "MOVE" with header
        | account  | due date   |
        | Customer | in 10 days |
      And its lines are
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
      And the order system has order "MOVE"

    Example: The revision says the new date
      When order "MOVE" is revised to the due date "in 20 days"
      Then the queue holds the header of order "MOVE"
        | account  | due date   |
        | Customer | in 20 days |

    @withdrawal-absent
    Example: A revision of the due date says everything else as before
      When order "MOVE" is revised to the due date "in 20 days"
      Then the queue holds the lines of order "MOVE"
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |

    Example: Until the new due date is submitted, nobody but the CRM knows of it
      When a user begins to revise order "MOVE"
      And a user sets the due date of order "MOVE" to "in 20 days" and saves it
      Then order "MOVE" is queued once
