Feature: Earlier versions that are delivered again while an order waits
  An order that waits for its base line or for a place may be revised. Its newest version
  is begun in the end, even if an earlier one was delivered last.

  Source: Process Sales Order Fulfillment, "About Supplemental Orders", "About Follow-On Orders" and "Supporting Order
  Priorities".

  @SU-11 @idempotent-delivery
  Rule: The newest version of a follow-on order is begun, whichever version was delivered last

    Background:
      Given an order "BASE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And order "BASE" is held at provisioning past its points of no return

    @oms @supplementals+follow-ons+redelivery @revisable-follow-ons
    Example: A revised follow-on order is begun with its new value, though its first version comes again
      When a small order "NEXT" that depends on line 1 of order "BASE" is submitted
      And order "NEXT" is revised to
        | line | action | product         | asset | speed | depends on     |
        | 1    | Add    | Internet Access | HOME  | 500   | line 1 of BASE |
      And every version of order "NEXT" but the last is delivered again
      And provisioning completes order "BASE"
      Then work has started on order "NEXT"
      And provisioning receives the value "500" of "speed" of line 1 of order "NEXT"

  @PR-05 @idempotent-delivery
  Rule: The newest version of an order that waits for a place is begun, whichever was delivered last

    @oms @supplementals+priorities+redelivery @limited-capacity
    Example: A revised order that waits for a place is begun as revised, though its first version comes again
      Given orders held at provisioning take every place
      And these orders are submitted and wait
        | order | priority |
        | NEXT  | Low      |
      When order "NEXT" is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 500   |
      And every version of order "NEXT" but the last is delivered again
      And a place becomes free
      And provisioning completes each order as it is started
      Then provisioning has
        | asset | speed |
        | HOME  | 500   |
