Feature: What is told of orders, in turn
  A customer who asks how an order stands is told what the CRM heard last. If
  urgent news overtook older news, the CRM would end on what is no longer true;
  here priority yields to the order in which things came about.

  Source: Process Sales Order Fulfillment, "Supporting Order Priorities".

  @PR-06 @order-priorities @order-tracking
  Rule: What the order system tells the CRM of an order arrives in the order in which it came about, whatever the priority

    @integration
    Scenario Outline: Updates of <priority> orders
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
    Example: Not even an urgent order overtakes its base order
      When these orders are submitted
        | order  | priority | depends on     |
        | BASE   | Low      |                |
        | CHANGE | Urgent   | line 1 of BASE |
      And the order system reports the status "COMPLETE" of order "BASE"
      And the order system reports the status "COMPLETE" of order "CHANGE"
      Then the CRM receives the completion of order "BASE" before that of order "CHANGE"

    @integration @absent-neighbours
    Scenario Outline: Updates of <priority> orders that wait together for the CRM
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
    Example: What waits for the CRM keeps its turn over two orders
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
    Example: What waits for the CRM outlives a breakdown, in its turn
      Given the CRM cannot be reached
      When a small order with priority Urgent is submitted
      And the order system reports in turn "IN PROGRESS, COMPLETE" of the order
      And the integration breaks down and is started again
      And the CRM can be reached again
      Then the CRM receives in turn "IN PROGRESS, COMPLETE" of the order

    @integration @restartable
    Example: An update from before a breakdown is not told once more after it
      When a small order with priority Urgent is submitted
      And the order system reports the status "IN PROGRESS" of the order
      And the order system reports the status "COMPLETE" of the order
      And the integration breaks down and is started again
      Then the CRM receives in turn "IN PROGRESS, COMPLETE" of the order

    @integration
    Example: What is the case again is told again
      When a small order with priority Low is submitted
      And the order system reports in turn "IN PROGRESS, SUSPENDED, IN PROGRESS" of the order
      Then the CRM receives only "IN PROGRESS, SUSPENDED, IN PROGRESS" of the order

    @oms
    Scenario Outline: The order system tells of the progress of <priority> orders in turn
      Given a small order "RUNNING" with priority <priority> is held at provisioning
      When provisioning completes order "RUNNING"
      Then the CRM receives in turn "IN PROGRESS, COMPLETE" of order "RUNNING"

      Examples:
        | priority |
        | Low      |
        | Urgent   |

    @oms
    Example: The order system tells of an urgent order after its base order
      Given a small order "BASE" with priority Low is held at provisioning
      And each line of order "BASE" is at its milestone
        | line | milestone |
        | 1    | DESIGNED  |
      When these orders are submitted
        | order  | priority | depends on     |
        | CHANGE | Urgent   | line 1 of BASE |
      And provisioning completes order "BASE"
      And provisioning completes order "CHANGE"
      Then the CRM receives the completion of order "BASE" before that of order "CHANGE"

    @crm
    Scenario Outline: The CRM ends on the last update of <priority> orders
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
