Feature: The date on its way
  What the CRM calls due date and the order system requested delivery date is one
  date. It has to arrive to the minute, and it is the order system's clock, not
  the CRM's, that decides what is early enough.

  Source: Process Sales Order Fulfillment, "Assumptions and Constraints".

  @DD-02 @integration
  Rule: The CRM's due date is the order system's requested delivery date

    Scenario Outline: The header's date, written as <due date>
      Given an order with header
        | account  | price list           | due date   |
        | Customer | Household Price List | <due date> |
      And its lines are
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      Then the order system receives the header of the order with
        | requested delivery |
        | <due date>         |

      Examples:
        | due date                  |
        | in 3 days                 |
        | in 3 days at 23:30 +05:30 |
        | in 3 days at 00:15 -03:00 |

    Example: A line's date arrives with the line
      Given an order with header
        | account  | price list           | due date  |
        | Customer | Household Price List | in 3 days |
      And its lines are
        | line | action | product         | due date  |
        | 1    | Add    | Internet Access |           |
        | 2    | Add    | Static Address  | in 8 days |
      When the order is submitted
      Then the order system receives the order with
        | line | product         | requested delivery |
        | 1    | Internet Access |                    |
        | 2    | Static Address  | in 8 days          |

    Example: A later order's date is its own
      Given an order with header
        | account  | price list           | due date  |
        | Customer | Household Price List | in 8 days |
      And its lines are
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When a small order "FIRST" with priority Low is submitted
      And the order is submitted
      Then the order system receives the header of the order with
        | requested delivery |
        | in 8 days          |

    Example: A missing date stays missing
      Given an order with header
        | account  | price list           | due date |
        | Customer | Household Price List |          |
      And its lines are
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      Then the order system receives the header of the order with
        | requested delivery |
        |                    |

  @DD-05
  Rule: What counts is when the order system receives a new date, not when it was submitted

    Background:
      Given an order "MOVE" with header
        | account  | price list           | due date   |
        | Customer | Household Price List | in 10 days |
      And its lines are
        | line | action | product         |
        | 1    | Add    | Internet Access |

    @oms @virtual-clock
    Example: A new date counts a minute before the start
      When order "MOVE" is submitted
      And the clock comes to a minute before the due date of order "MOVE"
      And order "MOVE" is revised to the due date "in 20 days"
      And the clock comes to a minute before the due date of order "MOVE"
      Then no work has started on order "MOVE"

    @oms @virtual-clock
    Example: A new date does not count after the start
      Given provisioning holds its work
      When order "MOVE" is submitted
      And the clock comes to the due date of order "MOVE"
      And order "MOVE" is revised to the due date "in 20 days"
      And provisioning completes order "MOVE"
      Then order "MOVE" is complete

    @integration @holdable-intake
    Example: A new date that had to wait on the queue arrives as it was submitted
      Given the order system has order "MOVE"
      And the intake is held
      When order "MOVE" is revised to the due date "in 20 days"
      And the intake is released
      Then the order system receives the header of order "MOVE" with
        | requested delivery |
        | in 20 days         |

    @integration @holdable-intake
    Example: A new date does not arrive before it is taken off the queue
      Given the order system has order "MOVE"
      And the intake is held
      When order "MOVE" is revised to the due date "in 20 days"
      Then the order system receives order "MOVE" once
