Feature: Bundles that are installed, revised too late, or removed
  A component of a bundle can be suspended, ended, changed and locked by itself.

  Source: Process Sales Order Fulfillment, "About Sales Orders", "About Modify
  Orders" and "About Supplemental Orders".

  @AC-07 @installed-base @order-tracking
  Rule: Suspending a component leaves its bundle and the other component active

    @crm @bundles+service-changes
    Example: The network address of a bundle is suspended, and its connection stays active
      Given the customer has
        | line | action | product           | asset |
        | 1    | Add    | Home Starter Pack | PACK  |
        | 1.1  | Add    | Internet Access   | HOME  |
        | 1.2  | Add    | Static Address    | FIXED |
      And a change order "PAUSE" with
        | line | action  | asset |
        | 1    | Suspend | FIXED |
      When order "PAUSE" is submitted and fulfilled
      Then the customer has the assets
        | asset | product           | status    |
        | PACK  | Home Starter Pack | Active    |
        | HOME  | Internet Access   | Active    |
        | FIXED | Static Address    | Suspended |

  @AC-07 @installed-base @order-tracking
  Rule: Suspending a bundle leaves its components active

    @crm @bundles+service-changes
    Example: The bundle itself is suspended, and its connection and its network address stay active
      Given the customer has
        | line | action | product           | asset |
        | 1    | Add    | Home Starter Pack | PACK  |
        | 1.1  | Add    | Internet Access   | HOME  |
        | 1.2  | Add    | Static Address    | FIXED |
      And a change order "PAUSE" with
        | line | action  | asset |
        | 1    | Suspend | PACK  |
      When order "PAUSE" is submitted and fulfilled
      Then the customer has the assets
        | asset | product           | status    |
        | PACK  | Home Starter Pack | Suspended |
        | HOME  | Internet Access   | Active    |
        | FIXED | Static Address    | Active    |

  @AC-04 @installed-base @order-tracking
  Rule: Ending a component leaves its bundle and the other component

    @crm @bundles+service-changes
    Example: The network address of a bundle is ended, and bundle and connection stay
      Given the customer has
        | line | action | product           | asset |
        | 1    | Add    | Home Starter Pack | PACK  |
        | 1.1  | Add    | Internet Access   | HOME  |
        | 1.2  | Add    | Static Address    | FIXED |
      And a change order "LESS" with
        | line | action | asset |
        | 1    | Delete | FIXED |
      When order "LESS" is submitted and fulfilled
      Then the customer has the assets
        | asset | product           |
        | PACK  | Home Starter Pack |
        | HOME  | Internet Access   |

  @MO-02 @installed-base @order-tracking
  Rule: Of two equal bundles, only the named component is changed

    @crm @bundles+modify-orders
    Example: An update of the second bundle's component changes no other asset
      Given the customer has
        | line | action | product           | asset  | site           | speed |
        | 1    | Add    | Home Starter Pack | FIRST  | 12 Mill Lane   |       |
        | 1.1  | Add    | Internet Access   | HOME   | 12 Mill Lane   | 100   |
        | 1.2  | Add    | Static Address    | FIXED  | 12 Mill Lane   |       |
        | 2    | Add    | Home Starter Pack | SECOND | 3 Harbour Road |       |
        | 2.1  | Add    | Internet Access   | OFFICE | 3 Harbour Road | 100   |
        | 2.2  | Add    | Static Address    | OTHER  | 3 Harbour Road |       |
      And a change order "FASTER" with
        | line | action | asset  | speed |
        | 1    | Update | OFFICE | 500   |
      When order "FASTER" is submitted and fulfilled
      Then the customer has the assets
        | asset  | product           | speed |
        | FIRST  | Home Starter Pack |       |
        | HOME   | Internet Access   | 100   |
        | FIXED  | Static Address    |       |
        | SECOND | Home Starter Pack |       |
        | OFFICE | Internet Access   | 500   |
        | OTHER  | Static Address    |       |

  @PN-04 @installed-base @order-tracking
  Rule: A revision that comes too late for one component changes no line at all

    @crm @bundles+supplementals+points-of-no-return
    Example: A late revision of connection and address changes neither of them
      Given an order "BASE" with
        | line | action | product           | speed | version |
        | 1    | Add    | Home Starter Pack |       |         |
        | 1.1  | Add    | Internet Access   | 100   |         |
        | 1.2  | Add    | Static Address    |       | v4      |
      And the order system has order "BASE"
      When the order system reports of order "BASE"
        | line | status      | milestone |
        | 1.1  | IN PROGRESS | DESIGNED  |
      And order "BASE" is revised to
        | line | action | product           | speed | version |
        | 1    | Add    | Home Starter Pack |       |         |
        | 1.1  | Add    | Internet Access   | 500   |         |
        | 1.2  | Add    | Static Address    |       | v6      |
      And the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
        | 1.1  | COMPLETE |
        | 1.2  | COMPLETE |
      Then the customer has the assets
        | product           | speed | version |
        | Home Starter Pack |       |         |
        | Internet Access   | 100   |         |
        | Static Address    |       | v4      |

  @RV-03 @revisions-before-submission
  Rule: A bundle that the latest draft leaves out is gone with its components

    @crm @bundles+drafts
    Example: A draft replaces one bundle with another
      Given an order with
        | line | action | product           |
        | 1    | Add    | Home Starter Pack |
        | 1.1  | Add    | Internet Access   |
      When the order is revised before submission to
        | line | action | product             |
        | 2    | Add    | VoIP Service Bundle |
        | 2.1  | Add    | VoIP Access         |
      And the order is submitted
      Then the queue holds the lines of the order
        | line | product             | component of |
        | 2    | VoIP Service Bundle |              |
        | 2.1  | VoIP Access         | 2            |
      And line 1.1 of the order is not queued
