Feature: Second failures and refused versions
  A mended line may fail again. A refused version has no effect on later work.

  Source: Understanding the Provision Order and Update Fulfillment Order Business Flows, "About the Provision Order
  Business Flow"; Process Sales Order Fulfillment, "About Sales Orders" and "About Supplemental Orders".

  @PV-15 @oms @billing-after-provisioning @cancel-message
  Rule: A line that a cancel cannot undo is reported as failed

    Background:
      Given an order "BASE" with
        | line | action | product        | asset |
        | 1    | Add    | Static Address | FIXED |
        | 2    | Add    | VoIP Voicemail | VOICE |
      And order "BASE" is held at provisioning
      And provisioning has set up line 1 of order "BASE", which is not billed yet

    @failures+cancellation @whole-lines
    Example: A line whose removal fails falls out, and its order is not cancelled yet
      When provisioning cannot do line 1 of order "BASE"
      And the CRM cancels order "BASE"
      And provisioning completes all its work for order "BASE"
      Then the CRM receives a fallout of line 1 of order "BASE"
      And order "BASE" is not cancelled yet

  @PN-04 @virtual-clock
  Rule: A refused version does not change the priority of later work

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | speed | due date  |
        | 1    | Add    | Internet Access | HOME  | 100   |           |
        | 2    | Add    | Static Address  | FIXED |       | in 5 days |
      And order "BASE" has priority Low
      And order "BASE" is held at provisioning past its points of no return

    @oms @line-dates-on @supplementals+points-of-no-return+priorities
    Example: A dated line keeps the priority of the accepted version
      When order "BASE" has priority Urgent
      And order "BASE" is revised to
        | line | action | product         | asset | speed | due date  |
        | 1    | Add    | Internet Access | HOME  | 500   |           |
        | 2    | Add    | Static Address  | FIXED |       | in 5 days |
      Then the revision of order "BASE" is refused
      When a week passes
      And provisioning completes all its work for order "BASE"
      Then provisioning is told of order "BASE"
        | line | priority |
        | 2    | Low      |

  @PR-04 @limited-capacity
  Rule: A refused version does not change the turn of a waiting order

    Background:
      Given orders held at provisioning take every place
      And these orders are submitted and wait
        | order  | priority |
        | LOW    | Low      |
        | MEDIUM | Medium   |

    @oms @supplementals+priorities
    Example: A waiting order whose urgent version is refused keeps its turn
      When order "LOW" has priority Urgent
      And order "LOW" is revised to
        | line | action  | product         | asset |
        | 1    | Replace | Internet Access | HOME  |
      Then the revision of order "LOW" is refused
      When a place becomes free
      Then work has started on order "MEDIUM"
      But no work has started on order "LOW"

  @SU-05 @oms @restartable
  Rule: A version that was taken in is still known after a breakdown, though its order is complete

    @supplementals+redelivery+restarts @idempotent-delivery
    Example: The versions of a complete order that come again after a breakdown are not refused
      Given an order "BASE" with
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |
      And order "BASE" is held at provisioning
      When order "BASE" is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 500   |
      And provisioning completes order "BASE"
      And order management breaks down and is started again
      And everything is delivered again
      Then nothing is handed on a second time

  @AC-08 @oms @restartable
  Rule: An order that was refused stays refused when it is delivered again after a breakdown

    Background:
      Given the customer has
        | product         | asset |
        | Internet Access | HOME  |
      And a change order "WAKE" with
        | line | action | asset |
        | 1    | Resume | HOME  |
      And a change order "PAUSE" with
        | line | action  | asset |
        | 1    | Suspend | HOME  |

    @service-changes+redelivery+restarts @idempotent-delivery
    Example: A service that was suspended later is not resumed by an order that was refused before
      When order "WAKE" is submitted
      And order "PAUSE" is submitted
      And order management breaks down and is started again
      And everything is delivered again
      Then no work has started on order "WAKE"
