Feature: Drafts about something that has changed meanwhile
  While a user works on a draft, the order or asset that it is about may be cancelled,
  completed, moved or revised. The state at submission counts.

  Source: Process Sales Order Fulfillment, "About Follow-On Orders", "About
  Future-Dated Orders" and "Assumptions and Constraints"; Siebel Order Management
  Guide, "Scenario for Order Management".

  @AC-11 @installed-base @order-tracking @crm
  Rule: A draft for an asset on an open order is submitted only if that order will still bring the asset

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |
      And the order system has order "BASE" past its points of no return
      And a change order "FASTER" with
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 500   | line 1 of BASE |

    @follow-ons+cancellation+drafts
    Example: A draft follow-on order is not submitted once its base order is cancelled
      When the order system reports the status "CANCELLED" of order "BASE"
      And order "FASTER" is submitted
      Then order "FASTER" is not queued
      And the desk objects to order "FASTER"

    @follow-ons+failures+drafts
    Example: A draft follow-on order is not submitted once its base order is refused
      When the order system reports a refusal of order "BASE"
      And order "FASTER" is submitted
      Then order "FASTER" is not queued
      And the desk objects to order "FASTER"

  @TM-04 @installed-base @order-tracking
  Rule: A draft for an asset on an open order becomes a modify order once that asset is installed

    @crm @follow-ons+modify-orders+drafts
    Example: A draft follow-on order depends on nothing once its base order is complete
      Given an order "BASE" with
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |
      And the order system has order "BASE" past its points of no return
      And a change order "FASTER" with
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 500   | line 1 of BASE |
      When the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
      And order "FASTER" is submitted
      Then the queue holds the lines of order "FASTER"
        | line | action | asset | speed | depends on |
        | 1    | Update | HOME  | 500   |            |

  @PD-01 @installed-base @order-tracking @orders-from-profile
  Rule: A draft that was begun from the profile is brought up to date with the customer's assets

    Background:
      Given the customer has
        | asset | product         | site         | speed |
        | HOME  | Internet Access | 12 Mill Lane | 100   |
      And a change order "MOVE" with
        | line | action      | asset | site         |
        | 1    | Move-Add    | HOME  | 7 Church Way |
        | 2    | Move-Delete | HOME  | 12 Mill Lane |

    @crm @service-changes+drafts
    Example: A draft does not move an asset back that was moved meanwhile
      When order "CHANGE" is begun with these assets of the customer
        | asset |
        | HOME  |
      And order "MOVE" is submitted and fulfilled
      And order "CHANGE" is changed as a draft to
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And order "CHANGE" is submitted and fulfilled
      Then line 1 of order "CHANGE" is not queued with site "12 Mill Lane"
      And the customer has the assets
        | asset | site         | speed |
        | HOME  | 7 Church Way | 500   |

  @FD-12 @installed-base @order-tracking
  Rule: Only a submitted due date decides which dated order is later

    Background:
      Given the customer has
        | asset | product         | speed |
        | HOME  | Internet Access | 100   |
      And a change order "LATER" for "in 10 days" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And the order system has order "LATER"

    @crm @dates+drafts
    Example: A due date on a discarded revision does not put its order later
      Given a change order "LATEST" for "in 15 days" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 900   |
      When a user begins to revise order "LATER"
      And a user sets the due date of order "LATER" to "in 20 days" and saves it
      And the latest revision of order "LATER" is discarded
      And order "LATEST" is submitted
      Then the desk lists the projected assets of the customer
        | product         | speed |
        | Internet Access | 900   |

  @SC-05
  Rule: An order that was made from a quote has all values of the quote

    @crm @kept-service-points @service-points+drafts
    Example: A quote's service point is on the order made from it
      Given a quote with
        | line | action | product         | service point |
        | 1    | Add    | Internet Access | Customer      |
        | 2    | Add    | Static Address  |               |
      When the customer accepts the quote
      And the quote becomes an order
      And the order is submitted
      Then the queue holds the lines of the order
        | line | action | product         | service point |
        | 1    | Add    | Internet Access | Customer      |
        | 2    | Add    | Static Address  |               |

  @SC-12
  Rule: An order that needs approval waits for it, also when it was made from a quote

    @crm @quotes-become-orders @approval+drafts
    Example: A quote that the customer accepted is not approved by that
      Given a quote with
        | line | action | product     |
        | 1    | Add    | Leased Line |
      When the customer accepts the quote
      And the quote becomes an order
      And the order is submitted
      Then the order is not released to fulfilment
