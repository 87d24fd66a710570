Feature: A modify order is fulfilled as a new order
  Once an order is complete, a change to what it left behind is an order of its
  own. It has nothing to wait for, and nothing to undo.

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

    Example: Nothing of the completed order is taken back or done again
      Given a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      When order "FASTER" is submitted
      And provisioning completes order "FASTER"
      Then order "FASTER" is complete
      And provisioning is asked once for line 1 of order "HOLDINGS"

  @MO-05
  Rule: A modify order changes what the earlier order left at billing and in the network, and doubles nothing

    Background:
      Given an order "FIRST" with
        | line | action | product         | asset | price list          | speed |
        | 1    | Add    | Internet Access | HOME  | Consumer Price List | 100   |

    @oms
    Example: The service and its charge are altered
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
    Example: Billing is told of the asset that it charges already
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
