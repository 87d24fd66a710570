Feature: Dated orders with assigned values, service points and repeated messages
  An order may wait for a month. Its latest version counts then, values reported for its
  other lines stay, and a message that comes twice makes no second order.

  Source: Process Sales Order Fulfillment, "About Future-Dated Orders" and "Assumptions and Constraints", and
  Understanding the Provision Order and Update Fulfillment Order Business Flows.

  @UF-07 @virtual-clock @oms @billing-after-provisioning
  Rule: A value of one line is kept when the date of another line comes

    @dates+filled-in-data @line-dates-on @billing-grain-line
    Example: A value from before another line's date reaches billing after it
      Given an order "MIXED" with
        | line | action | product        | due date  |
        | 1    | Add    | VoIP Access    |           |
        | 2    | Add    | Static Address | in 5 days |
      And order "MIXED" is held at provisioning
      When provisioning reports the value "020 7946 0123" of "number" of line 1 of order "MIXED"
      And a week passes
      And provisioning completes line 1 of order "MIXED"
      Then billing receives the value "020 7946 0123" of "number" of line 1 of order "MIXED"

    @supplementals+dates+filled-in-data
    Example: A new date that comes too late does not remove an assigned value
      Given an order "MOVE" with
        | line | action | product     | asset |
        | 1    | Add    | VoIP Access | VOICE |
      And order "MOVE" is held at provisioning
      When provisioning reports the value "020 7946 0123" of "number" of line 1 of order "MOVE"
      And order "MOVE" is revised for "in 20 days" to
        | line | action | product     | asset |
        | 1    | Add    | VoIP Access | VOICE |
      And provisioning completes order "MOVE"
      Then billing receives the value "020 7946 0123" of "number" of line 1 of order "MOVE"

  @PV-11 @virtual-clock @oms
  Rule: Each line of a dated order is provisioned at the service point that it names at its date

    @supplementals+dates+service-points
    Example: A service point that was changed while the order waited counts
      Given an order "DATED" for "in 5 days" with
        | line | action | product         | asset | service point |
        | 1    | Add    | Internet Access | HOME  | Sp 0041       |
      When order "DATED" is submitted
      And order "DATED" is revised to
        | line | action | product         | asset | service point |
        | 1    | Add    | Internet Access | HOME  | Sp 0042       |
      And the clock comes to the due date of order "DATED"
      Then provisioning has
        | asset | service point |
        | HOME  | Sp 0042       |

    @dates+service-points @line-dates-on
    Example: A later line is set up at its own service point, and not at the earlier line's
      Given an order "MIXED" with
        | line | action | product         | asset | service point | due date  |
        | 1    | Add    | Internet Access | HOME  | Sp 0041       |           |
        | 2    | Add    | Internet Access | OTHER | Sp 0042       | in 5 days |
      When order "MIXED" is submitted
      And a week passes
      Then provisioning has
        | asset | service point |
        | HOME  | Sp 0041       |
        | OTHER | Sp 0042       |

  @FD-04 @virtual-clock @idempotent-delivery @oms
  Rule: A dated order that is delivered twice is one order with one date

    Background:
      Given an order "DATED" for "in 5 days" with
        | line | action | product         | asset |
        | 1    | Add    | Internet Access | HOME  |

    @dates+redelivery
    Example: A dated order that is delivered again before its date is fulfilled once
      When order "DATED" is submitted
      And every version of order "DATED" is delivered again
      And the clock comes to the due date of order "DATED"
      Then order "DATED" is complete
      And provisioning is asked once for line 1 of order "DATED"

    @dates+redelivery
    Example: A dated order that is delivered again after its date is not fulfilled again
      When order "DATED" is submitted
      And the clock comes to the due date of order "DATED"
      And every version of order "DATED" is delivered again
      And a week passes
      Then order "DATED" is complete
      And provisioning is asked once for line 1 of order "DATED"

  @DD-03 @virtual-clock @idempotent-delivery
  Rule: An earlier version that is delivered again does not bring its date back

    @oms @supplementals+dates+redelivery
    Example: No work begins at the date of an earlier version that is delivered again
      Given an order "DATED" for "in 5 days" with
        | line | action | product         | asset |
        | 1    | Add    | Internet Access | HOME  |
      When order "DATED" is submitted
      And order "DATED" is revised to the due date "in 20 days"
      And every version of order "DATED" but the last is delivered again
      And the clock comes to a minute before the due date of order "DATED"
      Then no work has started on order "DATED"

  @SU-05 @virtual-clock @oms
  Rule: A line that is put back without its date is a new line, and its earlier date begins nothing

    @supplementals+dates @line-dates-on
    Example: A dated line that is left out and put back without a date is set up and billed once
      Given an order "MIXED" with
        | line | action | product        | asset | due date  |
        | 1    | Add    | VoIP Access    | VOICE |           |
        | 2    | Add    | Static Address | FIXED | in 5 days |
      And order "MIXED" is held at provisioning
      When order "MIXED" is revised to
        | line | action | product     | asset |
        | 1    | Add    | VoIP Access | VOICE |
      And order "MIXED" is revised to
        | line | action | product        | asset |
        | 1    | Add    | VoIP Access    | VOICE |
        | 2    | Add    | Static Address | FIXED |
      And provisioning completes order "MIXED"
      And a week passes
      Then provisioning is asked once for line 2 of order "MIXED"
