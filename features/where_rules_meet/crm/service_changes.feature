Feature: Transfers, suspensions and disconnections that are dated, failed or reported twice
  An asset stays where it is and as it is until the order system reports the completion. A
  date that has come does not suspend it, and an order that fell out does not either.

  Source: Process Sales Order Fulfillment, "About Sales Orders", the list of line
  actions, and "About Future-Dated Orders".

  Background:
    Given the customer has
      | asset | product         | site           | speed | version |
      | HOME  | Internet Access | 12 Mill Lane   | 100   |         |
      | FIXED | Static Address  | 3 Harbour Road |       | v4      |

  @FD-05 @installed-base @order-tracking
  Rule: A planned transfer is shown in the projection, and the asset is still at its old address

    @crm @service-changes+dates
    Example: The projection shows an asset at its future address
      Given a change order "MOVE" for "in 5 days" with
        | line | action      | asset | site         |
        | 1    | Move-Add    | HOME  | 7 Church Way |
        | 2    | Move-Delete | HOME  | 12 Mill Lane |
      When order "MOVE" is submitted
      Then the desk lists the projected assets of the customer
        | product         | site           | speed |
        | Internet Access | 7 Church Way   | 100   |
        | Static Address  | 3 Harbour Road |       |
      But the customer has the assets
        | asset | site           | speed |
        | HOME  | 12 Mill Lane   | 100   |
        | FIXED | 3 Harbour Road |       |

  @AC-07 @installed-base @order-tracking @crm
  Rule: A suspension counts when it is complete, and not when it is due or has failed

    @virtual-clock @service-changes+dates
    Example: The date of a planned suspension does not suspend the asset by itself
      Given a change order "PAUSE" for "in 5 days" with
        | line | action  | asset |
        | 1    | Suspend | HOME  |
      When order "PAUSE" is submitted
      And the clock comes to the due date of order "PAUSE"
      Then the customer has the assets
        | asset | status |
        | HOME  | Active |
        | FIXED | Active |
      When the order system reports of order "PAUSE"
        | line | status   |
        | 1    | COMPLETE |
      Then the customer has the assets
        | asset | status    |
        | HOME  | Suspended |
        | FIXED | Active    |

    @service-changes+failures
    Example: A suspension that fell out suspends the asset only when it is complete
      Given a change order "PAUSE" with
        | line | action  | asset |
        | 1    | Suspend | HOME  |
      When order "PAUSE" is submitted
      And the order system reports a fallout of line 1 of order "PAUSE"
      Then the customer has the assets
        | asset | status |
        | HOME  | Active |
        | FIXED | Active |
      When the order system reports of order "PAUSE"
        | line | status   |
        | 1    | COMPLETE |
      Then the customer has the assets
        | asset | status    |
        | HOME  | Suspended |
        | FIXED | Active    |

  @AC-04 @installed-base @order-tracking
  Rule: A disconnection counts when it is complete, and not when it has failed

    @crm @service-changes+failures
    Example: A disconnection that fell out ends the asset only when it is complete
      Given a change order "LEAVE" with
        | line | action | asset |
        | 1    | Delete | HOME  |
      When order "LEAVE" is submitted
      And the order system reports a fallout of line 1 of order "LEAVE"
      Then the customer has the assets
        | asset | speed |
        | HOME  | 100   |
        | FIXED |       |
      When the order system reports of order "LEAVE"
        | line | status   |
        | 1    | COMPLETE |
      Then the customer has the assets
        | asset |
        | FIXED |

  @AC-08 @installed-base @order-tracking
  Rule: A repeated report about an earlier change does not undo a later one

    @crm @service-changes+redelivery
    Example: A suspension that is reported complete again does not suspend a resumed asset
      Given the customer's "HOME" is suspended
      And a change order "BACK" with
        | line | action | asset |
        | 1    | Resume | HOME  |
      And order "BACK" is submitted and fulfilled
      When the order system reports of order "SUSPEND-HOME"
        | line | status   |
        | 1    | COMPLETE |
      Then the customer has the assets
        | asset | status |
        | HOME  | Active |
        | FIXED | Active |
