Feature: Changes to a submitted order
  A customer has ordered and wants something else. As long as little is done, the order is
  revised, and the last version is fulfilled.

  The scenario in the documents allows revisions until the order is fulfilled. Where there
  is a point of no return, it decides: after it no revision is possible.

  Source: Siebel Order Management Guide, "Scenario for Order Management".

  @SC-15
  Rule: A submitted order that is not fulfilled can be revised by a supplemental order

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | speed | version |
        | 1    | Add    | Internet Access | HOME  | 100   |         |
        | 2    | Add    | Static Address  | FIXED |       | v4      |

    @oms
    Example: The last version of an order is fulfilled
      Given order "BASE" is held at provisioning
      When order "BASE" is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 500   |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | speed |
        | HOME  | 500   |
      And provisioning has nothing of "FIXED"

    @oms
    Example: An open order past its point of no return is not revised
      Given order "BASE" is held at provisioning past its points of no return
      When order "BASE" is revised to
        | line | action | product         | asset | speed | version |
        | 1    | Add    | Internet Access | HOME  | 500   |         |
        | 2    | Add    | Static Address  | FIXED |       | v4      |
      Then the revision of order "BASE" is refused
      When provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | speed |
        | HOME  | 100   |
        | FIXED |       |

    @crm
    Example: A revision is submitted whole, under the number of the order that it revises
      Given the order system has order "BASE"
      When order "BASE" is revised to
        | line | action | product         | asset | speed | version |
        | 1    | Add    | Internet Access | HOME  | 500   |         |
        | 2    | Add    | Static Address  | FIXED |       | v4      |
      Then the order system receives order "BASE" revision by revision
      And the queue holds the lines of order "BASE"
        | line | action | product         | speed | version |
        | 1    | Add    | Internet Access | 500   |         |
        | 2    | Add    | Static Address  |       | v4      |

    @crm @installed-base @order-tracking
    Example: A revision past the point of no return changes nothing
      Given the order system has order "BASE"
      When the order system reports of order "BASE"
        | line | status      | milestone |
        | 1    | IN PROGRESS | DESIGNED  |
        | 2    | IN PROGRESS | ACTIVATED |
      And order "BASE" is revised to
        | line | action | product         | asset | speed | version |
        | 1    | Add    | Internet Access | HOME  | 500   |         |
        | 2    | Add    | Static Address  | FIXED |       | v6      |
      And the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
        | 2    | COMPLETE |
      Then the customer has the assets
        | product         | speed | version |
        | Internet Access | 100   |         |
        | Static Address  |       | v4      |
