Feature: Assets that are suspended and resumed
  A customer who is away for a while has the service suspended and pays less. After the
  return the customer uses the same service again.

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
    Example: Suspend sets the asset that it names to Suspended and leaves the other asset active
      When the order is submitted and fulfilled
      Then the customer has the assets
        | asset  | product         | site           | status    |
        | HOME   | Internet Access | 12 Mill Lane   | Suspended |
        | OFFICE | Internet Access | 3 Harbour Road | Active    |

    @oms
    Example: Provisioning has the suspended asset as suspended
      When the order is submitted and fulfilled
      Then provisioning has
        | asset  | status    |
        | HOME   | suspended |
        | OFFICE | active    |

    @oms
    Example: The asset is active until provisioning has suspended it
      Given provisioning holds its work
      When the order is submitted
      Then provisioning is asked at least once for line 1 of the order
      But the customer has the assets
        | product         | site           | status |
        | Internet Access | 12 Mill Lane   | Active |
        | Internet Access | 3 Harbour Road | Active |

    @crm
    Example: The CRM shows the asset as active until the order is fulfilled
      When the order is submitted
      Then the customer has the assets
        | product         | site           | status |
        | Internet Access | 12 Mill Lane   | Active |
        | Internet Access | 3 Harbour Road | Active |

  @AC-08 @installed-base @order-tracking
  Rule: Resume sets a suspended asset back to Active

    @oms @crm
    Example: A resumed asset is active again and has the values that it had before
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
    Example: Provisioning has the resumed asset as active
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
    Example: A Resume line for an active asset is refused
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

    @oms
    Example: An active asset is not resumed because another asset of its product is suspended
      Given the customer has
        | asset  | product         |
        | HOME   | Internet Access |
        | OFFICE | Internet Access |
      And a change order "PAUSE" with
        | line | action  | asset |
        | 1    | Suspend | HOME  |
      And a change order "BACK" with
        | line | action | asset  |
        | 1    | Resume | OFFICE |
      When order "PAUSE" is submitted and fulfilled
      And order "BACK" is submitted
      Then order "BACK" is refused or fallen out

    @crm
    Example: A Resume line for an active asset leaves the customer's assets unchanged
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
