Feature: What is reported while provisioning works
  Provisioning takes days. Order management, the CRM and the customer want to know how
  far the work is, and not only when it is over.

  In the catalogue the network reserves, designs and activates, in this order; each
  step leads to a milestone.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning".

  Background:
    Given an order with
      | line | action | product         | speed | version |
      | 1    | Add    | Internet Access | 100   |         |
      | 2    | Add    | Static Address  |       | v4      |

  @PV-08 @som
  Rule: Status and data are reported all through the work, and none of it after the end

    Example: Each step of the work is told
      Given the order is held in the network
      When the network completes line 1 of the order
      Then the order system receives news of each step of line 1 of the order

    Example: What is told follows the work
      Given the order is held in the network
      When the network does a step of line 1 of the order
      Then the order system receives the milestone "RESERVED" of line 1 of the order
      But the order system does not receive the milestone "DESIGNED" of line 1 of the order

    Example: The milestones come in their order
      When the order is submitted
      Then the order system receives in turn "RESERVED, DESIGNED, ACTIVATED, COMPLETE" of line 1 of the order

    Example: After the end there is nothing more to tell
      Given the network assigns "address" "2001:db8::1" to line 1 of the order
      And the network assigns "port" "7-12" to line 1 of the order
      When the order is submitted
      Then the order system receives nothing of line 1 of the order after its completion

    @restartable
    Example: A breakdown is no reason to tell it all once more
      When the order is submitted
      And service order management breaks down and is started again
      Then the order system receives in turn "RESERVED, DESIGNED, ACTIVATED, COMPLETE" of line 1 of the order

    @idempotent-delivery
    Example: What the network reports a second time is no second step
      Given the order is held in the network
      When the network does a step of line 1 of the order
      And everything is delivered again
      Then the order system receives the milestone "RESERVED" of line 1 of the order
      But the order system does not receive the milestone "DESIGNED" of line 1 of the order
