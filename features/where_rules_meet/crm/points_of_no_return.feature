Feature: Points of no return of modify, dated and follow-on orders
  Past its point of no return an order cannot be revised, of whatever kind it is. A
  revision that comes too late changes nothing, whether the desk or the order system
  refuses it.

  Source: Process Sales Order Fulfillment, "About Sales Orders", "About
  Supplemental Orders" and "About Future-Dated Orders".

  @PN-04 @installed-base @order-tracking @crm
  Rule: A change order past its point of no return stays as it is

    Background:
      Given the customer has
        | asset | product         | speed |
        | HOME  | Internet Access | 100   |

    @revisable-modify-orders @points-of-no-return+modify-orders
    Example: An update past its point of no return keeps its value
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
    Example: A suspension past its point of no return does not become a disconnection
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
    Example: A dated order past its point of no return keeps its date
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

    @revisable-due-date @supplementals+dates
    Example: A dated order keeps its date when the order system refuses another one
      Given a change order "FASTER" for "in 10 days" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And the order system has order "FASTER"
      And a change order "FASTEST" for "in 20 days" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 900   |
      And the order system has order "FASTEST"
      When order "FASTER" is revised to the due date "in 30 days"
      And the order system reports a refusal of order "FASTER"
      Then the desk lists the projected assets of the customer
        | product         | speed |
        | Internet Access | 900   |

  @MO-06 @installed-base @order-tracking
  Rule: An order has its own point of no return, and not that of the order that brought the asset

    @crm @points-of-no-return+modify-orders
    Example: A modify order is revised although the order that sold the asset was past its point of no return
      Given an order "SALE" with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
      And the order system has order "SALE" past its points of no return
      When the order system reports of order "SALE"
        | line | status   |
        | 1    | COMPLETE |
      And a user submits order "FASTER" to set "speed" to "500" on the projected asset of line 1 of order "SALE"
      And order "FASTER" is revised to
        | line | action | asset          | speed |
        | 1    | Update | line 1 of SALE | 900   |
      Then the queue holds the lines of order "FASTER"
        | line | action | speed |
        | 1    | Update | 900   |

  @FO-09 @installed-base @order-tracking @ponr-scope-item @crm
  Rule: A follow-on order needs the point of no return of the line that it changes

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
    Example: A line past its own point of no return can have a follow-on order
      When a user submits order "FASTER" to set "speed" to "500" on the projected asset of line 1 of order "BASE"
      Then order "FASTER" is queued once

    @points-of-no-return+follow-ons
    Example: A line before its own point of no return cannot have a follow-on order, though another line can
      When a user submits order "NEWER" to set "version" to "v6" on the projected asset of line 2 of order "BASE"
      Then the desk objects to order "NEWER"

  @FO-09 @installed-base @order-tracking
  Rule: The base order's state at the submission of the follow-on order counts

    @crm @points-of-no-return+drafts
    Example: A draft follow-on order is submitted after its base order passed the point of no return
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
