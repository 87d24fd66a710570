Feature: How an asset ends
  A customer who has ended a service must not be charged for it any longer, and nobody
  must find it still working.

  Source: Process Sales Order Fulfillment, "About Sales Orders", the list of
  line actions.

  @AC-04 @installed-base
  Rule: Delete ends the asset that the line names

    @oms @crm @order-tracking
    Example: Delete ends the asset that it names and leaves the other asset active
      Given the customer has
        | asset  | product         | site           |
        | HOME   | Internet Access | 12 Mill Lane   |
        | OFFICE | Internet Access | 3 Harbour Road |
      And a change order with
        | line | action | asset |
        | 1    | Delete | HOME  |
      When the order is submitted and fulfilled
      Then the customer has the assets
        | product         | site           | status |
        | Internet Access | 3 Harbour Road | Active |

    @oms
    Example: A deleted asset is taken down and no longer charged
      Given the customer has
        | asset | product         |
        | HOME  | Internet Access |
      And a change order with
        | line | action | asset |
        | 1    | Delete | HOME  |
      When the order is submitted and fulfilled
      Then provisioning has nothing of "HOME"
      And billing has
        | asset | charge |
        | HOME  | none   |

    @oms
    Example: A suspended asset that is deleted is taken down and no longer charged
      Given the customer has
        | asset | product         |
        | HOME  | Internet Access |
      And the customer's "HOME" is suspended
      And a change order with
        | line | action | asset |
        | 1    | Delete | HOME  |
      When the order is submitted and fulfilled
      Then provisioning has nothing of "HOME"
      And billing has
        | asset | charge |
        | HOME  | none   |

    @oms @crm
    Example: A Delete line for an asset that nobody knows is refused
      Given a change order with
        | line | action | asset    |
        | 1    | Delete | UNLISTED |
      When the order is submitted
      Then the order is refused or fallen out

    @crm @order-tracking
    Example: A late report about an earlier order does not bring a deleted asset back
      Given an order "FIRST" with
        | line | action | product         | asset |
        | 1    | Add    | Internet Access | HOME  |
      And order "FIRST" is submitted and fulfilled
      And a change order "LEAVE" with
        | line | action | asset |
        | 1    | Delete | HOME  |
      When order "LEAVE" is submitted and fulfilled
      And the order system reports of order "FIRST"
        | line | status   |
        | 1    | COMPLETE |
      Then the customer has no assets
