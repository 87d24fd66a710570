Feature: Values that were assigned before a revision
  A number that fulfilment assigned stays with its line, whatever a later revision of the
  order changes.

  Source: Process Sales Order Fulfillment, "About Sales Orders", table 8-1.

  Background:
    Given an order "BASE" with
      | line | action | product      |
      | 1    | Add    | Phone Number |
    And the order system has order "BASE"
    And the order system reports of order "BASE"
      | line | status      | number      |
      | 1    | IN PROGRESS | 02079460150 |

  @TM-02 @installed-base @order-tracking @crm
  Rule: A revision goes on with the values that were assigned before it

    @supplementals+filled-in-data
    Example: A number that was assigned before a revision added a line is kept
      When order "BASE" is revised to
        | line | action | product         |
        | 1    | Add    | Phone Number    |
        | 2    | Add    | Internet Access |
      And the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
        | 2    | COMPLETE |
      Then the customer has the assets
        | product         | number      |
        | Phone Number    | 02079460150 |
        | Internet Access |             |

    @order-priorities @priorities+filled-in-data
    Example: A number that was assigned before a revision raised the priority is kept
      Given a user begins to revise order "BASE" to
        | line | action | product      |
        | 1    | Add    | Phone Number |
      When a user submits order "BASE" with priority "Urgent"
      And the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
      Then the customer has the assets
        | product      | number      |
        | Phone Number | 02079460150 |
