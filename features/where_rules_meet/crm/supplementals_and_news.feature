Feature: Revisions and reports at the same time
  Work on an order goes on while a user revises it: values are assigned, a supervisor
  decides, a report comes twice. The CRM keeps the user's changes and the reported values,
  line by line.

  Source: Process Sales Order Fulfillment, "About Supplemental Orders" and
  "Assumptions and Constraints"; Siebel Order Management Guide, "Scenario for
  Order Management".

  @PD-01 @installed-base @order-tracking @crm
  Rule: A pending revision contains the values that were assigned meanwhile

    Background:
      Given an order "BASE" with
        | line | action | product         | speed | upload |
        | 1    | Add    | Internet Access | 100   | 20     |
      And the order system has order "BASE"
      And a user begins to revise order "BASE" to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 900   |

    @supplementals+filled-in-data
    Example: A pending revision is queued with the user's value and without the old value of fulfilment
      When the order system reports of order "BASE"
        | line | status      | upload |
        | 1    | IN PROGRESS | 50     |
      And order "BASE" is submitted
      Then the latest version of order "BASE" leaves out line 1 with upload "20"
      And the queue holds the lines of order "BASE"
        | line | speed |
        | 1    | 900   |

    @supplementals+filled-in-data
    Example: The asset has the user's value and the assigned value
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
  Rule: A rejected revision leaves the order as it was

    Background:
      Given an order "BASE" with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
      And the order system has order "BASE"

    @crm @supplementals+approval
    Example: The first version becomes the asset after the revision was rejected
      When order "BASE" is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
        | 2    | Add    | Leased Line     |       |
      And a supervisor rejects order "BASE"
      Then the desk lists the projected assets of the customer
        | product         | speed |
        | Internet Access | 100   |
      When the order system reports the status "COMPLETE" of order "BASE"
      Then the customer has the assets
        | product         | speed |
        | Internet Access | 100   |

  @AS-01 @installed-base @order-tracking
  Rule: A repeated report about a revised order is about its last version

    @crm @supplementals+redelivery
    Example: A report that comes twice brings no asset of a changed or withdrawn line
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
      And the order system reports the status "COMPLETE" of order "BASE"
      Then the customer has the assets
        | product         | speed |
        | Internet Access | 500   |

  @PR-12 @order-priorities
  Rule: An added priority can be picked for a revision

    @crm @supplementals+priorities
    Example: A revision escalates an order of Medium priority
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
  Rule: An approved revision is submitted as a version of the order that it revises

    @crm @supplementals+approval
    Example: An approved revision is queued under the order's number with its own lines
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
      And every version that the order system receives has one id for line 1 of order "BASE"

  @SU-01 @installed-base @order-tracking
  Rule: A draft revision of an order that is complete meanwhile comes too late

    @crm @supplementals+drafts
    Example: The customer has what the order said, and not what the late revision says
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
