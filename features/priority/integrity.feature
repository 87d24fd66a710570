Feature: Where priority yields
  Priority sorts orders that have nothing to do with each other. A change must
  not overtake what it changes, however urgent it is: the order system could only
  take it for something else.

  Source: Process Sales Order Fulfillment, "Supporting Order Priorities".

  @PR-05
  Rule: Where data integrity demands another sequence, it goes before priority

    @oms @limited-capacity
    Example: An urgent follow-on order does not overtake the order that it builds on
      Given orders held at provisioning take every place
      And these orders arrive and wait unstarted
        | order  | priority | depends on     |
        | BASE   | Low      |                |
        | CHANGE | Urgent   | line 1 of BASE |
      When a place becomes free and provisioning completes each order as it is started
      Then work starts in the order "BASE, CHANGE"

    @oms @limited-capacity
    Example: Other orders keep to their priorities meanwhile
      Given orders held at provisioning take every place
      And these orders arrive and wait unstarted
        | order  | priority | depends on     |
        | BASE   | Medium   |                |
        | CHANGE | Urgent   | line 1 of BASE |
        | LOW    | Low      |                |
        | HIGH   | High     |                |
      When a place becomes free and provisioning completes each order as it is started
      Then work starts in the order "HIGH, BASE, LOW"
      And work starts in the order "BASE, CHANGE"

    @integration @holdable-intake
    Example: An urgent revision does not overtake the order that it revises
      Given the intake is held and these orders wait on the queue
        | order | priority |
        | BASE  | Low      |
      And order "BASE" has priority Urgent
      When order "BASE" is revised to
        | line | product         |
        | 1    | Internet Access |
        | 2    | Static Address  |
      And the intake is released
      Then the order system receives the revisions of order "BASE" in turn

    @integration @holdable-intake
    Example: Nor does an urgent follow-on order, while other orders keep to their priorities
      Given the intake is held and these orders wait on the queue
        | order  | priority | depends on     |
        | BASE   | Low      |                |
        | CHANGE | Urgent   | line 1 of BASE |
        | OTHER  | Medium   |                |
        | HIGH   | High     |                |
      When the intake is released
      Then the order system receives the orders in the order "BASE, CHANGE"
      And the order system receives the orders in the order "HIGH, OTHER"

  @PR-09
  Rule: New orders, revisions and follow-on orders are submitted in the same way, each with a priority of its own

    Background:
      Given an order "BASE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And order "BASE" has priority Low

    @integration
    Example: A new order
      When order "BASE" is submitted
      Then the order system receives order "BASE" with queue priority 3

    @integration
    Example: A revision, more urgent than the order
      Given the order system has order "BASE"
      And order "BASE" has priority Urgent
      When order "BASE" is revised to
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 2    | Add    | Static Address  |
      Then the order system receives the revisions of order "BASE" in turn
      And the order system receives order "BASE" with queue priority 9

    @integration
    Example: A follow-on order
      Given the order system has order "BASE"
      And a change order "CHANGE" with
        | line | action | product        | depends on     |
        | 1    | Add    | Static Address | line 1 of BASE |
      And order "CHANGE" has priority High
      When order "CHANGE" is submitted
      Then the order system receives order "CHANGE" with queue priority 7

    @crm
    Example: The CRM submits a revision with the priority that it was given
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
    Example: The CRM submits a new order with its own
      When order "BASE" is submitted
      Then the queue holds the header of order "BASE"
        | priority | queue priority |
        | Low      | 3              |
