Feature: Work that fails and messages that do not arrive
  A port is taken, a building is locked, or a system cannot be reached. In each case
  somebody has to see to it: the failure is reported with order and line, only that order
  is held up, and the end of the failure is reported as well.

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
  Rule: Every failure of work or of delivery reaches order management with its order and line
    A failure is either work that cannot be done, or a message that cannot be delivered.
    Whoever notices it sends order management a fault. The fault names the order, the line,
    and an incident. Order management tells the CRM by a fallout with the same line.
    Each failed line has an incident of its own. When the work is done after all, the end of
    that incident is reported. Other orders go on in the meantime, and so do the other
    lines, unless the system declares that a failed line holds up its order.

    @oms @billing-grain-line @failed-line-alone
    Example: Work that cannot be done leads to a fallout of its line
      Given provisioning cannot do line 2 of order "FIRST"
      When order "FIRST" is submitted
      Then the CRM receives a fallout of line 2 of order "FIRST"
      And line 1 of order "FIRST" is complete

    @oms @billing-grain-line @failed-line-alone
    Example: A message that does not reach provisioning leads to a fallout of its line
      Given provisioning cannot be told of line 1 of order "FIRST"
      When order "FIRST" is submitted
      Then the CRM receives a fallout of line 1 of order "FIRST"
      And line 2 of order "FIRST" is complete

    @oms @two-places
    Example: A failure does not hold up other orders
      Given provisioning cannot do line 1 of order "FIRST"
      When order "FIRST" is submitted
      Then the CRM receives a fallout of line 1 of order "FIRST"
      When order "SECOND" is submitted
      Then order "SECOND" is complete
      But order "FIRST" is not complete

    @oms @billing-grain-line @failed-line-alone
    Example: Two failed lines of one order are two failures, and the one that is mended goes on
      Given provisioning cannot do line 1 of order "FIRST"
      And provisioning cannot do line 2 of order "FIRST"
      When order "FIRST" is submitted
      And provisioning does line 2 of order "FIRST" after all
      Then line 2 of order "FIRST" is complete
      But order "FIRST" is not complete

    @oms @failed-line-alone
    Example: The end of each of two failures of one order is reported
      Given provisioning cannot do line 1 of order "FIRST"
      And provisioning cannot do line 2 of order "FIRST"
      When order "FIRST" is submitted
      And provisioning does line 2 of order "FIRST" after all
      And provisioning does line 1 of order "FIRST" after all
      Then the CRM receives the end of the fallout of line 1 of order "FIRST"
      And the CRM receives the end of the fallout of line 2 of order "FIRST"

    @som
    Example: An order that cannot be read is reported, and the next order is fulfilled
      Given an order "ODD" with
        | line | action | product        | quantity |
        | 1    | Add    | Static Address | several  |
      When order "ODD" is submitted
      And order "SECOND" is submitted
      Then the order system receives a fault of line 1 of order "ODD"
      And the order system receives the status "COMPLETE" of line 1 of order "SECOND"

    @integration
    Example: The integration reports a provisioning failure under the order system's own line
      Given provisioning cannot do line 2 of order "FIRST"
      And the order system has order "FIRST"
      When the order system asks provisioning for order "FIRST"
        | line | target  |
        | 1    | network |
        | 2    | network |
      Then the order system receives a fault of line 2 of order "FIRST"
      And the order system receives the status "COMPLETE" of line 1 of order "FIRST"

    @integration
    Example: The integration reports a message that cannot be delivered
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
    Example: The integration reports each line of a message that cannot be delivered
      Given the order system has order "FIRST"
      When the order system asks provisioning for order "FIRST"
        | line | target    |
        | 1    | satellite |
        | 2    | satellite |
      Then the order system receives a fault of each line of order "FIRST"

    @integration
    Example: The integration reports the end of a failure
      Given provisioning cannot do line 2 of order "FIRST"
      And the order system has order "FIRST" and has had it provisioned
      When provisioning does line 2 of order "FIRST" after all
      Then the order system receives the end of the fault of order "FIRST"
      And the order system receives the status "COMPLETE" of line 2 of order "FIRST"

    @integration
    Example: Of two failures, the integration reports the end of the one that was mended
      Given provisioning cannot do line 1 of order "FIRST"
      And provisioning cannot do line 1 of order "SECOND"
      And the order system has order "FIRST" and has had it provisioned
      And the order system has order "SECOND" and has had it provisioned
      When provisioning does line 1 of order "SECOND" after all
      Then the order system receives the end of the fault of order "SECOND"

    @integration
    Example: The integration delivers the component after one that could not be delivered
      Given the order system has order "FIRST"
      When the order system asks provisioning for order "FIRST"
        | line | target    |
        | 1    | satellite |
        | 2    | network   |
      Then the order system receives a fault of line 1 of order "FIRST"
      And provisioning is asked for exactly this work on order "FIRST"
        | line | target  |
        | 2    | network |

    @integration @absent-neighbours
    Example: A failure reaches the order system after an outage of the order system
      Given provisioning cannot do line 2 of order "FIRST"
      And the order system has order "FIRST" and provisioning works on it
      When the order system cannot be reached
      And provisioning completes order "FIRST"
      And the order system can be reached again
      Then the order system receives a fault of line 2 of order "FIRST"
