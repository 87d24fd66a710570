Feature: Updates during provisioning
  Provisioning takes days. Order management, the CRM and the customer want to know during
  that time how far the work is.

  In the catalogue the network reserves, designs and activates, in this sequence; each
  step leads to a milestone.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning".

  Background:
    Given an order with
      | line | action | product         | speed | version |
      | 1    | Add    | Internet Access | 100   |         |
      | 2    | Add    | Static Address  |       | v4      |

  @PV-08 @som
  Rule: Service order management reports status and data during the whole work, and nothing after its end

    Example: Each step of the work is reported
      Given the order is held in the network
      When the network completes line 1 of the order
      Then the order system receives an update of each step of line 1 of the order

    Example: A step is reported when it is done, and not before
      Given the order is held in the network
      When the network does a step of line 1 of the order
      Then the order system receives the milestone "RESERVED" of line 1 of the order
      But the order system does not receive the milestone "DESIGNED" of line 1 of the order

    Example: Milestones are reported in the sequence of the steps
      When the order is submitted
      Then the order system receives in turn "RESERVED, DESIGNED, ACTIVATED, COMPLETE" of line 1 of the order

    Example: Nothing is reported after the completion
      Given the network assigns "address" "2001:db8::1" to line 1 of the order
      And the network assigns "port" "7-12" to line 1 of the order
      When the order is submitted
      Then the order system receives nothing of line 1 of the order after its completion

    @restartable
    Example: A breakdown does not cause old updates to be sent again
      When the order is submitted
      And service order management breaks down and is started again
      Then the order system receives in turn "RESERVED, DESIGNED, ACTIVATED, COMPLETE" of line 1 of the order

    @idempotent-delivery
    Example: A step that the network reports twice is reported once
      Given the order is held in the network
      When the network does a step of line 1 of the order
      And everything is delivered again
      Then the order system receives the milestone "RESERVED" of line 1 of the order
      But the order system does not receive the milestone "DESIGNED" of line 1 of the order
