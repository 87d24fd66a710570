Feature: Cross-references that last
  The ids of an order's lines are kept as long as anybody may speak of them: after a
  breakdown, after a revision, after the order is complete.

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
  Rule: The integration still knows the ids of a line later on

    Continued from cross_references.feature.

    @restartable
    Example: After a breakdown the order system's ids are known still
      Given the order system has the order
      When the integration breaks down and is started again
      And the order system reports the milestone "DESIGNED" of line 2 of the order
      Then the CRM receives the milestone "DESIGNED" of line 2 of the order
      But the CRM does not receive the milestone "DESIGNED" of line 1 of the order

    @restartable @two-phase-billing
    Example: After a breakdown what billing says still reaches the order system as news of its own line
      Given billing holds its work
      And the order system has the order
      When the order system asks billing for the order
        | line | phase  | price list          |
        | 2    | fulfil | Consumer Price List |
      And the integration breaks down and is started again
      And billing completes the order
      Then the order system receives the billing of line 2 of the order

    @holdable-intake
    Example: While other orders are held back, what is known of an order stays known
      Given the order system has the order
      And the intake is held
      When a small order "LATER" with priority Low is submitted
      And the order system reports the status "COMPLETE" of line 2 of the order
      And the intake is released
      Then the CRM receives the line statuses of the order
        | line | status   |
        | 2    | COMPLETE |

    Example: A line that a revision left out is known still
      Given the order system has the order
      When the order is revised to
        | line | action | product         | price list          |
        | 1    | Add    | Internet Access | Seasonal Price List |
        | 2    | Add    | Static Address  | Consumer Price List |
      And the order system reports the status "CANCELLED" of line 3 of the order
      Then the CRM receives the line statuses of the order
        | line | status    |
        | 3    | CANCELLED |

    Example: An order that is complete is known still
      Given the order system has the order
      When the order system reports the status "COMPLETE" of the order
      And the order system reports the value "020 7946 0123" of "number" of line 2 of the order
      Then the CRM receives the value "020 7946 0123" of "number" of line 2 of the order
