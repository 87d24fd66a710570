Feature: Priorities of revisions and follow-on orders
  Every order has a priority, whether it is new or a change. A change may be more urgent
  than the order that it changes.

  Source: Process Sales Order Fulfillment, "Supporting Order Priorities".

  @PR-09 @order-priorities
  Rule: New orders, revisions and follow-on orders are submitted in the same way, each with its own priority

    Background:
      Given an order "BASE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And order "BASE" has priority Low

    @integration
    Example: A new order arrives with its own priority
      When order "BASE" is submitted
      Then the order system receives order "BASE" with queue priority 3

    @integration
    Example: A revision arrives with a higher priority than the order had
      Given the order system has order "BASE"
      And order "BASE" has priority Urgent
      When order "BASE" is revised to
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 2    | Add    | Static Address  |
      Then the order system receives order "BASE" revision by revision
      And the order system receives order "BASE" with queue priority 9

    @integration
    Example: A follow-on order arrives with its own priority
      Given the order system has order "BASE"
      And a change order "CHANGE" with
        | line | action | product        | depends on     |
        | 1    | Add    | Static Address | line 1 of BASE |
      And order "CHANGE" has priority High
      When order "CHANGE" is submitted
      Then the order system receives order "CHANGE" with queue priority 7

    @crm
    Example: The CRM submits a revision with the priority that was picked for it
      Given the order system has order "BASE"
      And order "BASE" has priority Urgent
      When order "BASE" is revised to
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 2    | Add    | Static Address  |
      Then order "BASE" is queued two times
      And the queue holds the header of order "BASE"
        | priority | queue priority |
        | Urgent   | 9              |

    @crm
    Example: The CRM submits a new order with its own priority
      When order "BASE" is submitted
      Then the queue holds the header of order "BASE"
        | priority | queue priority |
        | Low      | 3              |

    @crm @installed-base @order-tracking
    Example: The CRM submits a follow-on order with its own priority
      Given the order system has order "BASE" past its points of no return
      And a change order "CHANGE" with
        | line | action | product         | speed | depends on     |
        | 1    | Update | Internet Access | 500   | line 1 of BASE |
      And order "CHANGE" has priority High
      When order "CHANGE" is submitted
      Then the queue holds the header of order "CHANGE"
        | priority | queue priority |
        | High     | 7              |
