@som
Feature: Updates of a service order, step by step
  A value may come with the last step; a step may fail, be mended, and the next step may
  fail again. Each of these is an update of its line.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning".

  Background:
    Given an order with
      | line | action | product         | asset | speed | quantity |
      | 1    | Add    | Internet Access | HOME  | 100   |          |
      | 2    | Add    | Static Address  | FIXED |       | 3        |
    And the order is held in the network

  @UF-07
  Rule: Every assigned value is reported for its line, at whichever step it comes
    Continued from assigned_values.feature.

    Example: Values of a line's first and last step are all reported
      Given the network assigns "address" "2001:db8::1" to line 2 of the order
      And the network assigns "port" "7-12" to line 2 of the order
      And the network assigns "pair" "3" to line 2 of the order
      When the network completes all its work for the order
      Then the order system receives the value "7-12" of "port" of line 2 of the order
      And the order system receives the value "3" of "pair" of line 2 of the order

  @UF-01
  Rule: The milestone of a failed step is reported when the step is done after all
    Continued from updates.feature.

    Example: A mended line reports all of its milestones
      Given the network cannot do line 1 of the order
      When the network completes all its work for the order
      And the network does line 1 of the order after all
      And the network completes all its work for the order
      Then the order system receives in turn "RESERVED, DESIGNED, ACTIVATED, COMPLETE" of line 1 of the order

  @PV-15
  Rule: Each failure of a line is reported, also a second one after the first was mended
    Continued from failures.feature.

    Example: A line that fails again at its next step is reported again
      Given the network cannot do line 1 of the order
      When the network does a step of line 1 of the order
      And the network does line 1 of the order after all
      And the network cannot do line 1 of the order
      And the network completes all its work for the order
      Then the order system does not receive the status "COMPLETE" of line 1 of the order

    Example: A revision that cannot be read is a failure of its line, and the order goes on unchanged
      When the order is revised to
        | line | action | product         | asset | speed | quantity |
        | 1    | Add    | Internet Access | HOME  | 100   |          |
        | 2    | Add    | Static Address  | FIXED |       | several  |
      And the network completes all its work for the order
      Then the order system receives a fault of line 2 of the order
      And the order system receives the status "COMPLETE" of line 1 of the order
