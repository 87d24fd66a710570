Feature: A modify order is carried out as a new order
  Once an order is complete, a change to what it left behind is an order of its
  own. It has nothing to wait for, and nothing to undo.

  Source: Process Sales Order Fulfillment, "About Modify Orders" and table 8-1.

  @MO-04
  Rule: The order system treats a modify order as a new order

    Background:
      Given the customer has
        | asset | product         | speed |
        | HOME  | Internet Access | 100   |
      And provisioning holds its work

    @oms
    Example: It is begun at once
      Given a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      When order "FASTER" is submitted
      Then work has started on order "FASTER"
      And order "FASTER" is completed when provisioning completes it

    @oms
    Example: Nothing of the completed order is taken back or done again
      Given a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      When order "FASTER" is submitted
      Then order "FASTER" is completed when provisioning completes it
      And provisioning was asked one time for line 1 of order "HOLDINGS"
