@oms @restartable
Feature: Breakdowns of order management while orders are being worked on
  The power fails in the middle of a working day. Some orders are half done, others wait.
  After the restart order management goes on where it was: nothing is lost, nothing is
  begun too early, and nothing is done twice.

  Source: Process Sales Order Fulfillment, "About Sales Orders", "About Supplemental Orders",
  "About Follow-On Orders" and "Specifying Different Price Lists on New Orders".

  Background:
    Given an order "BASE" on the "Household Price List" with
      | line | action | product             | asset  | speed | price list                  | service point |
      | 1    | Add    | Internet Access     | HOME   | 100   |                             | Customer      |
      | 2    | Add    | Static Address      | FIXED  |       | Premium Consumer Price List | Neighbour     |
      | 3    | Add    | VoIP Service Bundle | BUNDLE |       | Consumer Price List         | Customer      |
      | 3.1  | Add    | VoIP Access         | VOICE  |       |                             | Customer      |

  @UF-06
  Rule: After a breakdown an order is complete when all its lines and components are

    @bundles+restarts
    Example: A component that is still open keeps the order open after a breakdown
      Given order "BASE" is held at provisioning
      When provisioning completes every line except 3.1 of order "BASE"
      And order management breaks down and is started again
      Then order "BASE" is not complete
      When provisioning completes order "BASE"
      Then order "BASE" is complete

    @redelivery+restarts @idempotent-delivery
    Example: Messages that are delivered again after a breakdown begin no work a second time
      Given order "BASE" is held at provisioning
      When order management breaks down and is started again
      And every version of order "BASE" is delivered again
      Then provisioning and billing are told nothing more about order "BASE"
      When provisioning completes order "BASE"
      Then order "BASE" is complete

  @PV-05
  Rule: After a breakdown order management still knows which orders were cancelled

    @cancellation+redelivery+restarts @idempotent-delivery @cancel-message
    Example: A cancel that is delivered again after a breakdown has no effect and is not refused
      Given order "BASE" is held at provisioning
      When the CRM cancels order "BASE"
      And provisioning completes all its work for order "BASE"
      And order management breaks down and is started again
      And everything is delivered again
      Then nothing is handed on a second time

  @PL-09
  Rule: A line is charged after a breakdown on the price list that it had before

    @price-lists+restarts
    Example: Blank lines stay on the header's price list after a breakdown, and others on their own
      Given order "BASE" is held at provisioning
      When order management breaks down and is started again
      And provisioning completes order "BASE"
      Then billing has
        | asset | price list                  |
        | HOME  | Household Price List        |
        | FIXED | Premium Consumer Price List |
        | VOICE | Consumer Price List         |

  @SU-07
  Rule: After a breakdown work on the newest version goes on, and unchanged lines are left alone

    @supplementals+restarts
    Example: An order that was revised before a breakdown is fulfilled as revised
      Given order "BASE" is held at provisioning
      When order "BASE" is revised to
        | line | action | product         | asset | speed | price list                  | service point |
        | 1    | Add    | Internet Access | HOME  | 500   |                             | Customer      |
        | 2    | Add    | Static Address  | FIXED |       | Premium Consumer Price List | Neighbour     |
      And order management breaks down and is started again
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | speed |
        | HOME  | 500   |
      And provisioning has nothing of "BUNDLE"

  @PN-02
  Rule: A line that was past its point of no return is still past it after a breakdown

    @points-of-no-return+restarts
    Example: A revision of a locked line is refused after a breakdown as well
      Given order "BASE" is held at provisioning
      When provisioning reports the milestone "DESIGNED" of line 1 of order "BASE"
      And order management breaks down and is started again
      And order "BASE" is revised to
        | line | action | product         | asset | speed | price list                  | service point |
        | 1    | Add    | Internet Access | HOME  | 500   |                             | Customer      |
        | 2    | Add    | Static Address  | FIXED |       | Premium Consumer Price List | Neighbour     |
      Then the revision of order "BASE" is refused

  @FO-04
  Rule: A follow-on order waits for its base line after a breakdown as before, and no longer

    @follow-ons+restarts
    Example: A follow-on order begins after a breakdown when its base line is complete, and not before
      Given an order "FIRST" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And order "FIRST" is held at provisioning past its points of no return
      When a small order "NEXT" that depends on line 1 of order "FIRST" is submitted
      And order management breaks down and is started again
      Then no work has started on order "NEXT"
      When provisioning completes order "FIRST"
      Then work has started on order "NEXT"

  @PV-15
  Rule: A failure from before a breakdown is still open after it and can be mended

    @failures+restarts
    Example: An order that fell out before a breakdown goes on when it is mended
      Given provisioning cannot do line 2 of order "BASE"
      When order "BASE" is submitted
      And order management breaks down and is started again
      And provisioning does line 2 of order "BASE" after all
      Then order "BASE" is complete

  @PV-05
  Rule: A cancel from before a breakdown is completed after it

    @cancellation+restarts
    Example: Work that was to be undone before a breakdown is undone after it
      Given provisioning holds the work of releasing reservations
      And order "BASE" is held at provisioning
      When the CRM cancels order "BASE"
      And order management breaks down and is started again
      And provisioning completes all its work for order "BASE"
      Then order "BASE" is cancelled

  @UF-07
  Rule: A value that was assigned before a breakdown is known after it

    @billing-after-provisioning @filled-in-data+restarts
    Example: A number that was assigned before a breakdown reaches billing after it
      Given order "BASE" is held at provisioning
      When provisioning reports the value "020 7946 0123" of "number" of line 3.1 of order "BASE"
      And order management breaks down and is started again
      And provisioning completes order "BASE"
      Then billing receives the value "020 7946 0123" of "number" of line 3.1 of order "BASE"
