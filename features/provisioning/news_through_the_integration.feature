Feature: Updates from provisioning through the integration
  The order system knows a line by its own id, provisioning knows it by another. An update
  from provisioning is useful only under the order system's id.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning".

  @PV-03 @integration
  Rule: The integration reports the progress of provisioning under the order system's own line

    Continued from through_the_integration.feature.

    Scenario Outline: A provisioning update reaches the order system under its own line: <sort>
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 2    | Add    | Static Address  |
      And the order system has the order and provisioning works on it
      When provisioning reports <told> of line 2 of the order
      Then the order system receives <told> of line 2 of the order
      But the order system does not receive <told> of line 1 of the order

      Examples:
        | sort      | told                                  |
        | status    | the status "IN PROGRESS"              |
        | milestone | the milestone "DESIGNED"              |
        | value     | the value "020 7946 0123" of "number" |

    Example: A status that a line has again is reported again
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And the order system has the order and provisioning works on it
      When provisioning reports in turn "IN PROGRESS, SUSPENDED, IN PROGRESS" of line 1 of the order
      Then the order system receives in turn "IN PROGRESS, SUSPENDED, IN PROGRESS" of line 1 of the order

    @absent-neighbours
    Example: A completion waits while the order system cannot be reached
      Given the order system has an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And the order system cannot be reached
      When the order system asks provisioning for the order
        | line | target  |
        | 1    | network |
      And the order system can be reached again
      Then the order system receives the status "COMPLETE" of line 1 of the order

    @absent-neighbours
    Example: Work for provisioning waits in sequence while provisioning cannot be reached
      Given the order system has an order with
        | line | action | product        | asset | quantity |
        | 1    | Add    | Static Address | FIXED | 3        |
      And provisioning cannot be reached
      When the order system asks provisioning for the order
        | line | target  | effect | quantity |
        | 1    | network | add    | 3        |
      And the order system asks provisioning for the order
        | line | target  | effect | quantity |
        | 1    | network | remove | 1        |
      And provisioning can be reached again
      Then provisioning has
        | asset | quantity |
        | FIXED | 2        |
