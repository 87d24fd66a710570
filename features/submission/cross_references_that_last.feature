Feature: Ids that are kept
  The integration keeps the ids of an order's lines as long as a system may still report
  on them: after a breakdown, after a revision, and after the completion.

  Source: Process Sales Order Fulfillment, "About Sales Orders".

  Background:
    Given an order with header
      | account  | price list           | due date  |
      | Customer | Household Price List | in 3 days |
    And its lines are
      | line | action | product         | price list                  |
      | 1    | Add    | Internet Access | Premium Consumer Price List |
      | 2    | Add    | Static Address  | Consumer Price List         |
      | 3    | Add    | Handset         | Seasonal Price List         |

  @FL-08 @integration
  Rule: The integration still knows a line's ids after breakdowns, revisions and completion

    Continued from cross_references.feature.

    @restartable
    Example: After a breakdown an update reaches the CRM for the right line
      Given the order system has the order
      When the integration breaks down and is started again
      And the order system reports the milestone "DESIGNED" of line 2 of the order
      Then the CRM receives the milestone "DESIGNED" of line 2 of the order
      But the CRM does not receive the milestone "DESIGNED" of line 1 of the order

    @restartable @two-phase-billing
    Example: After a breakdown billing's answer reaches the order system for the right line
      Given billing holds its work
      And the order system has the order
      When the order system asks billing for the order
        | line | phase  | price list          |
        | 2    | fulfil | Consumer Price List |
      And the integration breaks down and is started again
      And billing completes the order
      Then the order system receives the billing of line 2 of the order

    @holdable-intake
    Example: While the intake is held an update of another order reaches the CRM
      Given the order system has the order
      And the intake is held
      When a small order "LATER" with priority Low is submitted
      And the order system reports the status "COMPLETE" of line 2 of the order
      And the intake is released
      Then the CRM receives the line statuses of the order
        | line | status   |
        | 2    | COMPLETE |

    Example: An update of a withdrawn line reaches the CRM for that line
      Given the order system has the order
      When the order is revised to
        | line | action | product         | price list          |
        | 1    | Add    | Internet Access | Seasonal Price List |
        | 2    | Add    | Static Address  | Consumer Price List |
      And the order system reports the status "CANCELLED" of line 3 of the order
      Then the CRM receives the line statuses of the order
        | line | status    |
        | 3    | CANCELLED |

    Example: An update after the completion reaches the CRM for the right line
      Given the order system has the order
      When the order system reports the status "COMPLETE" of the order
      And the order system reports the value "020 7946 0123" of "number" of line 2 of the order
      Then the CRM receives the value "020 7946 0123" of "number" of line 2 of the order

    Example: A new line that has the number of a withdrawn line is another line
      Given the order system has the order
      When the order is revised to
        | line | place | action | product         | price list                  |
        | 1    | 1     | Add    | Internet Access | Premium Consumer Price List |
        | 2    | 2     | Add    | Static Address  | Consumer Price List         |
        | 4    | 3     | Add    | Handset         | Seasonal Price List         |
      And the order system reports the status "CANCELLED" of line 3 of the order
      And the order system reports the status "COMPLETE" of line 4 of the order
      Then the CRM receives the line statuses of the order
        | line | status    |
        | 3    | CANCELLED |
        | 4    | COMPLETE  |

    Example: Lines that a revision numbers anew keep their ids
      Given the order system has the order
      When the order is revised to
        | line | place | action | product         | price list                  |
        | 1    | 1     | Add    | Internet Access | Premium Consumer Price List |
        | 3    | 2     | Add    | Handset         | Seasonal Price List         |
        | 2    | 3     | Add    | Static Address  | Consumer Price List         |
      And the order system reports the status "COMPLETE" of line 3 of the order
      Then the CRM receives the line statuses of the order
        | line | status   |
        | 3    | COMPLETE |

    Example: A new line about the asset of a withdrawn line is another line
      Given the order system has the order
      And the order system has order "CHANGE" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
        | 2    | Update | AWAY  | 500   |
      When order "CHANGE" is revised to
        | line | action | asset | speed |
        | 2    | Update | AWAY  | 500   |
        | 3    | Update | HOME  | 1000  |
      And the order system reports the status "CANCELLED" of line 1 of order "CHANGE"
      And the order system reports the status "COMPLETE" of line 3 of order "CHANGE"
      Then the CRM receives the line statuses of order "CHANGE"
        | line | status    |
        | 1    | CANCELLED |
        | 3    | COMPLETE  |
