Feature: What service order management tells of its work
  Order management bills by what provisioning says, and tells the customer. So it
  must get everything that happens, of the right line, by the way that is meant for
  it: updates as updates, failures as failures.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning", "About the Provision Order Business Flow" and
  "About the Update Fulfillment Order Business Flow".

  Background:
    Given an order with
      | line | action | product         | speed |
      | 1    | Add    | Internet Access | 100   |
      | 2    | Add    | VoIP Access     |       |

  @UF-01 @som
  Rule: Order management is sent milestones, statuses and data, each of the line that they are about

    Scenario Outline: What happens to a line is told of that line: <sort>
      Given the order is held in the network
      When the network completes one line of the order
      Then the order system receives <told> of that line of the order
      And the order system does not receive <told> of any other line of the order

      Examples:
        | sort      | told                      |
        | milestone | the milestone "ACTIVATED" |
        | status    | the status "COMPLETE"     |

    Example: A value is told of the line that it was assigned to
      Given the network assigns "number" "020 7946 0123" to line 2 of the order
      When the order is submitted
      Then the order system receives the value "020 7946 0123" of "number" of line 2 of the order
      But the order system does not receive the value "020 7946 0123" of "number" of line 1 of the order

    Example: Two lines that are assigned the same value are told of both
      Given the network assigns "vlan" "200" to line 1 of the order
      And the network assigns "vlan" "200" to line 2 of the order
      When the order is submitted
      Then the order system receives the value "200" of "vlan" of line 1 of the order
      And the order system receives the value "200" of "vlan" of line 2 of the order

    Example: A value that becomes known does not move the status
      Given the network assigns "number" "020 7946 0123" to line 2 of the order
      And the order is held in the network
      When the network does a step of line 2 of the order
      Then the order system receives the value "020 7946 0123" of "number" of line 2 of the order
      But the order system does not receive the status "COMPLETE" of line 2 of the order

  @PV-07 @som
  Rule: Failures, new data and new statuses are dealt with while the order is being provisioned

    Example: A new status is told while other lines are open
      Given the order is held in the network
      When the network completes one line of the order
      Then the order system receives the status "COMPLETE" of that line of the order
      And the order system does not receive the status "COMPLETE" of any other line of the order
      And the order system does not receive a fault of the order

    Example: New data are told before the work is over
      Given the network assigns "number" "020 7946 0123" to line 2 of the order
      And the order is held in the network
      When the network does a step of line 2 of the order
      Then the order system receives the value "020 7946 0123" of "number" of line 2 of the order

    Example: A failure is told, and makes nothing complete
      Given the network cannot do line 1 of the order
      When the order is submitted
      Then the order system receives a fault of line 1 of the order
      And the order system does not receive the status "COMPLETE" of line 1 of the order

    Example: A mended failure is told too, and the work goes on to its end
      Given the network cannot do line 1 of the order
      When the order is submitted
      And the network does line 1 of the order after all
      Then the order system receives the end of the fault of the order
      And the order system receives the status "COMPLETE" of line 1 of the order

    @stoppable-reader
    Example: A step that is done while the queue is not read counts as done
      Given the order is held in the network
      And the intake of service order management is held
      When the network does what is under way for the order
      And the intake of service order management is released
      And the network completes what it has of the order
      Then the order system receives the status "COMPLETE" of line 1 of the order

    @restartable @failures+restarts
    Example: What is mended after a breakdown is the failure from before it
      Given the network cannot do line 1 of the order
      When the order is submitted
      And service order management breaks down and is started again
      And the network does line 1 of the order after all
      Then the order system receives the end of the fault of the order
      And the order system receives the status "COMPLETE" of line 1 of the order

  @PV-14 @som
  Rule: Updates travel as updates, never as faults or replies

    Example: Everything that is told of a good order is an update
      When the order is submitted
      Then the order system receives the status "COMPLETE" of line 1 of the order
      And the order system receives the milestone "ACTIVATED" of line 2 of the order
      And the order system does not receive a fault of the order
      And the order system receives no reply

    Example: Progress on one line travels as an update while another line fails
      Given the network cannot do line 1 of the order
      When the order is submitted
      Then the order system receives a fault of line 1 of the order
      And the order system receives the status "COMPLETE" of line 2 of the order

    Example: The suspension of an order is told as an update, and not as a failure
      Given the order is held in the network
      When the CRM suspends the order
      Then the order system receives the status "SUSPENDED" of line 1 of the order
      And the order system does not receive a fault of the order
