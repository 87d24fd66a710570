Feature: Approval, and what is pressed or sent twice
  An order that waits for a supervisor is submitted once, acknowledged once and goes on
  once, however often somebody presses a button.

  Source: Siebel Order Management Guide, "Scenario for Order Management".

  Background:
    Given an order "BIG" with
      | line | action | product     |
      | 1    | Add    | Leased Line |

  @FL-04
  Rule: Two clicks are one submission, also of an order that waits for a supervisor

    @crm @approval @approval+redelivery
    Example: An order that was submitted twice goes on once when it is approved
      When order "BIG" is submitted
      And order "BIG" is submitted
      And a supervisor approves order "BIG"
      Then order "BIG" goes on to fulfilment once

  @SC-13 @crm @approval
  Rule: An order is acknowledged once, whatever it waited for

    @approval+redelivery
    Example: An order that was submitted and then approved twice is acknowledged once
      When order "BIG" is submitted
      And a supervisor approves order "BIG"
      And a supervisor approves order "BIG"
      Then the customer is sent one acknowledgement of order "BIG"

    @approval+drafts
    Example: An order that was revised and then approved is acknowledged once
      Given order "BIG" is revised before submission to
        | line | action | product         |
        | 1    | Add    | Leased Line     |
        | 2    | Add    | Internet Access |
      When order "BIG" is submitted
      And a supervisor approves order "BIG"
      Then the customer is sent one acknowledgement of order "BIG"
      And order "BIG" goes on to fulfilment once

  @SC-12
  Rule: An approval is for the version that the supervisor has seen

    @crm @approval @approval-comes-after-submission @supplementals+approval
    Example: A revision that adds something else for a supervisor waits once more
      When order "BIG" is submitted
      And a supervisor approves order "BIG"
      And order "BIG" is revised to
        | line | action | product     |
        | 1    | Add    | Leased Line |
        | 2    | Add    | Leased Line |
      Then order "BIG" goes on to fulfilment once
      When a supervisor approves order "BIG"
      Then the queue holds the lines of order "BIG"
        | line | action | product     |
        | 1    | Add    | Leased Line |
        | 2    | Add    | Leased Line |
