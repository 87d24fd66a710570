Feature: Orders that cannot be revised, whoever speaks of them and wherever a user begins
  A back office says what it did with an order. Whether the order is open the CRM has from
  the order system, and how many revisions are under way it knows itself.

  Source: Process Sales Order Fulfillment, "About Supplemental Orders"; Siebel Order
  Management Guide, "Integration Strategy for Order Management".

  @SU-01 @order-tracking @back-office-reports @crm
  Rule: A cancelled order cannot be revised, whatever a back office says of it afterwards

    @supplementals+cancellation
    Example: A cancelled order of which a back office reports something is not open again
      Given an order "BASE" with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
      And the order system has order "BASE"
      When the order system reports the status "CANCELLED" of order "BASE"
      And the back office reports order "BASE" with
        | status  |
        | SHIPPED |
      And order "BASE" is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
      Then the revision of order "BASE" is refused
      And order "BASE" is queued once

  @SU-02 @crm
  Rule: An open order has at most one unsubmitted supplemental order, whichever version it is begun from

    @supplementals+drafts
    Example: A second supplemental order that is begun from the first version is refused
      Given an order "BASE" with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
      And the order system has order "BASE"
      When order "BASE" is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
      And a user begins to revise order "BASE"
      And a user begins to revise the first version of order "BASE"
      Then the revision of order "BASE" is refused
      And order "BASE" is queued two times
