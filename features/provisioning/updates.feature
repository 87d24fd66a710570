Feature: Updates from service order management
  Order management bills the customer and informs the CRM on the basis of what
  provisioning reports. So every event must reach it for the right line: progress as an
  update, an error as a fault.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning", "About the Provision Order Business Flow" and
  "About the Update Fulfillment Order Business Flow".

  Background:
    Given an order with
      | line | action | product         | speed |
      | 1    | Add    | Internet Access | 100   |
      | 2    | Add    | VoIP Access     |       |

  @UF-01 @som
  Rule: Service order management reports milestones, statuses and data, each for the line that it is about

    Scenario Outline: An update names the line that it is about: <sort>
      Given the order is held in the network
      When the network completes one line of the order
      Then the order system receives <told> of that line of the order
      And the order system does not receive <told> of any other line of the order

      Examples:
        | sort      | told                      |
        | milestone | the milestone "ACTIVATED" |
        | status    | the status "COMPLETE"     |

    Example: An assigned value is reported for the line that it is assigned to
      Given the network assigns "number" "020 7946 0123" to line 2 of the order
      When the order is submitted
      Then the order system receives the value "020 7946 0123" of "number" of line 2 of the order
      But the order system does not receive the value "020 7946 0123" of "number" of line 1 of the order

    Example: The same value assigned to two lines is reported for both
      Given the network assigns "vlan" "200" to line 1 of the order
      And the network assigns "vlan" "200" to line 2 of the order
      When the order is submitted
      Then the order system receives the value "200" of "vlan" of line 1 of the order
      And the order system receives the value "200" of "vlan" of line 2 of the order

    Example: An assigned value does not change the status of its line
      Given the network assigns "number" "020 7946 0123" to line 2 of the order
      And the order is held in the network
      When the network does a step of line 2 of the order
      Then the order system receives the value "020 7946 0123" of "number" of line 2 of the order
      But the order system does not receive the status "COMPLETE" of line 2 of the order

  @PV-07 @som
  Rule: Service order management reports failures, new data and new statuses while the work goes on

    Example: A new status of one line is reported while other lines are open
      Given the order is held in the network
      When the network completes one line of the order
      Then the order system receives the status "COMPLETE" of that line of the order
      And the order system does not receive the status "COMPLETE" of any other line of the order
      And the order system does not receive a fault of the order

    Example: New data are reported before the work is complete
      Given the network assigns "number" "020 7946 0123" to line 2 of the order
      And the order is held in the network
      When the network does a step of line 2 of the order
      Then the order system receives the value "020 7946 0123" of "number" of line 2 of the order

    Example: A failure is reported, and its line is not complete
      Given the network cannot do line 1 of the order
      When the order is submitted
      Then the order system receives a fault of line 1 of the order
      And the order system does not receive the status "COMPLETE" of line 1 of the order

    Example: A mended failure is reported, and the line is completed
      Given the network cannot do line 1 of the order
      When the order is submitted
      And the network does line 1 of the order after all
      Then the order system receives the end of the fault of the order
      And the order system receives the status "COMPLETE" of line 1 of the order

    @stoppable-reader
    Example: A step that is done while the queue is not read counts
      Given the order is held in the network
      And the intake of service order management is held
      When the network does what is under way for the order
      And the intake of service order management is released
      And the network completes all its work for the order
      Then the order system receives the status "COMPLETE" of line 1 of the order

    @restartable @failures+restarts
    Example: The end of a failure from before a breakdown is reported
      Given the network cannot do line 1 of the order
      When the order is submitted
      And service order management breaks down and is started again
      And the network does line 1 of the order after all
      Then the order system receives the end of the fault of the order
      And the order system receives the status "COMPLETE" of line 1 of the order

  @PV-14 @som
  Rule: Progress is reported as updates, never as faults or replies

    Example: A fulfilled order leads to updates only
      When the order is submitted
      Then the order system receives the status "COMPLETE" of line 1 of the order
      And the order system receives the milestone "ACTIVATED" of line 2 of the order
      And the order system does not receive a fault of the order
      And the order system receives no reply

    @failed-line-alone
    Example: Progress of one line is reported as an update while another line fails
      Given the network cannot do line 1 of the order
      When the order is submitted
      Then the order system receives a fault of line 1 of the order
      And the order system receives the status "COMPLETE" of line 2 of the order

    Example: A suspension is reported as an update and not as a fault
      Given the order is held in the network
      When the CRM suspends the order
      Then the order system receives the status "SUSPENDED" of line 1 of the order
      And the order system does not receive a fault of the order
