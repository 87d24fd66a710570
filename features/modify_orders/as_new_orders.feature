Feature: A modify order is fulfilled as a new order
  A change to what a complete order left is a new order. It has no order to wait for, and
  no work to undo.

  Source: Process Sales Order Fulfillment, "About Modify Orders" and table 8-1.

  @MO-04 @oms
  Rule: The order system treats a modify order as a new order

    Background:
      Given the customer has
        | asset | product         | speed |
        | HOME  | Internet Access | 100   |
      And provisioning holds its work

    Example: A modify order is begun at once
      Given a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      When order "FASTER" is submitted
      Then work has started on order "FASTER"
      When provisioning completes order "FASTER"
      Then order "FASTER" is complete

    Example: A modify order does not undo or repeat work of the complete order
      Given a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      When order "FASTER" is submitted
      And provisioning completes order "FASTER"
      Then order "FASTER" is complete
      And provisioning is asked once for line 1 of order "HOLDINGS"

  @MO-05
  Rule: A modify order changes the service and the charge that the earlier order left, and creates no second ones

    Background:
      Given an order "FIRST" with
        | line | action | product         | asset | price list          | speed |
        | 1    | Add    | Internet Access | HOME  | Consumer Price List | 100   |

    @oms
    Example: A modify order changes the existing service and the existing charge
      Given order "FIRST" is submitted and fulfilled
      And a change order "FASTER" with
        | line | action | product         | asset | speed | price list                  |
        | 1    | Update | Internet Access | HOME  | 500   | Premium Consumer Price List |
      When order "FASTER" is submitted and fulfilled
      Then billing has
        | asset | price list                  |
        | HOME  | Premium Consumer Price List |
      And the number of assets charged is one
      And provisioning has
        | asset | speed |
        | HOME  | 500   |

    @integration
    Example: The integration tells billing of the asset that billing charges already
      Given the order system has order "FIRST" and has had it billed
      And a change order "FASTER" with
        | line | action | product         | asset | price list                  |
        | 1    | Update | Internet Access | HOME  | Premium Consumer Price List |
      When order "FASTER" is submitted
      And the order system asks billing for order "FASTER"
        | line | price list                  |
        | 1    | Premium Consumer Price List |
      Then billing has
        | asset | price list                  |
        | HOME  | Premium Consumer Price List |
      And the number of assets charged is one
