Feature: Revisions of orders that change assets, are dated or depend on others
  A revision contains the whole order again, of whatever kind the order is. What it leaves
  out is not done, and the next revision starts from the version that was submitted last.

  Source: Process Sales Order Fulfillment, "About Supplemental Orders", "About
  Follow-On Orders", "About Modify Orders" and "About Future-Dated Orders".

  @FO-03 @installed-base @order-tracking
  Rule: A follow-on order can depend on a line that a revision added

    @crm @supplementals+follow-ons
    Example: A follow-on order depends on a line that came with a revision
      Given an order "BASE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And the order system has order "BASE"
      When order "BASE" is revised to
        | line | action | product         | version |
        | 1    | Add    | Internet Access |         |
        | 2    | Add    | Static Address  | v4      |
      And the order system reports of order "BASE"
        | line | status      | milestone |
        | 1    | IN PROGRESS | DESIGNED  |
        | 2    | IN PROGRESS | ACTIVATED |
      And a user submits order "NEWER" to set "version" to "v6" on the projected asset of line 2 of order "BASE"
      Then the queue holds the lines of order "NEWER"
        | line | action | version | depends on     |
        | 1    | Update | v6      | line 2 of BASE |

  @FO-12 @installed-base @order-tracking
  Rule: A follow-on order that loses a line keeps the dependency of its other line

    @crm @supplementals+follow-ons
    Example: The first line of a follow-on order is withdrawn, and the second is changed again
      Given an order "BASE" with
        | line | action | product         | asset |
        | 1    | Add    | Internet Access | HOME  |
        | 2    | Add    | Static Address  | FIXED |
      And the order system has order "BASE" past its points of no return
      And a change order "CHANGE" with
        | line | action | product         | asset | speed | version | depends on     |
        | 1    | Update | Internet Access | HOME  | 500   |         | line 1 of BASE |
        | 2    | Update | Static Address  | FIXED |       | v5      | line 2 of BASE |
      And the order system has order "CHANGE"
      When order "CHANGE" is revised to
        | line | action | product        | asset | version | depends on     |
        | 2    | Update | Static Address | FIXED | v6      | line 2 of BASE |
      Then the queue holds the lines of order "CHANGE"
        | line | action | version | depends on     |
        | 2    | Update | v6      | line 2 of BASE |

  @MO-06 @installed-base @order-tracking
  Rule: A withdrawn line of a modify order can be added again with another value

    @crm @supplementals+modify-orders
    Example: The first revision withdraws a line, and the second adds it with another value
      Given the customer has
        | asset | product         | speed | version |
        | HOME  | Internet Access | 100   |         |
        | FIXED | Static Address  |       | v4      |
      And a change order "CHANGE" with
        | line | action | asset | speed | version |
        | 1    | Update | HOME  | 500   |         |
        | 2    | Update | FIXED |       | v6      |
      And the order system has order "CHANGE"
      When order "CHANGE" is revised to
        | line | action | asset | version |
        | 2    | Update | FIXED | v6      |
      And order "CHANGE" is revised to
        | line | action | asset | speed | version |
        | 1    | Update | HOME  | 900   |         |
        | 2    | Update | FIXED |       | v6      |
      Then the queue holds the lines of order "CHANGE"
        | line | action | asset | speed |
        | 1    | Update | HOME  | 900   |

  @AC-07 @installed-base @order-tracking @revisable-modify-orders
  Rule: An asset whose suspension is withdrawn stays active

    @crm @supplementals+service-changes
    Example: Of two suspensions one is withdrawn, and its asset stays active
      Given the customer has
        | asset | product         |
        | HOME  | Internet Access |
        | FIXED | Static Address  |
      And a change order "PAUSE" with
        | line | action  | asset |
        | 1    | Suspend | FIXED |
        | 2    | Suspend | HOME  |
      And the order system has order "PAUSE"
      When order "PAUSE" is revised to
        | line | action  | asset |
        | 2    | Suspend | HOME  |
      And the order system reports of order "PAUSE"
        | line | status   |
        | 2    | COMPLETE |
      Then the customer has the assets
        | asset | product         | status    |
        | HOME  | Internet Access | Suspended |
        | FIXED | Static Address  | Active    |

  @AC-02 @installed-base @order-tracking @revisable-modify-orders
  Rule: A transfer goes to the address of the last revision

    @crm @supplementals+service-changes
    Example: A revision with both halves of a transfer changes its address
      Given the customer has
        | asset | product         | site         |
        | HOME  | Internet Access | 12 Mill Lane |
      And a change order "MOVE" with
        | line | action      | asset | site           |
        | 1    | Move-Add    | HOME  | 3 Harbour Road |
        | 2    | Move-Delete | HOME  | 12 Mill Lane   |
      And the order system has order "MOVE"
      When order "MOVE" is revised to
        | line | action      | asset | site           |
        | 1    | Move-Add    | HOME  | 7 Church Close |
        | 2    | Move-Delete | HOME  | 12 Mill Lane   |
      And the order system reports of order "MOVE"
        | line | status   |
        | 1    | COMPLETE |
        | 2    | COMPLETE |
      Then the customer has the assets
        | asset | product         | site           |
        | HOME  | Internet Access | 7 Church Close |

  @SP-01 @kept-service-points @changes-after-submission
  Rule: A revision gives one line another service point and leaves the other line's

    @crm @supplementals+service-points
    Example: The second of two equal lines gets another service point
      Given an order "BASE" with
        | line | action | product         | service point |
        | 1    | Add    | Internet Access | Customer      |
        | 2    | Add    | Internet Access | Customer      |
      And the order system has order "BASE"
      When order "BASE" is revised to
        | line | action | product         | service point |
        | 1    | Add    | Internet Access | Customer      |
        | 2    | Add    | Internet Access | Neighbour     |
      Then the queue holds the lines of order "BASE"
        | line | product         | service point |
        | 1    | Internet Access | Customer      |
        | 2    | Internet Access | Neighbour     |
