Feature: Revisions of orders that change something, are dated or are urgent
  A revision is the whole order once more, of whatever kind the order is. What it
  no longer says does not happen, and what it says anew begins from the version
  that was submitted last.

  Source: Process Sales Order Fulfillment, "About Supplemental Orders", "About
  Follow-On Orders", "About Modify Orders" and "About Future-Dated Orders".

  @FO-03 @installed-base @order-tracking
  Rule: What a revision has added can be waited for like what was there first

    @crm @supplementals+follow-ons
    Example: The line that is changed came with the revision
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
      And a user submits order "NEWER" to set "version" to "v6" on what line 2 of order "BASE" will leave
      Then the queue holds the lines of order "NEWER"
        | line | action | version | depends on     |
        | 1    | Update | v6      | line 2 of BASE |

  @FO-12 @installed-base @order-tracking
  Rule: A follow-on order that loses a line in a revision waits for what its other lines change

    @crm @supplementals+follow-ons
    Example: The first line is withdrawn, and the second is changed once more
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
  Rule: A change that was withdrawn may be wanted again, and is then what the last revision says

    @crm @supplementals+modify-orders
    Example: The first revision takes a line off, and the second puts it back with another value
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
  Rule: What a revision no longer suspends stays active

    @crm @supplementals+service-changes
    Example: Two things were to be suspended, and one of them is withdrawn
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
  Rule: A move goes to the address that the last revision says

    @crm @supplementals+service-changes
    Example: The address is changed on the way, and both halves are on the revision
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
  Rule: A revision moves the line that it says to another service point, and no line beside it

    @crm @supplementals+service-points
    Example: The second of two equal lines is delivered elsewhere
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
