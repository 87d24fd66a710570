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
