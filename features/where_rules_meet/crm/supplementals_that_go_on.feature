Feature: Orders that stay open to revision
  One line has passed its point of no return, or a revision was refused. The order is
  still open, and what can still be changed is changed.

  Source: Process Sales Order Fulfillment, "About Sales Orders" and "About
  Supplemental Orders".

  @SU-01 @order-tracking @crm
  Rule: The lines before their point of no return can still be revised

    @ponr-scope-item @supplementals+points-of-no-return
    Example: The second of two equal lines is revised when the first is past its point of no return
      Given an order "BASE" with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
        | 2    | Add    | Internet Access | 200   |
      And the order system has order "BASE"
      When the order system reports of order "BASE"
        | line | status      | milestone |
        | 1    | IN PROGRESS | DESIGNED  |
      And order "BASE" is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
        | 2    | Add    | Internet Access | 500   |
      Then the queue holds the lines of order "BASE"
        | line | action | speed |
        | 1    | Add    | 100   |
        | 2    | Add    | 500   |

    @supplementals+failures
    Example: An order is revised again after the order system refused a revision
      Given an order "BASE" with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
      And the order system has order "BASE"
      When order "BASE" is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
      And the order system reports a refusal of order "BASE"
      And order "BASE" is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 900   |
      Then the queue holds the lines of order "BASE"
        | line | action | speed |
        | 1    | Add    | 900   |

  @FO-02 @installed-base @order-tracking @crm
  Rule: A follow-on order can resume what an open order will suspend

    @follow-ons-of-modify-orders @follow-ons+service-changes
    Example: A follow-on order resumes an asset that is not suspended yet
      Given the customer has
        | asset | product         |
        | HOME  | Internet Access |
      And a change order "PAUSE" with
        | line | action  | asset |
        | 1    | Suspend | HOME  |
      And the order system has order "PAUSE" past its points of no return
      And a change order "BACK" with
        | line | action | asset | depends on      |
        | 1    | Resume | HOME  | line 1 of PAUSE |
      When order "BACK" is submitted
      Then the queue holds the lines of order "BACK"
        | line | action | asset | depends on      |
        | 1    | Resume | HOME  | line 1 of PAUSE |

    @follow-ons+service-changes
    Example: The desk objects to a change of an asset that an open order will end
      Given the customer has
        | asset | product         | speed |
        | HOME  | Internet Access | 100   |
      And a change order "LEAVE" with
        | line | action | asset |
        | 1    | Delete | HOME  |
      And the order system has order "LEAVE" past its points of no return
      And a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      When order "FASTER" is submitted
      Then the desk objects to order "FASTER"

  @AC-10 @installed-base @order-tracking @crm
  Rule: Both halves of a transfer stay on the order that is revised

    @revisable-modify-orders @supplementals+service-changes
    Example: The desk objects to a revision that takes one half of a transfer off
      Given the customer has
        | asset | product         | site         |
        | HOME  | Internet Access | 12 Mill Lane |
      And a change order "MOVE" with
        | line | action      | asset | site         |
        | 1    | Move-Add    | HOME  | 7 Church Way |
        | 2    | Move-Delete | HOME  | 12 Mill Lane |
      And the order system has order "MOVE"
      When order "MOVE" is revised to
        | line | action   | asset | site         |
        | 1    | Move-Add | HOME  | 7 Church Way |
      Then the desk objects to order "MOVE"

  @SU-13 @installed-base @order-tracking @crm
  Rule: A revision is compared with the version before it, and not with the first one

    @supplementals+drafts
    Example: A line that the first revision added and the second takes off leaves no asset
      Given an order "BASE" with
        | line | action | product         | asset |
        | 1    | Add    | Internet Access | HOME  |
      And the order system has order "BASE"
      When order "BASE" is revised to
        | line | action | product         | asset |
        | 1    | Add    | Internet Access | HOME  |
        | 2    | Add    | Static Address  | FIXED |
      And order "BASE" is revised to
        | line | action | product         | asset |
        | 1    | Add    | Internet Access | HOME  |
      And the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
      And the order system reports the status "COMPLETE" of order "BASE"
      Then the customer has the assets
        | product         |
        | Internet Access |

  @FD-05 @installed-base @order-tracking @crm
  Rule: What an open order has done already is not projected once more

    @follow-ons+modify-orders
    Example: A later value is projected, and not that of a complete line of an open order
      Given the customer has
        | asset | product         | speed | version |
        | HOME  | Internet Access | 100   |         |
        | FIXED | Static Address  |       | v4      |
      And a change order "FASTER" with
        | line | action | asset | speed | version |
        | 1    | Update | HOME  | 500   |         |
        | 2    | Update | FIXED |       | v6      |
      And the order system has order "FASTER"
      And the order system reports of order "FASTER"
        | line | status   |
        | 1    | COMPLETE |
      And a change order "FASTEST" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 900   |
      When order "FASTEST" is submitted and fulfilled
      Then the desk lists the projected assets of the customer
        | product         | speed | version |
        | Internet Access | 900   |         |
        | Static Address  |       | v6      |
