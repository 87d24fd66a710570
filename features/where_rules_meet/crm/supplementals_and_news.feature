Feature: Revisions while other things happen to the order
  While a user revises an order it is being worked on: values are filled in, a
  supervisor decides, a report comes twice. What the user says and what the order
  system says are put together line by line.

  Source: Process Sales Order Fulfillment, "About Supplemental Orders" and
  "Assumptions and Constraints"; Siebel Order Management Guide, "Scenario for
  Order Management".

  @PD-01 @installed-base @order-tracking @crm
  Rule: A revision that was left pending has what was filled in meanwhile

    Background:
      Given an order "BASE" with
        | line | action | product         | speed | upload |
        | 1    | Add    | Internet Access | 100   | 20     |
      And the order system has order "BASE"
      And a user begins to revise order "BASE" to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 900   |

    @supplementals+filled-in-data
    Example: What is queued has the user's value and not the old one of fulfilment
      When the order system reports of order "BASE"
        | line | status      | upload |
        | 1    | IN PROGRESS | 50     |
      And order "BASE" is submitted
      Then the latest version of order "BASE" leaves out line 1 with upload "20"
      And the queue holds the lines of order "BASE"
        | line | speed |
        | 1    | 900   |

    @supplementals+filled-in-data
    Example: The asset has both
      When the order system reports of order "BASE"
        | line | status      | upload |
        | 1    | IN PROGRESS | 50     |
      And order "BASE" is submitted
      And the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
      Then the customer has the assets
        | product         | speed | upload |
        | Internet Access | 900   | 50     |

  @SC-12 @installed-base @order-tracking @changes-after-submission
  Rule: A revision that a supervisor rejects leaves the order that it revises

    Background:
      Given an order "BASE" with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
      And the order system has order "BASE"

    @crm @supplementals+approval
    Example: What was submitted first becomes the asset
      When order "BASE" is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
        | 2    | Add    | Leased Line     |       |
      And a supervisor rejects order "BASE"
      And the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
      And the order system reports the status "COMPLETE" of order "BASE"
      Then the customer has the assets
        | product         | speed |
        | Internet Access | 100   |

  @AS-01 @installed-base @order-tracking
  Rule: What is told twice of a revised order is told of its last version

    @crm @supplementals+redelivery
    Example: The second report makes no asset of what was changed or withdrawn
      Given an order "BASE" with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
        | 2    | Add    | Static Address  |       |
      And the order system has order "BASE"
      When order "BASE" is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
      And the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
      And the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
      Then the customer has the assets
        | product         | speed |
        | Internet Access | 500   |

  @PR-12 @order-priorities
  Rule: A priority that the CRM was extended by can be picked for a revision

    @crm @supplementals+priorities
    Example: An order that was of medium priority is escalated
      Given an order "BASE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And order "BASE" has priority Medium
      And the order system has order "BASE"
      When a user begins to revise order "BASE"
      And a user submits order "BASE" with priority "Escalated"
      Then the queue holds the header of order "BASE"
        | priority  | queue priority |
        | Escalated | 8              |

  @SC-12 @order-tracking @changes-after-submission @approval-comes-after-submission
  Rule: A revision that a supervisor approves goes on as the order that it revises

    @crm @supplementals+approval
    Example: The order is on the queue once more, with all that the revision says
      Given an order "BASE" with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
      And the order system has order "BASE"
      When order "BASE" is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
        | 2    | Add    | Leased Line     |       |
      And a supervisor approves order "BASE"
      Then the queue holds the lines of order "BASE"
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
        | 2    | Add    | Leased Line     |       |
      And in every version line 1 of order "BASE" is the same line to the order system

  @SU-01 @installed-base @order-tracking
  Rule: A revision that was pending when its order was complete comes too late

    @crm @supplementals+drafts
    Example: The customer has what the order said, and not what the revision says
      Given an order "BASE" with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
      And the order system has order "BASE"
      And a user begins to revise order "BASE" to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
      When the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
      And order "BASE" is submitted
      Then the customer has the assets
        | product         | speed |
        | Internet Access | 100   |
