@crm @installed-base @order-tracking
Feature: What orders leave that were changed on their way
  A revision names another address, a line is cancelled, a service moves. What the
  customer has in the end follows from what was fulfilled.

  Source: Process Sales Order Fulfillment, "About Sales Orders" and "About
  Supplemental Orders".

  @TM-02
  Rule: No asset is at the address that a revision has taken from its order

    @changes-after-submission @supplementals+filled-in-data
    Example: A revision gives a whole order another address after a value was filled in
      Given an order "BASE" at "12 Mill Lane" with
        | line | action | product         | site           |
        | 1    | Add    | Internet Access |                |
        | 2    | Add    | Static Address  | 7 Church Close |
      And the order system has order "BASE"
      And the order system reports the value "40" of "upload" of line 1 of order "BASE"
      When order "BASE" is revised at "3 Harbour Road" to
        | line | action | product         | site           |
        | 1    | Add    | Internet Access |                |
        | 2    | Add    | Static Address  | 7 Church Close |
      And the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
        | 2    | COMPLETE |
      Then the customer has the assets
        | product         | upload |
        | Internet Access | 40     |
        | Static Address  |        |
      And the customer has no assets at "12 Mill Lane"

  @AS-01
  Rule: A line that was cancelled does not become an asset when its order is complete

    @cancellation+filled-in-data
    Example: A line into which a value was filled is cancelled, and the order is complete
      Given an order "BASE" with
        | line | action | product         | site           |
        | 1    | Add    | Internet Access | 12 Mill Lane   |
        | 2    | Add    | Internet Access | 7 Church Close |
      And the order system has order "BASE"
      And the order system reports the value "40" of "upload" of line 2 of order "BASE"
      When the order system reports of order "BASE"
        | line | status    | order status |
        | 2    | CANCELLED | IN PROGRESS  |
      And the order system reports of order "BASE"
        | line | status   | order status |
        | 1    | COMPLETE | COMPLETE     |
      Then the customer has no assets at "7 Church Close"

  @SP-01 @kept-service-points
  Rule: A service that was moved is no longer at the service point of its old address

    @service-changes+service-points
    Example: A change after a transfer does not name the old service point
      Given the customer has
        | asset | product         | site         | service point |
        | HOME  | Internet Access | 12 Mill Lane | Customer      |
      And a change order "MOVE" with
        | line | action      | asset | site           | service point |
        | 1    | Move-Delete | HOME  | 12 Mill Lane   |               |
        | 2    | Move-Add    | HOME  | 3 Harbour Road | Payer         |
      And a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      When order "MOVE" is submitted and fulfilled
      And order "FASTER" is submitted
      Then the queue holds the lines of order "FASTER"
        | line | action | speed |
        | 1    | Update | 500   |
      And line 1 of order "FASTER" is not queued with service point "Customer"
