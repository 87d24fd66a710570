Feature: Replies and failures
  Order management hands a provisioning order over and goes on; it does not stand
  waiting for a thank-you. But when something cannot be done, or a message does not
  get through, somebody has to see to it: the failure comes back, with the order and
  the line, and that order alone is held up.

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
  Rule: To a provisioning order there is no reply but that of an error, in the common form

    @oms
    Example: Updates alone bring an order to its end
      Given order "FIRST" is held at provisioning
      When provisioning reports the milestone "RESERVED" of line 1 of order "FIRST"
      And provisioning completes order "FIRST"
      Then order "FIRST" is complete

    @oms @virtual-clock
    Example: Silence is no failure
      Given order "FIRST" is held at provisioning
      When a week passes
      Then order "FIRST" is free of refusals and fallouts
      And provisioning is asked once for line 1 of order "FIRST"

    @oms
    Example: An error reply is taken for what it is
      Given provisioning cannot do line 1 of order "FIRST"
      When order "FIRST" is submitted
      Then the CRM receives a fallout of line 1 of order "FIRST"
      And order "FIRST" is not complete

    @som
    Example: An order that can be done is not replied to
      When order "FIRST" is submitted
      Then the order system receives the status "COMPLETE" of line 1 of order "FIRST"
      And the order system receives no reply
      And the order system does not receive a fault of order "FIRST"

    @som
    Example: An order that cannot be done is answered with one fault
      Given the network cannot do line 1 of order "FIRST"
      When order "FIRST" is submitted
      Then the order system receives a fault of line 1 of order "FIRST"
      And the order system does not receive the status "COMPLETE" of line 1 of order "FIRST"

    @som
    Example: An order with which service order management can do nothing is answered with a fault
      Given an order "ODD" with
        | line | action | product        |
        | 1    | Add    | Weather Report |
      When order "ODD" is submitted
      Then the order system receives a fault of line 1 of order "ODD"
