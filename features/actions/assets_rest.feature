Feature: Assets that rest, and are used again
  A customer who is away for a while has the service rest and pays less. It is the same
  service that is used again afterwards.

  Source: Process Sales Order Fulfillment, "About Sales Orders", the list of
  line actions.

  @AC-07 @installed-base @order-tracking
  Rule: Suspend sets an asset to Suspended

    Background:
      Given the customer has
        | asset  | product         | site           |
        | HOME   | Internet Access | 12 Mill Lane   |
        | OFFICE | Internet Access | 3 Harbour Road |
      And a change order with
        | line | action  | asset |
        | 1    | Suspend | HOME  |

    @oms @crm
    Example: The asset is suspended, its neighbour is not
      When the order is submitted and fulfilled
      Then the customer has the assets
        | asset  | product         | site           | status    |
        | HOME   | Internet Access | 12 Mill Lane   | Suspended |
        | OFFICE | Internet Access | 3 Harbour Road | Active    |

    @oms
    Example: The suspended asset's service rests
      When the order is submitted and fulfilled
      Then provisioning has
        | asset  | status    |
        | HOME   | suspended |
        | OFFICE | active    |

    @oms
    Example: Until provisioning has suspended it, the asset is active
      Given provisioning holds its work
      When the order is submitted
      Then provisioning is asked at least once for line 1 of the order
      But the customer has the assets
        | product         | site           | status |
        | Internet Access | 12 Mill Lane   | Active |
        | Internet Access | 3 Harbour Road | Active |

    @crm
    Example: Until the order is fulfilled, the CRM shows the asset active
      When the order is submitted
      Then the customer has the assets
        | product         | site           | status |
        | Internet Access | 12 Mill Lane   | Active |
        | Internet Access | 3 Harbour Road | Active |

  @AC-08 @installed-base @order-tracking
  Rule: Resume sets a suspended asset back to Active

    @oms @crm
    Example: The asset is active again, as it was before
      Given the customer has
        | asset | product         | speed |
        | HOME  | Internet Access | 100   |
      And the customer's "HOME" is suspended
      And a change order "BACK" with
        | line | action | asset |
        | 1    | Resume | HOME  |
      When order "BACK" is submitted and fulfilled
      Then the customer has the assets
        | asset | product         | speed | status |
        | HOME  | Internet Access | 100   | Active |

    @oms
    Example: The service is in use again
      Given the customer has
        | asset | product         | speed |
        | HOME  | Internet Access | 100   |
      And the customer's "HOME" is suspended
      And a change order "BACK" with
        | line | action | asset |
        | 1    | Resume | HOME  |
      When order "BACK" is submitted and fulfilled
      Then provisioning has
        | asset | status | speed |
        | HOME  | active | 100   |

    @oms
    Example: An asset can be resumed only where it is suspended
      Given the customer has
        | asset | product         |
        | HOME  | Internet Access |
      And a change order with
        | line | action | asset |
        | 1    | Resume | HOME  |
      When the order is submitted
      Then the order is refused or fallen out
      And the customer has the assets
        | product         | status |
        | Internet Access | Active |

    @crm
    Example: Resuming an active asset brings nothing about
      Given the customer has
        | asset | product         |
        | HOME  | Internet Access |
      And a change order "BACK" with
        | line | action | asset |
        | 1    | Resume | HOME  |
      When order "BACK" is submitted
      Then the customer has the assets
        | product         | status |
        | Internet Access | Active |
