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
