Feature: Revisions and breakdowns while messages wait
  What waits for a neighbour is delivered when it is back, though its order was revised
  meanwhile or the integration broke down. A line keeps its ids over all versions.

  Source: Process Sales Order Fulfillment, "About Sales Orders", "About Supplemental
  Orders", "About Follow-On Orders", "Supporting Order Priorities".

  @PR-06 @integration
  Rule: What is told of an order reaches the CRM in sequence, though the order is revised

    @absent-neighbours @supplementals+restarts
    Example: Updates wait for the CRM while their order is revised
      Given an order with
        | line | product         | speed |
        | 1    | Internet Access | 100   |
      And the order system has the order
      And the CRM cannot be reached
      When the order system reports the status "IN PROGRESS" of line 1 of the order
      And the order is revised to
        | line | product         | speed |
        | 1    | Internet Access | 500   |
      And the CRM can be reached again
      Then the CRM receives the status "IN PROGRESS" of line 1 of the order

  @PR-05 @integration
  Rule: A follow-on order stays behind its base, though all was read from the disk again

    @absent-neighbours @restartable @follow-ons+priorities+restarts
    Example: A base and its more urgent follow-on order wait for the order system through a breakdown
      Given the order system cannot be reached
      When these orders are submitted and wait
        | order  | depends on     | priority |
        | BASE   |                | Low      |
        | OTHER  |                | Urgent   |
        | CHANGE | line 1 of BASE | High     |
      And the integration breaks down and is started again
      And the order system can be reached again
      Then the order system receives the orders in the sequence "OTHER, BASE, CHANGE"

  @FL-08 @integration
  Rule: A line that a version left out is the same line when the next version has it again

    @price-lists+supplementals
    Example: Billing is asked for a line before it was left out and after it was put back
      Given an order with
        | line | product         | asset |
        | 1    | Internet Access | HOME  |
        | 2    | Static Address  | FIXED |
      And the order system has the order and has had it billed
      When the order is revised to
        | line | product         | asset |
        | 1    | Internet Access | HOME  |
      And the order system asks billing for the order
        | line | effect |
        | 2    | stop   |
      And the order is revised to
        | line | product         | asset |
        | 1    | Internet Access | HOME  |
        | 2    | Static Address  | FIXED |
      And the order system asks billing for the order
        | line | price list          | effect |
        | 2    | Consumer Price List | start  |
      Then billing has
        | asset | charge |
        | HOME  | active |
        | FIXED | active |
