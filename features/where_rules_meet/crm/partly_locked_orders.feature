Feature: Orders of which one line is locked
  A customer changes two lines of an order at once. Work on one of them has gone too far
  for that; on the other it has not.

  Source: Process Sales Order Fulfillment, "About Sales Orders" and "About
  Supplemental Orders".

  @PN-04 @installed-base @order-tracking @crm
  Rule: A line past its point of no return stays as it is, and what else a revision says is done whole or not at all

    Background:
      Given an order "BASE" with
        | line | action | product         | speed | version |
        | 1    | Add    | Internet Access | 100   |         |
        | 2    | Add    | Static Address  |       | v4      |
      And the order system has order "BASE"

    @ponr-scope-item @supplementals+points-of-no-return
    Example: The customer has the unlocked line as it was revised, and the locked one as it was
      When the order system reports of order "BASE"
        | line | status      | milestone |
        | 1    | IN PROGRESS | DESIGNED  |
      And order "BASE" is revised to
        | line | action | product         | speed | version |
        | 1    | Add    | Internet Access | 100   |         |
        | 2    | Add    | Static Address  |       | v6      |
      And the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
        | 2    | COMPLETE |
      Then the customer has the assets
        | product         | speed | version |
        | Internet Access | 100   |         |
        | Static Address  |       | v6      |

    @supplementals+points-of-no-return
    Example: The customer has both lines as they were when a revision changes the locked one as well
      When the order system reports of order "BASE"
        | line | status      | milestone |
        | 1    | IN PROGRESS | DESIGNED  |
      And order "BASE" is revised to
        | line | action | product         | speed | version |
        | 1    | Add    | Internet Access | 500   |         |
        | 2    | Add    | Static Address  |       | v6      |
      And the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
        | 2    | COMPLETE |
      Then the customer has the assets
        | product         | speed | version |
        | Internet Access | 100   |         |
        | Static Address  |       | v4      |

  @MO-02 @installed-base @order-tracking @crm
  Rule: What a modify order has changed stays so when the order that sold it is complete at last

    Background:
      Given an order "BASE" with
        | line | action | product         | speed | version |
        | 1    | Add    | Internet Access | 100   |         |
        | 2    | Add    | Static Address  |       | v4      |
      And the order system has order "BASE"

    @ponr-scope-item @supplementals+modify-orders
    Example: The customer keeps a changed value when the order that sold it, revised in another line, is complete
      When the order system reports of order "BASE"
        | line | status   | milestone |
        | 1    | COMPLETE | DESIGNED  |
      And order "BASE" is revised to
        | line | action | product         | speed | version |
        | 1    | Add    | Internet Access | 100   |         |
        | 2    | Add    | Static Address  |       | v6      |
      And a user submits order "FASTER" to set "speed" to "500" on the projected asset of line 1 of order "BASE"
      And the order system reports the status "COMPLETE" of order "FASTER"
      And the order system reports the status "COMPLETE" of order "BASE"
      Then the customer has the assets
        | product         | speed | version |
        | Internet Access | 500   |         |
        | Static Address  |       | v6      |
