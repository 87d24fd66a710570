Feature: From the queue to the order system
  Between the sales representative's click and the first work on an order lies a
  queue. What is on it must arrive: once, whole, and at the order system first.
  An order that is lost there is lost without anybody noticing.

  Source: Process Sales Order Fulfillment, "Process Sales Order Fulfillment
  Business Flow Overview" and "About Sales Orders".

  @FL-03 @integration
  Rule: An order reaches billing only by way of the order system

    Example: Billing hears nothing of an order while the order system has yet to send it on
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And the order system has the order
      Then billing is told nothing about the order

    @holdable-intake
    Example: Billing hears nothing of an order that waits on the queue
      Given the intake is held
      And these orders are submitted and wait
        | order | priority |
        | FIRST | Urgent   |
      Then billing is told nothing about order "FIRST"
      When the intake is released
      Then the order system receives order "FIRST" once

    Example: Billing hears of an order when the order system has it billed
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
