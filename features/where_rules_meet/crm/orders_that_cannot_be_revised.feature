Feature: Orders of which a revision is being written already
  A user writes a revision of an order and does not submit it. Another user begins a second
  revision, and begins it from an older version of the order.

  Source: Process Sales Order Fulfillment, "About Supplemental Orders".

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
