Feature: The due date on its way to the order system
  The CRM's due date and the order system's requested delivery date are the same date. It
  has to arrive to the minute. When a new date arrives, the order system's clock decides
  whether it is early enough.

  Source: Process Sales Order Fulfillment, "Assumptions and Constraints".

  @DD-02 @integration
  Rule: The CRM's due date is the order system's requested delivery date

    Scenario Outline: The header's due date, written as <due date>, reaches the order system as the same instant
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

    Example: A line's due date reaches the order system with its line
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

    Example: A second order reaches the order system with its own date
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

    Example: An order with an empty due date reaches the order system without one
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
  Rule: A new date counts by the moment when the order system receives it, not by the moment of its submission

    Background:
      Given an order "MOVE" with header
        | account  | price list           | due date   |
        | Customer | Household Price List | in 10 days |
      And its lines are
        | line | action | product         |
        | 1    | Add    | Internet Access |

    @oms @virtual-clock
    Example: A new date that is received a minute before the start counts
      When order "MOVE" is submitted
      And the clock comes to a minute before the due date of order "MOVE"
      And order "MOVE" is revised to the due date "in 20 days"
      And the clock comes to a minute before the due date of order "MOVE"
      Then no work has started on order "MOVE"

    @oms @virtual-clock
    Example: A new date that is received after the start does not count
      Given provisioning holds its work
      When order "MOVE" is submitted
      And the clock comes to the due date of order "MOVE"
      And order "MOVE" is revised to the due date "in 20 days"
      And provisioning completes order "MOVE"
      Then order "MOVE" is complete

    @integration @holdable-intake
    Example: A new date that waits on the queue arrives unchanged
      Given the order system has order "MOVE"
      And the intake is held
      When order "MOVE" is revised to the due date "in 20 days"
      And the intake is released
      Then the order system receives the header of order "MOVE" with
        | requested delivery |
        | in 20 days         |

    @integration @holdable-intake
    Example: A new date does not reach the order system while its intake is held
      Given the order system has order "MOVE"
      And the intake is held
      When order "MOVE" is revised to the due date "in 20 days"
      Then the order system receives order "MOVE" once
