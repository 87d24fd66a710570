Feature: Orders of more than a hundred lines
  A company orders a service for each of its branches, in one order. Whoever reads, sends
  or shows an order part by part must not forget the last part.

  Source: Process Sales Order Fulfillment, "About Sales Orders".

  Background:
    Given an order with
      | line     | action | product        |
      | 1 to 101 | Add    | Static Address |

  @OM-01
  Rule: Every line of an order counts, however many the order has
    Continued from orders_and_lines.feature.

    @oms
    Example: Provisioning is told of each of 101 lines
      When the order is submitted
      Then provisioning is told of the order
        | line     | product        |
        | 1 to 101 | Static Address |

    @oms @whole-lines
    Example: An order of 101 lines is not complete before its last line
      Given the order is held at provisioning
      When provisioning completes every line except 101 of the order
      Then the order is not complete
      When provisioning completes all its work for the order
      Then the order is complete

    @crm
    Example: The CRM submits each of 101 lines
      When the order is submitted
      Then the queue holds the lines of the order
        | line     | action | product        |
        | 1 to 101 | Add    | Static Address |

  @FL-07 @integration
  Rule: The order system receives every line of an order, however many the order has
    Continued from ../submission/whole_orders.feature.

    Example: The order system receives each of 101 lines
      When the order is submitted
      Then the order system receives the order with
        | line     | action | product        |
        | 1 to 101 | Add    | Static Address |

  @FL-08 @integration
  Rule: What is told of any line reaches the CRM, however many lines the order has
    Continued from ../submission/cross_references.feature.

    Example: The CRM receives the milestones of the first and of the last line
      Given the order system has the order
      When the order system reports the milestone "DESIGNED" of line 1 of the order
      And the order system reports the milestone "DESIGNED" of line 101 of the order
      Then the CRM receives the milestone "DESIGNED" of line 1 of the order
      And the CRM receives the milestone "DESIGNED" of line 101 of the order

  @PV-04 @som
  Rule: Service order management works on every line, however many its order has
    Continued from ../provisioning/life_cycle.feature.

    Example: The network sets up each of 101 lines, and each is reported as complete
      When the order is submitted
      Then the order system receives the status "COMPLETE" of line 100 of the order
      And the order system receives the status "COMPLETE" of line 101 of the order
