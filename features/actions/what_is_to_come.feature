Feature: Updating an asset that is still on order
  A customer asks for more speed before the connection is installed. Such a change is
  allowed: it is about an asset that an open order will bring.

  Source: Process Sales Order Fulfillment, "About Sales Orders", on Update.

  @AC-06 @installed-base @order-tracking
  Rule: Update may change an asset that was ordered and is not installed yet

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |

    @oms
    Example: An update of an asset on an open order is accepted, and in the end the asset has the new value
      Given order "BASE" is held at provisioning past its points of no return
      And a change order "FASTER" with
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 500   | line 1 of BASE |
      When order "FASTER" is submitted
      And provisioning completes order "BASE"
      And provisioning completes order "FASTER"
      Then order "FASTER" is complete
      And the customer has the assets
        | product         | speed |
        | Internet Access | 500   |

    @oms
    Example: An update of an asset on an open order does not set up a second service
      Given order "BASE" is held at provisioning past its points of no return
      And a change order "FASTER" with
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 500   | line 1 of BASE |
      When order "FASTER" is submitted
      And provisioning completes order "BASE"
      And provisioning completes order "FASTER"
      Then order "FASTER" is complete
      And provisioning has
        | asset | speed |
        | HOME  | 500   |

    @oms
    Example: A revision that updates a line under way leaves that line at its address
      Given an order "SALE" with
        | line | action | product         | asset  | speed | site           |
        | 1    | Add    | Internet Access | OFFICE | 100   | 3 Harbour Road |
      And order "SALE" is held at provisioning
      When order "SALE" is revised to
        | line | action | product         | asset  | speed |
        | 1    | Update | Internet Access | OFFICE | 500   |
      And provisioning completes order "SALE"
      Then provisioning has
        | asset  | site           |
        | OFFICE | 3 Harbour Road |

    @oms @virtual-clock @supplementals+dates
    Example: A revision that updates one value of an order that waits leaves that line its other values
      Given an order "SALE" for "in 1 day" with
        | line | action | product         | asset  | speed | upload |
        | 1    | Add    | Internet Access | OFFICE | 100   | 40     |
      When order "SALE" is submitted
      And order "SALE" is revised to
        | line | action | product         | asset  | speed |
        | 1    | Update | Internet Access | OFFICE | 500   |
      And the clock comes to the due date of order "SALE"
      Then provisioning has
        | asset  | upload |
        | OFFICE | 40     |

    @oms @virtual-clock @supplementals+dates
    Example: A revision that updates a line of an order that waits leaves that line its service point
      Given an order "SALE" for "in 1 day" with
        | line | action | product         | asset  | speed | service point |
        | 1    | Add    | Internet Access | OFFICE | 100   | Sp 0041       |
      When order "SALE" is submitted
      And order "SALE" is revised to
        | line | action | product         | asset  | speed |
        | 1    | Update | Internet Access | OFFICE | 500   |
      And the clock comes to the due date of order "SALE"
      Then provisioning has
        | asset  | service point |
        | OFFICE | Sp 0041       |

    @crm
    Example: The CRM submits an update of an asset on an open order, and in the end the asset has the new value
      Given the order system has order "BASE" past its points of no return
      And a change order "FASTER" with
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 500   | line 1 of BASE |
      When order "FASTER" is submitted
      And the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
      And the order system reports of order "FASTER"
        | line | status   |
        | 1    | COMPLETE |
      Then the customer has the assets
        | product         | speed |
        | Internet Access | 500   |
