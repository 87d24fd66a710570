Feature: Orders that priority must not reorder on the queue
  An urgent change may wait on the queue together with the order that it changes. The
  integration must not hand on the change first, or the order system would not know what
  it changes.

  Source: Process Sales Order Fulfillment, "Supporting Order Priorities".

  @PR-05 @integration @holdable-intake
  Rule: The integration hands on an order before the change to that order

    Continued from integrity.feature.

    Example: An urgent revision does not overtake the order that it revises
      Given the intake is held
      And these orders are submitted and wait
        | order | priority |
        | BASE  | Low      |
      And order "BASE" has priority Urgent
      When order "BASE" is revised to
        | line | product         |
        | 1    | Internet Access |
        | 2    | Static Address  |
      And the intake is released
      Then the order system receives order "BASE" revision by revision

    Example: An urgent follow-on order does not overtake its base order, while independent orders go by priority
      Given the intake is held
      And these orders are submitted and wait
        | order  | priority | depends on     |
        | BASE   | Low      |                |
        | CHANGE | Urgent   | line 1 of BASE |
        | OTHER  | Medium   |                |
        | HIGH   | High     |                |
      When the intake is released
      Then the order system receives the orders in the sequence "BASE, CHANGE"
      And the order system receives the orders in the sequence "HIGH, OTHER"

    Example: Revisions that wait together keep their sequence, whatever their priorities
      Given the intake is held
      And these orders are submitted and wait
        | order | priority |
        | BASE  | Low      |
      And order "BASE" has priority Urgent
      When order "BASE" is revised to
        | line | product         | speed |
        | 1    | Internet Access | 200   |
      And order "BASE" is revised to
        | line | product         | speed |
        | 1    | Internet Access | 500   |
      And the intake is released
      Then the order system receives order "BASE" revision by revision

    Example: Independent orders go by priority while a revision waits behind its order
      Given the intake is held
      And these orders are submitted and wait
        | order | priority |
        | BASE  | Medium   |
        | LOW   | Low      |
        | HIGH  | High     |
      And order "BASE" has priority Urgent
      When order "BASE" is revised to
        | line | product         |
        | 1    | Internet Access |
      And the intake is released
      Then the order system receives the orders in the sequence "HIGH, LOW"
      And the order system receives order "BASE" revision by revision

    Example: In a chain of follow-on orders no order overtakes the one that it depends on
      Given the intake is held
      And these orders are submitted and wait
        | order  | priority | depends on       |
        | BASE   | Low      |                  |
        | SECOND | Medium   | line 1 of BASE   |
        | THIRD  | High     | line 1 of SECOND |
        | OTHER  | Urgent   |                  |
      When the intake is released
      Then the order system receives the orders in the sequence "BASE, SECOND, THIRD"
      And the order system receives the orders in the sequence "OTHER, BASE"

    Example: A follow-on order that depends on two orders is handed on after both
      Given the intake is held
      And these orders are submitted and wait
        | order | priority |
        | ONE   | Low      |
        | TWO   | Low      |
      And a change order "BOTH" with
        | line | action | product        | depends on    |
        | 1    | Add    | Static Address | line 1 of ONE |
        | 2    | Add    | Handset        | line 1 of TWO |
      When order "BOTH" is submitted
      And the intake is released
      Then the order system receives the orders in the sequence "ONE, BOTH"
      And the order system receives the orders in the sequence "TWO, BOTH"

    Example: A follow-on order is handed on before its revision, though the revision drops the dependency
      Given the intake is held
      And these orders are submitted and wait
        | order  | priority | depends on     |
        | BASE   | Low      |                |
        | CHANGE | Medium   | line 1 of BASE |
      And order "CHANGE" has priority Urgent
      When order "CHANGE" is revised to
        | line | product         |
        | 1    | Internet Access |
      And the intake is released
      Then the order system receives order "CHANGE" revision by revision

    @supplementals+follow-ons+priorities
    Example: A follow-on order waits for its base order, though an urgent revision of the base came after it
      Given the intake is held
      And these orders are submitted and wait
        | order  | priority | depends on     |
        | BASE   | Low      |                |
        | CHANGE | High     | line 1 of BASE |
      And order "BASE" has priority Urgent
      When order "BASE" is revised to
        | line | product         | speed |
        | 1    | Internet Access | 200   |
      And the intake is released
      Then the order system receives the orders in the sequence "BASE, CHANGE"
      And the order system receives order "BASE" revision by revision

    @cancel-message
    Example: A cancel does not overtake the order that it cancels
      Given the intake is held
      And these orders are submitted and wait
        | order | priority |
        | BASE  | Low      |
        | OTHER | Medium   |
      When the CRM cancels order "BASE"
      And the intake is released
      Then the order system receives order "BASE" and then its cancel

    @restartable
    Example: After a breakdown a change is still handed on after the order that it changes
      Given the intake is held
      And these orders are submitted and wait
        | order  | priority | depends on     |
        | BASE   | Low      |                |
        | CHANGE | High     | line 1 of BASE |
        | OTHER  | Urgent   |                |
      When the integration breaks down and is started again
      And the intake is released
      Then the order system receives the orders in the sequence "BASE, CHANGE"
      And the order system receives the orders in the sequence "OTHER, BASE"
