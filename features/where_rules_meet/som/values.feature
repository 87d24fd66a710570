@som
Feature: Values with addresses, cancels, repeated messages and breakdowns
  A number belongs to one line. It is reported for that line when it is assigned, for
  another line when that line gets it, and not after the completion.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About the Update Fulfillment Order Business Flow".

  Background:
    Given an order "FIRST" with
      | line | action | product     | asset | site         |
      | 1    | Add    | VoIP Access | VOICE | 12 Mill Lane |
      | 2    | Add    | VoIP Access | FAX   | 4 River Walk |
    And an order "SECOND" with
      | line | action | product     | asset | site         |
      | 1    | Add    | VoIP Access | OTHER | 12 Mill Lane |
    And the network assigns "number" "020 7946 0123" to line 2 of order "FIRST"

  @UF-01
  Rule: Of two lines with the same product a value is reported for the one that it was assigned to

    Background:
      Given the network assigns "number" "020 7946 0123" to line 1 of order "SECOND"

    @filled-in-data+service-points
    Example: The number of one line is not reported for the line at the other address
      Given the network assigns "number" "020 7946 0999" to line 1 of order "FIRST"
      When order "FIRST" is submitted
      Then the order system receives the value "020 7946 0123" of "number" of line 2 of order "FIRST"
      And the order system receives the value "020 7946 0999" of "number" of line 1 of order "FIRST"
      But the order system does not receive the value "020 7946 0123" of "number" of line 1 of order "FIRST"

    @cancellation+filled-in-data
    Example: A number that a cancelled order had is reported for the line that gets it next
      Given order "FIRST" is held in the network
      When the network completes line 2 of order "FIRST"
      And the CRM cancels order "FIRST"
      And order "SECOND" is submitted
      And the network completes all its work for order "SECOND"
      Then the order system receives the value "020 7946 0123" of "number" of line 1 of order "SECOND"

  @PV-08
  Rule: No value is reported after the completion, whatever is delivered again

    @idempotent-delivery @filled-in-data+redelivery
    Example: A value that the network reports again after the completion is not reported again
      When order "FIRST" is submitted
      And everything is delivered again
      Then the order system receives the value "020 7946 0123" of "number" of line 2 of order "FIRST"
      And the order system receives nothing of line 2 of order "FIRST" after its completion

    @restartable @filled-in-data+restarts
    Example: A value from before a breakdown is not reported again after the completion
      When order "FIRST" is submitted
      And service order management breaks down and is started again
      Then the order system receives the value "020 7946 0123" of "number" of line 2 of order "FIRST"
      And the order system receives nothing of line 2 of order "FIRST" after its completion

  @UF-07
  Rule: A value that is assigned after a breakdown is reported

    @restartable @filled-in-data+restarts
    Example: A value that is assigned after a breakdown is reported for its line
      Given order "FIRST" is held in the network
      When service order management breaks down and is started again
      And the network does a step of line 2 of order "FIRST"
      Then the order system receives the value "020 7946 0123" of "number" of line 2 of order "FIRST"
      But the order system does not receive the status "COMPLETE" of line 2 of order "FIRST"
