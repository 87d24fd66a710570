Feature: Dated orders at the desk
  A sales representative who takes an order for next month submits it today, and the order
  waits in the order system. Whoever talks to the customer tomorrow must see what is
  planned, since the next order starts from it.

  Source: Process Sales Order Fulfillment, "About Future-Dated Orders" and
  "Assumptions and Constraints".

  @FD-02 @crm
  Rule: An order is future-dated because of its due date and of nothing else

    Example: The CRM submits the due date with the order
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

    Example: A due date that was entered in another time zone is submitted as the same instant
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

    Example: An order with no due date stays so, whatever date the customer's other order has
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
  Rule: The CRM submits a future-dated order at once and does not keep it until its date

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
    Example: On the due date the CRM submits nothing more
      When order "LATER" is submitted
      Then order "LATER" is queued once
      When the clock comes to the due date of order "LATER"
      Then order "LATER" is queued once

  @DD-01 @crm
  Rule: A user may change the due date of a submitted order and submit the change

    Background:
      Given an order "MOVE" with header
        | account  | due date   |
        | Customer | in 10 days |
      And its lines are
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
      And the order system has order "MOVE"

    Example: A revision of the due date is queued with the new date
      When order "MOVE" is revised to the due date "in 20 days"
      Then the queue holds the header of order "MOVE"
        | account  | due date   |
        | Customer | in 20 days |

    @withdrawal-absent
    Example: A revision of the due date leaves the lines as they were
      When order "MOVE" is revised to the due date "in 20 days"
      Then the queue holds the lines of order "MOVE"
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |

    Example: A new due date is not queued before a user submits it
      When a user begins to revise order "MOVE"
      And a user sets the due date of order "MOVE" to "in 20 days" and saves it
      Then order "MOVE" is queued once

    Example: The due date is taken away, and the order is queued without one
      When a user begins to revise order "MOVE"
      And a user sets the due date of order "MOVE" to nothing and saves it
      And order "MOVE" is submitted
      Then the queue holds the header of order "MOVE"
        | due date |
        |          |
