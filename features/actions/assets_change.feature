Feature: Actions that change assets
  A customer who asks for more speed wants to keep everything else. An order system that
  replaces the service where it should change one value loses what the customer has.

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
    Example: An update changes the value on the line and keeps the asset's other values
      When the order is submitted and fulfilled
      Then the customer has the assets
        | asset | product         | speed | upload | status |
        | HOME  | Internet Access | 500   | 20     | Active |

    Example: An update alters the existing service and sets up no second one
      When the order is submitted and fulfilled
      Then provisioning has
        | asset | speed | upload | status |
        | HOME  | 500   | 20     | active |

    Example: An update changes only the asset that it names, though another asset is of the same product
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

    Example: An updated asset is charged once, as before
      When the order is submitted and fulfilled
      Then billing has
        | asset | charge |
        | HOME  | active |
      And the number of assets charged is one
