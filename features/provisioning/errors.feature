Feature: Replies and faults
  Order management hands a provisioning order over and does not wait for a reply. But when
  work cannot be done, somebody has to see to it: a fault names the order and the line,
  and only that order is held up.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About the Provision Order Business Flow".

  Background:
    Given an order "FIRST" with
      | line | action | product         | asset |
      | 1    | Add    | Internet Access | HOME  |
      | 2    | Add    | Static Address  | FIXED |
    And an order "SECOND" with
      | line | action | product         | asset |
      | 1    | Add    | Internet Access | OTHER |

  @PV-13
  Rule: A provisioning order is answered only if there is an error, by a fault in the common form

    @oms
    Example: Updates alone complete an order
      Given order "FIRST" is held at provisioning
      When provisioning reports the milestone "RESERVED" of line 1 of order "FIRST"
      And provisioning completes order "FIRST"
      Then order "FIRST" is complete

    @oms @virtual-clock
    Example: A provisioning order that is unanswered for a week has not failed
      Given order "FIRST" is held at provisioning
      When a week passes
      Then order "FIRST" is free of refusals and fallouts
      And provisioning is asked once for line 1 of order "FIRST"

    @oms
    Example: An error reply leads to a fallout of its line
      Given provisioning cannot do line 1 of order "FIRST"
      When order "FIRST" is submitted
      Then the CRM receives a fallout of line 1 of order "FIRST"
      And order "FIRST" is not complete

    @som
    Example: Service order management sends no reply to an order that it can do
      When order "FIRST" is submitted
      Then the order system receives the status "COMPLETE" of line 1 of order "FIRST"
      And the order system receives no reply
      And the order system does not receive a fault of order "FIRST"

    @som
    Example: Service order management answers work that the network cannot do with a fault
      Given the network cannot do line 1 of order "FIRST"
      When order "FIRST" is submitted
      Then the order system receives a fault of line 1 of order "FIRST"
      And the order system does not receive the status "COMPLETE" of line 1 of order "FIRST"

    @som
    Example: Service order management answers an order that it cannot read with a fault
      Given an order "ODD" with
        | line | action | product        | quantity |
        | 1    | Add    | Static Address | several  |
      When order "ODD" is submitted
      Then the order system receives a fault of line 1 of order "ODD"
