Feature: Follow-on orders to changes of installed assets
  A change of an installed asset can itself be changed while it is under way. The asset
  exists already and will soon be different. A follow-on order has to start from the
  coming state, and to wait for the line that brings it.

  Source: Process Sales Order Fulfillment, "About Follow-On Orders" and "About
  Modify Orders".

  Background:
    Given the customer has
      | asset  | product         | site           | speed | upload |
      | HOME   | Internet Access | 12 Mill Lane   | 100   | 20     |
      | OFFICE | Internet Access | 3 Harbour Road | 100   | 20     |

  @FO-03 @installed-base @order-tracking @crm
  Rule: A follow-on order to an open change depends on the line that changes its own asset

    @follow-ons-of-modify-orders @follow-ons+modify-orders
    Example: Of two equal products, the follow-on order depends on the line of the asset that it names
      Given a change order "BASE" with
        | line | action | asset  | speed |
        | 1    | Update | HOME   | 300   |
        | 2    | Update | OFFICE | 500   |
      And the order system has order "BASE" past its points of no return
      And a change order "FASTEST" with
        | line | action | asset  | speed | depends on     |
        | 1    | Update | OFFICE | 900   | line 2 of BASE |
      When order "FASTEST" is submitted
      Then the queue holds the lines of order "FASTEST"
        | line | action | asset  | speed | depends on     |
        | 1    | Update | OFFICE | 900   | line 2 of BASE |

    @follow-ons-of-modify-orders @follow-ons+modify-orders
    Example: A line about an asset that the open order leaves alone depends on nothing
      Given a change order "BASE" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 300   |
      And the order system has order "BASE" past its points of no return
      And a change order "BOTH" with
        | line | action | asset  | speed | depends on     |
        | 1    | Update | HOME   | 500   | line 1 of BASE |
        | 2    | Update | OFFICE | 500   |                |
      When order "BOTH" is submitted
      Then the queue holds the lines of order "BOTH"
        | line | action | asset  | depends on     |
        | 1    | Update | HOME   | line 1 of BASE |
        | 2    | Update | OFFICE |                |

    @follow-ons+service-changes
    Example: Resuming an asset that an open order will suspend depends on that order, or is refused
      Given a change order "BASE" with
        | line | action  | asset |
        | 1    | Suspend | HOME  |
      And the order system has order "BASE" past its points of no return
      And a change order "BACK" with
        | line | action | asset | depends on     |
        | 1    | Resume | HOME  | line 1 of BASE |
      When order "BACK" is submitted
      Then line 1 of order "BACK" is not queued without base line

  @FO-02 @installed-base @order-tracking
  Rule: A follow-on order to an open change starts from what the change will leave

    @crm @follow-ons-of-modify-orders @follow-ons+modify-orders
    Example: A follow-on order keeps the other values as its base order sets them
      Given a change order "BASE" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And the order system has order "BASE" past its points of no return
      And a change order "WIDER" with
        | line | action | asset | upload | depends on     |
        | 1    | Update | HOME  | 50     | line 1 of BASE |
      When order "WIDER" is submitted
      Then line 1 of order "WIDER" is not queued with speed "100"
      And the desk lists the projected assets of the customer
        | product         | speed | upload |
        | Internet Access | 500   | 50     |
        | Internet Access | 100   | 20     |

  @FD-02 @installed-base @order-tracking
  Rule: A follow-on order has its own date and not that of its base order

    @crm @follow-ons-of-modify-orders @follow-ons+modify-orders+dates
    Example: A follow-on order for a later day than its base order is queued with its own date
      Given a change order "TODAY" for "now" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 300   |
      And the order system has order "TODAY" past its points of no return
      And a change order "FASTER" for "in 5 days" with
        | line | action | asset | speed | depends on      |
        | 1    | Update | HOME  | 500   | line 1 of TODAY |
      When order "FASTER" is submitted
      Then the queue holds the header of order "FASTER"
        | account  | due date  |
        | Customer | in 5 days |

  @FO-11 @installed-base @order-tracking
  Rule: A follow-on order to a transfer leaves the asset at its new address

    Background:
      Given a change order "MOVE" with
        | line | action      | asset | site         |
        | 1    | Move-Add    | HOME  | 7 Church Way |
        | 2    | Move-Delete | HOME  | 12 Mill Lane |
      And the order system has order "MOVE" past its points of no return

    @crm @follow-ons+service-changes
    Example: An asset that was transferred stays at its new address when the follow-on order is complete
      Given a change order "FASTER" with
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 500   | line 1 of MOVE |
      When order "FASTER" is submitted
      And the order system reports of order "MOVE"
        | line | status   |
        | 1    | COMPLETE |
        | 2    | COMPLETE |
      And the order system reports of order "FASTER"
        | line | status   |
        | 1    | COMPLETE |
      Then the customer has the assets
        | asset  | site           | speed |
        | HOME   | 7 Church Way   | 500   |
        | OFFICE | 3 Harbour Road | 100   |
