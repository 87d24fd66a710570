Feature: Planned orders and drafts beside installed assets
  A planned order does not change what the customer has, and a draft does not change any
  order. Whoever looks at assets or begins an order sees the present state.

  Source: Process Sales Order Fulfillment, "About Future-Dated Orders" and "About
  Follow-On Orders"; Siebel Order Management Guide, "Scenario for Order Management".

  Background:
    Given the customer has
      | asset | product         | site         | speed |
      | HOME  | Internet Access | 12 Mill Lane | 100   |

  @FD-05 @installed-base @order-tracking
  Rule: A dated order changes the projection of the asset that it names

    @crm @modify-orders+dates
    Example: Of two equal assets, only the one that a dated order names is projected with a new value
      Given an order "SOLD" with
        | line | action | product         | asset  | site           | speed |
        | 1    | Add    | Internet Access | OFFICE | 3 Harbour Road | 100   |
      And order "SOLD" is submitted and fulfilled
      And a change order "LATER" for "in 10 days" with
        | line | action | asset  | speed |
        | 1    | Update | OFFICE | 500   |
      When order "LATER" is submitted
      Then the desk lists the projected assets of the customer
        | product         | site           | speed |
        | Internet Access | 12 Mill Lane   | 100   |
        | Internet Access | 3 Harbour Road | 500   |

  @AS-04 @installed-base @order-tracking
  Rule: The service profile shows the installed assets, and not what is planned

    @crm @service-changes+dates
    Example: An asset that will be disconnected later is in the service profile until then
      Given a change order "LEAVE" for "in 10 days" with
        | line | action | asset |
        | 1    | Delete | HOME  |
      When order "LEAVE" is submitted
      Then the desk lists the service profile of the customer
        | product         | speed | status |
        | Internet Access | 100   | Active |

  @FD-05 @installed-base @order-tracking
  Rule: A disconnection for today does not wait for an order that is planned for later

    @crm @service-changes+dates
    Example: A disconnection for today does not depend on a planned suspension
      Given a change order "PAUSE" for "in 10 days" with
        | line | action  | asset |
        | 1    | Suspend | HOME  |
      And a change order "LEAVE" with
        | line | action | asset |
        | 1    | Delete | HOME  |
      When order "PAUSE" is submitted
      And order "LEAVE" is submitted
      Then line 1 of order "LEAVE" is not queued with depends on "line 1 of PAUSE"

  @SC-16 @installed-base @order-tracking
  Rule: An order that is begun from the profile starts from the assets of today

    @crm @dates+drafts
    Example: A value that is planned for later is not in an order that is begun today
      Given a change order "LATER" for "in 10 days" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      When order "LATER" is submitted
      And order "CHANGE" is begun with these assets of the customer
        | asset |
        | HOME  |
      Then the desk shows the lines of order "CHANGE"
        | line | asset | product         | speed |
        | 1    | HOME  | Internet Access | 100   |

  @TM-07 @installed-base @order-tracking
  Rule: Revising a draft does not make it a change order

    @crm @dates+drafts
    Example: A new dated order that was revised as a draft is still a new order
      Given an order "LATER" for "in 10 days" with
        | line | action | product        |
        | 1    | Add    | Static Address |
      When order "LATER" is revised before submission to
        | line | action | product        |
        | 1    | Add    | Static Address |
        | 2    | Add    | VoIP Voicemail |
      And order "LATER" is submitted
      Then order "LATER" is queued once
      And the desk shows order "LATER" with category "new order"

  @FO-10 @installed-base @order-tracking
  Rule: Only a draft revision of the base order itself stands against a follow-on order

    Background:
      Given an order "BASE" with
        | line | action | product        | asset |
        | 1    | Add    | Static Address | FIXED |
      And the order system has order "BASE" past its points of no return
      And an order "OTHER" with
        | line | action | product        |
        | 1    | Add    | VoIP Voicemail |

    @crm @follow-ons+drafts
    Example: A draft revision of another order does not stand against a follow-on order
      Given the order system has order "OTHER"
      When a user begins to revise order "OTHER"
      And a user submits order "NEWER" to set "version" to "v6" on the projected asset of line 1 of order "BASE"
      Then order "NEWER" is queued once
      And order "OTHER" is queued once

  @AC-10 @installed-base @order-tracking
  Rule: A transfer with a failed half is complete when that half is mended

    @crm @service-changes+failures
    Scenario Outline: The asset is at its new address once <half> is mended
      Given a change order "MOVE" with
        | line | action      | asset | site         |
        | 1    | Move-Add    | HOME  | 7 Church Way |
        | 2    | Move-Delete | HOME  | 12 Mill Lane |
      When order "MOVE" is submitted
      And the order system reports of order "MOVE"
        | line | status   |
        | 1    | <first>  |
        | 2    | <second> |
      And the order system reports of order "MOVE"
        | line   | status   |
        | <line> | COMPLETE |
      Then the customer has the assets
        | asset | site         | speed |
        | HOME  | 7 Church Way | 100   |

      Examples:
        | half        | first    | second   | line |
        | Move-Add    | FAILED   | COMPLETE | 1    |
        | Move-Delete | COMPLETE | FAILED   | 2    |
