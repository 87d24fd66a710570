Feature: Places, priorities and other events
  A waiting order gets a place when another order is complete or cancelled. A failure or a
  repeated message neither frees a place nor takes one, and does not change the sequence.

  Source: Process Sales Order Fulfillment, "Supporting Order Priorities", and Understanding the Provision Order and
  Update Fulfillment Order Business Flows.

  @PR-04 @limited-capacity @oms
  Rule: A place is free once its order is complete or cancelled, and the most urgent waiting order gets it

    Background:
      Given orders held at provisioning take every place
      And these orders are submitted and wait
        | order  | priority |
        | LOW    | Low      |
        | URGENT | Urgent   |

    @priorities+failures
    Example: An order that failed frees its place when it is mended and complete
      Given provisioning cannot do line 1 of order "PLACE0"
      When provisioning completes order "PLACE0"
      And provisioning does line 1 of order "PLACE0" after all
      Then order "PLACE0" is complete
      And work has started on order "URGENT"
      But no work has started on order "LOW"

    @priorities+cancellation
    Example: A waiting order that is cancelled leaves its turn to the next one
      When the CRM cancels order "URGENT"
      And a place becomes free
      Then work has started on order "LOW"
      And no work has started on order "URGENT"

    @priorities+cancellation
    Example: An order that is cancelled during the work frees its place once it is undone
      When the CRM cancels order "PLACE0"
      And provisioning completes all its work for order "PLACE0"
      Then order "PLACE0" is cancelled
      And work has started on order "URGENT"
      But no work has started on order "LOW"
      When provisioning completes each order as it is started
      Then work starts in the sequence "URGENT, LOW"

    @priorities+redelivery @idempotent-delivery
    Example: A waiting order that is delivered again keeps its turn and is begun once
      When every version of order "LOW" is delivered again
      And a place becomes free
      And provisioning completes each order as it is started
      Then work starts in the sequence "URGENT, LOW"
      And provisioning is asked once for line 1 of order "LOW"

    @priorities+redelivery
    Example: An order that is reported complete twice frees one place
      When provisioning completes order "PLACE0"
      And provisioning reports the status "COMPLETE" of line 1 of order "PLACE0"
      Then work has started on order "URGENT"
      But no work has started on order "LOW"

  @PR-08
  Rule: The failure of an urgent order does not interrupt work on other orders

    @oms @priorities+failures @two-places
    Example: A Low order is completed while an urgent one waits to be mended
      Given a small order "CALM" with priority Low is held at provisioning
      And a small order "PRESSING" with priority Urgent is held at provisioning
      And provisioning cannot do line 1 of order "PRESSING"
      When provisioning completes order "PRESSING"
      Then the CRM receives a fallout of line 1 of order "PRESSING"
      When provisioning completes order "CALM"
      Then order "CALM" is complete

  @UF-07
  Rule: An assigned value is reported for its own order, whatever that order's priority is

    @oms @priorities+filled-in-data @two-places
    Example: A value of a Low order does not reach an urgent order for the same product
      Given a small order "CALM" with priority Low is held at provisioning
      And a small order "PRESSING" with priority Urgent is held at provisioning
      When provisioning reports the value "40" of "upload" of line 1 of order "CALM"
      Then the CRM receives the value "40" of "upload" of line 1 of order "CALM"
      But the CRM does not receive the value "40" of "upload" of line 1 of order "PRESSING"

  @PV-11 @limited-capacity
  Rule: An order that waited for a place is provisioned at its own service point

    Background:
      Given an order "CALM" with
        | line | action | product         | asset | service point |
        | 1    | Add    | Internet Access | HOME  | Sp 0041       |
      And an order "PRESSING" with
        | line | action | product         | asset  | service point |
        | 1    | Add    | Internet Access | OFFICE | Sp 0042       |
      And order "PRESSING" has priority Urgent

    @oms @priorities+service-points
    Example: Two orders that start in another sequence are each set up at their own service point
      Given orders held at provisioning take every place
      When order "CALM" is submitted
      And order "PRESSING" is submitted
      And a place becomes free
      And provisioning completes each order as it is started
      Then work starts in the sequence "PRESSING, CALM"
      And provisioning has
        | asset  | service point |
        | HOME   | Sp 0041       |
        | OFFICE | Sp 0042       |
