Feature: Orders that need approval and are submitted or approved twice
  An order that needs approval is submitted once, acknowledged once and released once,
  however often a user presses a button. After a rejected revision another one can follow.

  Source: Siebel Order Management Guide, "Scenario for Order Management".

  Background:
    Given an order "BIG" with
      | line | action | product     |
      | 1    | Add    | Leased Line |

  @FL-04
  Rule: Submitting twice queues one message, also for an order that needs approval

    @crm @approval @approval+redelivery
    Example: An order that was submitted twice is released once when it is approved
      When order "BIG" is submitted
      And order "BIG" is submitted
      And a supervisor approves order "BIG"
      Then order "BIG" is released to fulfilment once

  @SC-13 @crm @approval
  Rule: An order is acknowledged once, also when it needed approval

    @approval+redelivery
    Example: An order that was approved twice is acknowledged once
      When order "BIG" is submitted
      And a supervisor approves order "BIG"
      And a supervisor approves order "BIG"
      Then the customer is sent one acknowledgement of order "BIG"

    @approval+drafts
    Example: A draft that was revised and then approved is acknowledged once
      Given order "BIG" is revised before submission to
        | line | action | product         |
        | 1    | Add    | Leased Line     |
        | 2    | Add    | Internet Access |
      When order "BIG" is submitted
      And a supervisor approves order "BIG"
      Then the customer is sent one acknowledgement of order "BIG"
      And order "BIG" is released to fulfilment once

  @SC-12 @crm @approval
  Rule: An approval is for the version that the supervisor has seen

    # For systems that declare approval_comes = "after-submission":
    @approval-comes-after-submission @supplementals+approval
    Example: A revision that adds another product needing approval waits for a second approval
      When order "BIG" is submitted
      And a supervisor approves order "BIG"
      And order "BIG" is revised to
        | line | action | product     |
        | 1    | Add    | Leased Line |
        | 2    | Add    | Leased Line |
      Then order "BIG" is released to fulfilment once
      When a supervisor approves order "BIG"
      Then the queue holds the lines of order "BIG"
        | line | action | product     |
        | 1    | Add    | Leased Line |
        | 2    | Add    | Leased Line |

    # For systems that declare approval_comes = "before-submission":
    @approval-comes-before-submission @revisions-before-submission @approval+drafts
    Example: A draft that is revised after its approval waits for a second one
      When a supervisor approves order "BIG"
      And order "BIG" is revised before submission to
        | line | action | product     |
        | 1    | Add    | Leased Line |
        | 2    | Add    | Leased Line |
      And order "BIG" is submitted
      Then line 2 of order "BIG" is not queued

  @SC-12 @order-tracking
  Rule: A supervisor stops one version, and not the order

    @crm @approval @approval-comes-before-submission @supplementals+approval
    Example: A revision is submitted after another one was rejected and discarded
      Given an order "BASE" with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
      And the order system has order "BASE"
      And a user begins to revise order "BASE" to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
        | 2    | Add    | Leased Line     |       |
      When a supervisor rejects order "BASE"
      And the latest revision of order "BASE" is discarded
      And order "BASE" is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
      Then the queue holds the lines of order "BASE"
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |

  # For systems that declare approval_comes = "after-submission":
  @SC-12 @crm @approval @installed-base @order-tracking @approval-comes-after-submission
  Rule: An order can be revised again after a supervisor has rejected a revision

    Background:
      Given an order "BASE" with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
        | 2    | Add    | Leased Line     |       |
      And order "BASE" is submitted
      And a supervisor approves order "BASE"

    @supplementals+approval
    Example: A revision is submitted after a supervisor rejected another one
      When order "BASE" is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
        | 2    | Add    | Leased Line     |       |
      And a supervisor rejects order "BASE"
      And the latest revision of order "BASE" is discarded
      And order "BASE" is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 900   |
        | 2    | Add    | Leased Line     |       |
      And a supervisor approves order "BASE"
      And the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
        | 2    | COMPLETE |
      Then the customer has the assets
        | product         | speed |
        | Internet Access | 900   |
        | Leased Line     |       |

    @supplementals+approval
    Example: A line that a rejected revision has added is on no later revision
      When order "BASE" is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
        | 2    | Add    | Leased Line     |       |
        | 3    | Add    | Static Address  |       |
      And a supervisor rejects order "BASE"
      And the latest revision of order "BASE" is discarded
      And order "BASE" is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 900   |
        | 2    | Add    | Leased Line     |       |
      And a supervisor approves order "BASE"
      And the order system reports the status "COMPLETE" of order "BASE"
      Then the customer has the assets
        | product         | speed |
        | Internet Access | 900   |
        | Leased Line     |       |
