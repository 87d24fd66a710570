Feature: The sequence of updates to the CRM
  A customer who asks about an order is told what the CRM heard last. If a newer update
  overtook an older one, the CRM would show an old status in the end. So updates keep
  their sequence, whatever the priority of their order.

  Source: Process Sales Order Fulfillment, "Supporting Order Priorities".

  @PR-06 @order-priorities @order-tracking
  Rule: Updates from the order system reach the CRM in the sequence in which they were sent, whatever the priority

    @integration
    Scenario Outline: Updates of <priority> orders arrive in sequence
      When a small order with priority <priority> is submitted
      And the order system reports the status "OPEN" of the order
      And the order system reports the status "IN PROGRESS" of the order
      And the order system reports the status "COMPLETE" of the order
      Then the CRM receives in turn "OPEN, IN PROGRESS, COMPLETE" of the order

      Examples:
        | priority |
        | Low      |
        | Urgent   |

    @integration
    Example: The completion of an urgent follow-on order arrives after that of its base order
      When these orders are submitted
        | order  | priority | depends on     |
        | BASE   | Low      |                |
        | CHANGE | Urgent   | line 1 of BASE |
      And the order system reports the status "COMPLETE" of order "BASE"
      And the order system reports the status "COMPLETE" of order "CHANGE"
      Then the CRM receives the completion of order "BASE" before that of order "CHANGE"

    @integration @absent-neighbours
    Scenario Outline: Updates of <priority> orders that waited for the CRM arrive in sequence
      Given the CRM cannot be reached
      When a small order with priority <priority> is submitted
      And the order system reports in turn "OPEN, IN PROGRESS, COMPLETE" of the order
      And the CRM can be reached again
      Then the CRM receives in turn "OPEN, IN PROGRESS, COMPLETE" of the order

      Examples:
        | priority |
        | Low      |
        | Urgent   |

    @integration @absent-neighbours
    Example: Updates of two orders that waited for the CRM arrive in sequence
      Given the CRM cannot be reached
      When these orders are submitted
        | order  | priority | depends on     |
        | BASE   | Low      |                |
        | CHANGE | Urgent   | line 1 of BASE |
      And the order system reports the status "COMPLETE" of order "BASE"
      And the order system reports the status "COMPLETE" of order "CHANGE"
      And the CRM can be reached again
      Then the CRM receives the completion of order "BASE" before that of order "CHANGE"

    @integration @absent-neighbours @restartable
    Example: Updates that wait for the CRM arrive in sequence after a breakdown
      Given the CRM cannot be reached
      When a small order with priority Urgent is submitted
      And the order system reports in turn "IN PROGRESS, COMPLETE" of the order
      And the integration breaks down and is started again
      And the CRM can be reached again
      Then the CRM receives in turn "IN PROGRESS, COMPLETE" of the order

    @integration @restartable
    Example: An update that arrived before a breakdown does not arrive again after it
      When a small order with priority Urgent is submitted
      And the order system reports the status "IN PROGRESS" of the order
      And the order system reports the status "COMPLETE" of the order
      And the integration breaks down and is started again
      Then the CRM receives in turn "IN PROGRESS, COMPLETE" of the order

    @integration
    Example: A status that an order has again is told again
      When a small order with priority Low is submitted
      And the order system reports in turn "IN PROGRESS, SUSPENDED, IN PROGRESS" of the order
      Then the CRM receives only "IN PROGRESS, SUSPENDED, IN PROGRESS" of the order

    @oms
    Scenario Outline: The order system reports the progress of <priority> orders in sequence
      Given a small order "RUNNING" with priority <priority> is held at provisioning
      When provisioning completes order "RUNNING"
      Then the CRM receives in turn "IN PROGRESS, COMPLETE" of order "RUNNING"

      Examples:
        | priority |
        | Low      |
        | Urgent   |

    @oms
    Example: The order system reports an urgent follow-on order after its base order
      Given a small order "BASE" with priority Low is held at provisioning
      And the lines of order "BASE" have reached these milestones
        | line | milestone |
        | 1    | DESIGNED  |
      When these orders are submitted
        | order  | priority | depends on     |
        | CHANGE | Urgent   | line 1 of BASE |
      And provisioning completes order "BASE"
      And provisioning completes order "CHANGE"
      Then the CRM receives the completion of order "BASE" before that of order "CHANGE"

    @crm
    Scenario Outline: The CRM shows the last update of <priority> orders
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When a user submits the order with priority "<priority>"
      And the order system reports the status "IN PROGRESS" of the order
      And the order system reports the status "COMPLETE" of the order
      Then the order is complete

      Examples:
        | priority |
        | Low      |
        | Urgent   |
