@som @restartable
Feature: Breakdowns in the midst of the work
  A breakdown does not wait until all is quiet. It comes between a message and what
  follows from that. Service order management does and tells everything once all the same.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About the Provision Order Business Flow".

  Background:
    Given an order "BASE" with
      | line | action | product         | asset | speed | version |
      | 1    | Add    | Internet Access | HOME  | 100   |         |
      | 2    | Add    | Static Address  | FIXED |       | v4      |

  @PV-05
  Rule: A cancel leaves nothing half undone, though a breakdown comes at every message

    @cancellation+restarts
    Example: Nothing is left of a complete line and of one that was just begun
      Given order "BASE" is held in the network
      When the network completes one line of order "BASE"
      And service order management breaks down at every message and is started again
      And the CRM cancels order "BASE"
      And the network completes all its work for order "BASE"
      Then the network has nothing of order "BASE"
      And the order system receives the status "CANCELLED" of order "BASE"

  @PV-06
  Rule: A revision is worked in once, though a breakdown comes at every message

    @supplementals+restarts
    Example: A half-done line ends with the revised values, and an added line is complete
      Given order "BASE" is held in the network
      When the network does a step of line 1 of order "BASE"
      And service order management breaks down at every message and is started again
      And order "BASE" is revised to
        | line | action | product         | asset | speed | version |
        | 1    | Add    | Internet Access | HOME  | 500   |         |
        | 2    | Add    | Static Address  | FIXED |       | v4      |
        | 3    | Add    | VoIP Access     | VOICE |       |         |
      And the network completes all its work for order "BASE"
      Then the network has set up order "BASE"
        | line | speed | version |
        | 1    | 500   |         |
        | 3    |       |         |
      And the order system receives the status "COMPLETE" of line 3 of order "BASE"

  @PV-15
  Rule: A failure is told once, and so is its end, though a breakdown comes at every message

    @failures+restarts
    Example: A line's failure and its end are reported, and the other line is complete
      Given service order management breaks down at every message and is started again
      And the network cannot do line 1 of order "BASE"
      When order "BASE" is submitted
      Then the order system receives a fault of line 1 of order "BASE"
      When the network does line 1 of order "BASE" after all
      Then the order system receives the end of the fault of order "BASE"
      And the order system receives the status "COMPLETE" of line 2 of order "BASE"

  @UF-07
  Rule: A value is told, though a breakdown comes with it

    @filled-in-data+restarts
    Example: The value that comes with a step is told of its line, and the line goes on
      Given service order management breaks down at every message and is started again
      And the network assigns "address" "2001:db8::7" to line 2 of order "BASE"
      When order "BASE" is submitted
      Then the order system receives the value "2001:db8::7" of "address" of line 2 of order "BASE"
      And the order system receives the status "COMPLETE" of line 2 of order "BASE"

  @PV-04
  Rule: A service is changed as it was found, though a breakdown comes at every message

    @service-changes+restarts
    Example: A service is changed, and another one is taken down
      Given order "BASE" is fulfilled in the network
      And a change order "CHANGE" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 1000  |
        | 2    | Delete | FIXED |       |
      When service order management breaks down at every message and is started again
      And order "CHANGE" is submitted
      Then the network has nothing of line 2 of order "BASE"
      And the network has set up order "CHANGE"
        | line | speed |
        | 1    | 1000  |
      And the order system receives the status "COMPLETE" of line 1 of order "CHANGE"
