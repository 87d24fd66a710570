Feature: What could not be done, or did not get through
  A port is taken, a building is locked, a system cannot be reached. Whatever the
  reason, somebody has to see to it: the failure comes back with the order and the
  line, that order alone is held up, and once it is mended that is told as well.

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

  @PV-15
  Rule: Whether a message does not get through or work cannot be done, the failure reaches order management with order and line

    @oms
    Example: Work that cannot be done becomes a fallout of its line
      Given provisioning cannot do line 2 of order "FIRST"
      When order "FIRST" is submitted
      Then the CRM receives a fallout of line 2 of order "FIRST"
      And line 1 of order "FIRST" is complete

    @oms
    Example: An order whose message to provisioning does not get through falls out
      Given provisioning cannot be told of line 1 of order "FIRST"
      When order "FIRST" is submitted
      Then the CRM receives a fallout of line 1 of order "FIRST"
      And line 2 of order "FIRST" is complete

    @oms
    Example: Other orders are not held up by a failure
      Given provisioning cannot do line 1 of order "FIRST"
      When order "FIRST" is submitted
      Then the CRM receives a fallout of line 1 of order "FIRST"
      When order "SECOND" is submitted
      Then order "SECOND" is complete
      But order "FIRST" is not complete

    @oms
    Example: Two lines of one order that fail are two failures, and the one that is mended goes on by itself
      Given provisioning cannot do line 1 of order "FIRST"
      And provisioning cannot do line 2 of order "FIRST"
      When order "FIRST" is submitted
      And provisioning does line 2 of order "FIRST" after all
      Then line 2 of order "FIRST" is complete
      But order "FIRST" is not complete

    @som
    Example: A step that fails is told with order and line, and the other line goes on
      Given the network cannot do line 2 of order "FIRST"
      When order "FIRST" is submitted
      Then the order system receives a fault of line 2 of order "FIRST"
      And the order system receives the status "COMPLETE" of line 1 of order "FIRST"

    @som
    Example: An order that cannot be read is told too, and the next one is taken
      Given an order "ODD" with
        | line | action | product        | quantity |
        | 1    | Add    | Static Address | several  |
      When order "ODD" is submitted
      And order "SECOND" is submitted
      Then the order system receives a fault of line 1 of order "ODD"
      And the order system receives the status "COMPLETE" of line 1 of order "SECOND"

    @integration
    Example: A failure in provisioning is passed on as one of the order system's own line
      Given provisioning cannot do line 2 of order "FIRST"
      And the order system has order "FIRST"
      When the order system asks provisioning for order "FIRST"
        | line | target  |
        | 1    | network |
        | 2    | network |
      Then the order system receives a fault of line 2 of order "FIRST"
      And the order system receives the status "COMPLETE" of line 1 of order "FIRST"

    @integration
    Example: A message that cannot be delivered is told of as well
      Given the order system has order "FIRST"
      And the order system has order "SECOND"
      When the order system asks provisioning for order "FIRST"
        | line | target    |
        | 1    | satellite |
      And the order system asks provisioning for order "SECOND"
        | line | target  |
        | 1    | network |
      Then the order system receives a fault of line 1 of order "FIRST"
      And the order system receives the status "COMPLETE" of line 1 of order "SECOND"

    @integration
    Example: What was mended is told of the same failure
      Given provisioning cannot do line 2 of order "FIRST"
      And the order system has order "FIRST" and has had it provisioned
      When provisioning does line 2 of order "FIRST" after all
      Then the order system receives the end of the fault of order "FIRST"
      And the order system receives the status "COMPLETE" of line 2 of order "FIRST"

    @integration
    Example: Two failures are two, and the one that is mended is not the other
      Given provisioning cannot do line 1 of order "FIRST"
      And provisioning cannot do line 1 of order "SECOND"
      And the order system has order "FIRST" and has had it provisioned
      And the order system has order "SECOND" and has had it provisioned
      When provisioning does line 1 of order "SECOND" after all
      Then the order system receives the end of the fault of order "SECOND"

    @integration
    Example: The component after one that could not be delivered is delivered
      Given the order system has order "FIRST"
      When the order system asks provisioning for order "FIRST"
        | line | target    |
        | 1    | satellite |
        | 2    | network   |
      Then the order system receives a fault of line 1 of order "FIRST"
      And for order "FIRST" exactly this is asked of provisioning
        | line | target  |
        | 2    | network |

    @integration @absent-neighbours
    Example: A failure that comes while the order system cannot be reached reaches it later
      Given provisioning cannot do line 2 of order "FIRST"
      And the order system has order "FIRST" and provisioning works on it
      When the order system cannot be reached
      And provisioning completes order "FIRST"
      And the order system can be reached again
      Then the order system receives a fault of line 2 of order "FIRST"
