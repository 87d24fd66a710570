Feature: Actions that bring, move and end assets
  Only the actions on order lines change what a customer has. An action that does too much
  or too little costs the customer a service, or charges for a service that is not there.

  Source: Process Sales Order Fulfillment, "About Sales Orders", the list of
  line actions.

  @AC-01 @installed-base @order-tracking @oms
  Rule: Add creates an asset that the customer did not have before

    @crm
    Example: An added product becomes an active asset
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted and fulfilled
      Then the customer has the assets
        | product         | status |
        | Internet Access | Active |

    @crm
    Example: Two lines that add the same product create two assets
      Given an order with
        | line | action | product         | site           |
        | 1    | Add    | Internet Access | 12 Mill Lane   |
        | 2    | Add    | Internet Access | 3 Harbour Road |
      When the order is submitted and fulfilled
      Then the customer has the assets
        | product         | site           |
        | Internet Access | 12 Mill Lane   |
        | Internet Access | 3 Harbour Road |

    Example: An added product is set up and charged
      Given an order with
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |
      When the order is submitted and fulfilled
      Then provisioning has
        | asset | status | speed |
        | HOME  | active | 100   |
      And billing has
        | asset | charge |
        | HOME  | active |

  @AC-02 @installed-base @order-tracking @oms
  Rule: When an asset moves to another address, Move-Add sets it up at the new one

    Background:
      Given the customer has
        | asset | product         | site         | speed |
        | HOME  | Internet Access | 12 Mill Lane | 100   |
      And a change order with
        | line | action      | asset | site           |
        | 1    | Move-Add    | HOME  | 3 Harbour Road |
        | 2    | Move-Delete | HOME  | 12 Mill Lane   |

    @crm
    Example: After a transfer the customer has the asset at the new address
      When the order is submitted and fulfilled
      Then the customer has the assets
        | asset | product         | site           | speed | status |
        | HOME  | Internet Access | 3 Harbour Road | 100   | Active |

    Example: Provisioning has the transferred asset at the new address
      When the order is submitted and fulfilled
      Then provisioning has
        | asset | site           | status |
        | HOME  | 3 Harbour Road | active |

    Example: A transferred asset is charged once and is not sold again
      When the order is submitted and fulfilled
      Then the order is complete
      And billing has
        | asset | charge |
        | HOME  | active |
      And the number of assets charged is one

  @AC-03 @installed-base @order-tracking
  Rule: When an asset moves to another address, Move-Delete removes it from the old one

    Background:
      Given the customer has
        | asset | product         | site         |
        | HOME  | Internet Access | 12 Mill Lane |
      And a change order with
        | line | action      | asset | site           |
        | 1    | Move-Add    | HOME  | 3 Harbour Road |
        | 2    | Move-Delete | HOME  | 12 Mill Lane   |

    @crm
    Example: A line that only took the asset down at the old address does not bring it to the new address
      When the order is submitted
      And the order system reports of the order
        | line | status      |
        | 1    | IN PROGRESS |
        | 2    | COMPLETE    |
      Then the customer has no assets at "3 Harbour Road"

    @oms
    Example: After a transfer provisioning has nothing at the old address
      When the order is submitted and fulfilled
      Then provisioning has nothing of "HOME" at "12 Mill Lane"

    @crm
    Example: After a transfer the CRM shows no asset at the old address
      When the order is submitted and fulfilled
      Then the customer has no assets at "12 Mill Lane"

    @crm
    Example: An asset is at its new address only, though nobody entered the old address
      Given a change order "MOVE" with
        | line | action      | asset | site           |
        | 1    | Move-Add    | HOME  | 3 Harbour Road |
        | 2    | Move-Delete | HOME  |                |
      When order "MOVE" is submitted and fulfilled
      Then the customer has the assets
        | asset | site           |
        | HOME  | 3 Harbour Road |

    @oms @crm
    Example: After a transfer the customer still has the asset
      When the order is submitted and fulfilled
      Then the customer has the assets
        | asset | product         | status |
        | HOME  | Internet Access | Active |

    @oms
    Example: A transferred asset is still charged
      When the order is submitted and fulfilled
      Then billing has
        | asset | charge |
        | HOME  | active |
