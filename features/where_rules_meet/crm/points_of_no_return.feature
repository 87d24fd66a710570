Feature: Points of no return of changes, of dated orders and of what is stuck
  Past its point of no return an order is not revised, whatever kind of order it
  is, whatever the revision is about and whatever befell the order since. Refused
  at the desk or by the order system, a late revision leaves no trace.

  Source: Process Sales Order Fulfillment, "About Sales Orders", "About
  Supplemental Orders" and "About Future-Dated Orders".

  @PN-04 @installed-base @order-tracking @crm
  Rule: A change order past that point is what it is

    Background:
      Given the customer has
        | asset | product         | speed |
        | HOME  | Internet Access | 100   |

    @revisable-modify-orders @points-of-no-return+modify-orders
    Example: An update is not updated
      Given a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And the order system has order "FASTER" past its points of no return
      When order "FASTER" is revised to
        | line | action | asset | speed |
        | 1    | Update | HOME  | 900   |
      And the order system reports of order "FASTER"
        | line | status   |
        | 1    | COMPLETE |
      Then the customer has the assets
        | asset | product         | speed |
        | HOME  | Internet Access | 500   |

    @revisable-modify-orders @points-of-no-return+service-changes
    Example: A suspension does not become the end of the service
      Given a change order "PAUSE" with
        | line | action  | asset |
        | 1    | Suspend | HOME  |
      And the order system has order "PAUSE" past its points of no return
      When order "PAUSE" is revised to
        | line | action | asset |
        | 1    | Delete | HOME  |
      And the order system reports of order "PAUSE"
        | line | status   |
        | 1    | COMPLETE |
      Then the customer has the assets
        | asset | product         | status    |
        | HOME  | Internet Access | Suspended |

    @revisable-due-date @points-of-no-return+dates
    Example: A dated order is not put after another one
      Given a change order "FASTER" for "in 10 days" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And the order system has order "FASTER" past its points of no return
      And a change order "FASTEST" for "in 20 days" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 900   |
      And the order system has order "FASTEST"
      When order "FASTER" is revised to the due date "in 30 days"
      Then the desk lists the projected assets of the customer
        | product         | speed |
        | Internet Access | 900   |

  @MO-06 @installed-base @order-tracking
  Rule: The point of no return is an order's own, and not that of the order that brought the asset

    @crm @points-of-no-return+modify-orders
    Example: The sale was past it, and the change of what was sold is revised
      Given an order "SALE" with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
      And the order system has order "SALE" past its points of no return
      When the order system reports of order "SALE"
        | line | status   |
        | 1    | COMPLETE |
      And a user submits order "FASTER" to set "speed" to "500" on what line 1 of order "SALE" will leave
      And order "FASTER" is revised to
        | line | action | asset          | speed |
        | 1    | Update | line 1 of SALE | 900   |
      Then the queue holds the lines of order "FASTER"
        | line | action | speed |
        | 1    | Update | 900   |

  @FO-09 @installed-base @order-tracking @ponr-scope-item @crm
  Rule: For a follow-on order the point counts of the line that it changes

    Background:
      Given an order "BASE" with
        | line | action | product         | speed | version |
        | 1    | Add    | Internet Access | 100   |         |
        | 2    | Add    | Static Address  |       | v4      |
      And the order system has order "BASE"
      And the order system reports of order "BASE"
        | line | status      | milestone |
        | 1    | IN PROGRESS | DESIGNED  |
        | 2    | IN PROGRESS | DESIGNED  |

    @points-of-no-return+follow-ons
    Example: The line that is past its own point can be changed, though the other is not
      When a user submits order "FASTER" to set "speed" to "500" on what line 1 of order "BASE" will leave
      Then order "FASTER" is queued once

    @points-of-no-return+follow-ons
    Example: The line that is not past its own point could be revised still, though the other could not
      When a user submits order "NEWER" to set "version" to "v6" on what line 2 of order "BASE" will leave
      Then the desk objects to order "NEWER"

  @FO-09 @installed-base @order-tracking
  Rule: What counts is how the base order stands when the follow-on order is submitted

    @crm @points-of-no-return+drafts
    Example: The follow-on order was entered before that point and is submitted past it
      Given an order "BASE" with
        | line | action | product         | asset |
        | 1    | Add    | Internet Access | HOME  |
      And the order system has order "BASE"
      And a change order "FASTER" with
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 500   | line 1 of BASE |
      And the order system reports of order "BASE"
        | line | status      | milestone |
        | 1    | IN PROGRESS | DESIGNED  |
      When order "FASTER" is submitted
      Then order "FASTER" is queued once
