Feature: From the queue to the order system
  A queue lies between the sales representative's submission and the first work on an
  order. An order on it must arrive once and whole, and at the order system before
  billing. If an order were lost there, nobody would notice.

  Source: Process Sales Order Fulfillment, "Process Sales Order Fulfillment
  Business Flow Overview" and "About Sales Orders".

  @FL-03 @integration
  Rule: Only the order system sends an order to billing

    Example: Billing is told nothing of an order that the order system has not sent on
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And the order system has the order
      Then billing is told nothing about the order

    @holdable-intake
    Example: Billing is told nothing of an order that waits on the queue
      Given the intake is held
      And these orders are submitted and wait
        | order | priority |
        | FIRST | Urgent   |
      Then billing is told nothing about order "FIRST"
      When the intake is released
      Then the order system receives order "FIRST" once

    Example: Billing is told of an order when the order system asks for it
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      And the order system asks billing for the order
        | line | price list          |
        | 1    | Consumer Price List |
      Then billing charges for the order
        | line | product         | price list          |
        | 1    | Internet Access | Consumer Price List |
