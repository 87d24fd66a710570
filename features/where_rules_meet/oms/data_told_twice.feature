Feature: Values and service points, told by several and told again
  Several lines may be about one product, at several service points. Each is told its own values, as they were told
  last; and what was told or ordered before does not come back because it is delivered once more.

  Source: Understanding the Provision Order and Update Fulfillment Order Business Flows, "About the Update Fulfillment
  Order Business Flow", and Process Sales Order Fulfillment, "Assumptions and Constraints".

  @UF-07 @oms
  Rule: Values are told of the line, as provisioning told them, whatever its product and its service point

    Background:
      Given an order with
        | line | action | product     | asset | service point |
        | 1    | Add    | VoIP Access | VOICE | Sp 0041       |
        | 2    | Add    | VoIP Access | OTHER | Sp 0042       |
      And the order is held at provisioning

    @filled-in-data+service-points @two-phase-billing
    Example: A number that is filled in at one service point is not that of the other
      When provisioning reports the value "020 7946 0123" of "number" of line 2 of the order
      And provisioning completes the order
      Then billing receives the value "020 7946 0123" of "number" of line 2 of the order
      But the CRM does not receive the value "020 7946 0123" of "number" of line 1 of the order

    @filled-in-data+service-points
    Example: A service point that provisioning found is told as it was found, not as it was ordered
      When provisioning reports the value "Sp 0043" of "service point" of line 1 of the order
      Then the CRM receives the value "Sp 0043" of "service point" of line 1 of the order
      But the CRM does not receive the value "Sp 0041" of "service point" of line 1 of the order

    @filled-in-data+redelivery @idempotent-delivery @two-phase-billing
    Example: Of two values the later one counts, though the earlier one is delivered again
      When provisioning reports the value "020 7946 0123" of "number" of line 1 of the order
      And provisioning reports the value "020 7946 0456" of "number" of line 1 of the order
      And everything is delivered again
      Then nothing comes of it
      When provisioning completes the order
      Then billing receives the value "020 7946 0456" of "number" of line 1 of the order

  @PV-11 @idempotent-delivery @oms
  Rule: An order that is delivered again does not bring a service back to the service point that it named

    @modify-orders+service-points+redelivery
    Example: The sale is delivered again after another order has brought the service elsewhere
      Given an order "SALE" with
        | line | action | product         | asset | speed | service point |
        | 1    | Add    | Internet Access | HOME  | 100   | Sp 0041       |
      And order "SALE" is submitted and fulfilled
      And a change order "OTHER" with
        | line | action | asset | speed | service point |
        | 1    | Update | HOME  | 500   | Sp 0042       |
      When order "OTHER" is submitted and fulfilled
      And everything is delivered again
      Then nothing comes of it

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
