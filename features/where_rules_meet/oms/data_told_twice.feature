Feature: Values and service points that are reported again
  Several lines may be for one product at several service points. Each line gets its own
  values, as they were reported last. A repeated message does not bring an old value back.

  Source: Understanding the Provision Order and Update Fulfillment Order Business Flows, "About the Update Fulfillment
  Order Business Flow", and Process Sales Order Fulfillment, "Assumptions and Constraints".

  @UF-07 @oms
  Rule: A value is reported for its line as provisioning told it, whatever product and service point the line has

    Background:
      Given an order with
        | line | action | product     | asset | service point |
        | 1    | Add    | VoIP Access | VOICE | Sp 0041       |
        | 2    | Add    | VoIP Access | OTHER | Sp 0042       |
      And the order is held at provisioning

    @filled-in-data+service-points @billing-after-provisioning
    Example: A number that is assigned at one service point does not reach the line at the other
      When provisioning reports the value "020 7946 0123" of "number" of line 2 of the order
      And provisioning completes the order
      Then billing receives the value "020 7946 0123" of "number" of line 2 of the order
      But the CRM does not receive the value "020 7946 0123" of "number" of line 1 of the order

    @filled-in-data+service-points
    Example: A service point that provisioning found is reported instead of the ordered one
      When provisioning reports the value "Sp 0043" of "service point" of line 1 of the order
      Then the CRM receives the value "Sp 0043" of "service point" of line 1 of the order
      But the CRM does not receive the value "Sp 0041" of "service point" of line 1 of the order

    @filled-in-data+redelivery @idempotent-delivery @billing-after-provisioning
    Example: The later of two values counts, though the earlier one is delivered again
      When provisioning reports the value "020 7946 0123" of "number" of line 1 of the order
      And provisioning reports the value "020 7946 0456" of "number" of line 1 of the order
      And everything is delivered again
      Then nothing is handed on a second time
      When provisioning completes the order
      Then billing receives the value "020 7946 0456" of "number" of line 1 of the order

  @PV-11 @idempotent-delivery @oms
  Rule: An order that is delivered again does not move a service back to its old service point

    @modify-orders+service-points+redelivery
    Example: The first order is delivered again after another order moved the service
      Given an order "SALE" with
        | line | action | product         | asset | speed | service point |
        | 1    | Add    | Internet Access | HOME  | 100   | Sp 0041       |
      And order "SALE" is submitted and fulfilled
      And a change order "OTHER" with
        | line | action | asset | speed | service point |
        | 1    | Update | HOME  | 500   | Sp 0042       |
      When order "OTHER" is submitted and fulfilled
      And everything is delivered again
      Then nothing is handed on a second time

    @supplementals+service-points+redelivery
    Example: An earlier version is delivered again after a revision named another service point
      Given an order "SALE" with
        | line | action | product         | asset | speed | service point |
        | 1    | Add    | Internet Access | HOME  | 100   | Sp 0041       |
      And order "SALE" is held at provisioning
      When order "SALE" is revised to
        | line | action | product         | asset | speed | service point |
        | 1    | Add    | Internet Access | HOME  | 500   | Sp 0042       |
      And every version of order "SALE" but the last is delivered again
      And provisioning completes order "SALE"
      Then provisioning has
        | asset | speed | service point |
        | HOME  | 500   | Sp 0042       |
