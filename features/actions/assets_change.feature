Feature: Actions that change assets
  A customer who asks for more speed wants to keep everything else; one who goes
  abroad wants the line to rest, not to end. An order system that rebuilds where
  it should alter loses what the customer has.

  Source: Process Sales Order Fulfillment, "About Sales Orders", the list of
  line actions.

  @AC-05 @installed-base @order-tracking @oms
  Rule: Update changes an attribute of an asset and leaves the others as they are

    Background:
      Given the customer has
        | asset | product         | speed | upload |
        | HOME  | Internet Access | 100   | 20     |
      And a change order with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |

    @crm
    Example: The customer's asset has the new value, and the old one of what was not mentioned
      When the order is submitted and fulfilled
      Then the customer has the assets
        | asset | product         | speed | upload | status |
        | HOME  | Internet Access | 500   | 20     | Active |

    Example: The service that is set up is altered, not replaced
      When the order is submitted and fulfilled
      Then provisioning has
        | asset | speed | upload | status |
        | HOME  | 500   | 20     | active |

    Example: Of two assets that are alike, the named one is altered
      Given an order "MORE" with
        | line | action | product         | asset  | speed |
        | 1    | Add    | Internet Access | OFFICE | 100   |
      And order "MORE" is submitted and fulfilled
      And a change order "LATTER" with
        | line | action | asset  | speed |
        | 1    | Update | OFFICE | 500   |
      When order "LATTER" is submitted and fulfilled
      Then provisioning has
        | asset  | speed |
        | HOME   | 100   |
        | OFFICE | 500   |

    Example: The altered asset is charged once, as before
      When the order is submitted and fulfilled
      Then billing has
        | asset | charge |
        | HOME  | active |
      And the number of assets charged is one

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
    Example: An asset that is not suspended cannot be resumed
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
    Example: Resuming what is not suspended brings nothing about
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
