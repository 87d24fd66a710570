@som
Feature: Failures with other failures, values, addresses and breakdowns
  Two ports are taken on one day; one is freed, the other is not. Each failure belongs to
  its own line, however often the network reports it, and its end is reported once.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning" and "About the Provision Order Business Flow".

  Background:
    Given an order "FIRST" with
      | line | action | product     | asset | site         |
      | 1    | Add    | VoIP Access | VOICE | 12 Mill Lane |
      | 2    | Add    | VoIP Access | FAX   | 4 River Walk |
    And an order "SECOND" with
      | line | action | product     | asset | site         |
      | 1    | Add    | VoIP Access | OTHER | 12 Mill Lane |

  @PV-15
  Rule: Of two lines with the same product only the failed one is reported and mended

    @failures+service-points @failed-line-alone
    Example: The line at the second address fails, and the first line is complete
      Given the network cannot do line 2 of order "FIRST"
      When order "FIRST" is submitted
      Then the order system receives a fault of line 2 of order "FIRST"
      And the order system receives the status "COMPLETE" of line 1 of order "FIRST"

    @failures+service-points
    Example: A mended line is set up at its own address
      Given the network cannot do line 2 of order "FIRST"
      When order "FIRST" is submitted
      And the network does line 2 of order "FIRST" after all
      Then the network has set up order "FIRST"
        | line | site         |
        | 1    | 12 Mill Lane |
        | 2    | 4 River Walk |

  @PV-07
  Rule: The end of a failure is reported for that failure, though others are open

    Background:
      Given the network cannot do line 1 of order "SECOND"

    @failures+cancellation
    Example: A failure stays open and is mended while another order is cancelled
      Given order "SECOND" is held in the network
      When the network completes all its work for order "SECOND"
      And order "FIRST" is submitted
      And the CRM cancels order "FIRST"
      And the network does line 1 of order "SECOND" after all
      Then the order system receives the end of the fault of order "SECOND"

    @failures+filled-in-data
    Example: A value that is assigned at the mended step is reported for its line
      Given the network cannot do line 2 of order "FIRST"
      And the network assigns "number" "020 7946 0123" to line 2 of order "FIRST"
      When order "FIRST" is submitted
      And the network does line 2 of order "FIRST" after all
      Then the order system receives the value "020 7946 0123" of "number" of line 2 of order "FIRST"
      And the order system receives the end of the fault of order "FIRST"

    @failures+filled-in-data @failed-line-alone
    Example: Values of one line are reported while the other line waits to be mended
      Given the network cannot do line 1 of order "FIRST"
      And the network assigns "number" "020 7946 0123" to line 2 of order "FIRST"
      When order "FIRST" is submitted
      Then the order system receives the value "020 7946 0123" of "number" of line 2 of order "FIRST"
      And the order system receives a fault of line 1 of order "FIRST"

    @restartable @failures+restarts
    Example: A failure before a breakdown and one after it are two, and both are mended
      Given the network cannot do line 1 of order "FIRST"
      When order "FIRST" is submitted
      And service order management breaks down and is started again
      And order "SECOND" is submitted
      And the network does line 1 of order "SECOND" after all
      Then the order system receives the end of the fault of order "SECOND"

  @PV-13 @idempotent-delivery
  Rule: A failure is reported once, however often the network reports it

    @failures+redelivery @failed-line-alone
    Example: A failure that the network reports again is not reported again
      Given the network cannot do line 1 of order "FIRST"
      When order "FIRST" is submitted
      And everything is delivered again
      Then the order system receives a fault of line 1 of order "FIRST"
      And the order system receives the status "COMPLETE" of line 2 of order "FIRST"

    @failures+redelivery
    Example: A failure that the network reports again after it was mended is not a new one
      Given the network cannot do line 1 of order "FIRST"
      When order "FIRST" is submitted
      And the network does line 1 of order "FIRST" after all
      And everything is delivered again
      Then the order system receives a fault of line 1 of order "FIRST"
      And the order system receives nothing of line 1 of order "FIRST" after its completion

  @PV-05
  Rule: After a breakdown a failed line is undone for a cancel like any other

    @restartable @failures+cancellation+restarts
    Example: A line that failed before a breakdown is undone for a cancel after it
      Given the network cannot do line 1 of order "FIRST"
      When order "FIRST" is submitted
      And service order management breaks down and is started again
      And the CRM cancels order "FIRST"
      Then the network has nothing of order "FIRST"
      And the order system receives the status "CANCELLED" of order "FIRST"
