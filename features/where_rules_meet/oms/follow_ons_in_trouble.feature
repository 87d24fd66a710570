Feature: Follow-on orders whose base order fails or is cancelled
  A base line may fail and be mended, its order may be cancelled, or the follow-on order
  itself may be cancelled. A follow-on order depends on one line only, and a cancel undoes
  only the work of its own order.

  Source: Process Sales Order Fulfillment, "About Follow-On Orders", and Understanding the Provision Order and Update
  Fulfillment Order Business Flows, "About Order Provisioning".

  @FO-05 @oms
  Rule: A failed base line holds up the orders that depend on it until it is mended, and no others

    Background:
      Given an order "BASE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 2    | Add    | Internet Access |
      And order "BASE" is held at provisioning past its points of no return

    @follow-ons+failures @two-places @billing-grain-line
    Example: A follow-on order starts when its failed base line is done after all
      Given provisioning cannot do line 1 of order "BASE"
      When a small order "NEXT" that depends on line 1 of order "BASE" is submitted
      And provisioning completes line 1 of order "BASE"
      And provisioning does line 1 of order "BASE" after all
      Then work has started on order "NEXT"

    @follow-ons+failures @billing-after-provisioning
    Example: A follow-on order starts only when its mended base line is billed
      Given provisioning cannot do line 1 of order "BASE"
      And billing holds its work
      When a small order "NEXT" that depends on line 1 of order "BASE" is submitted
      And provisioning completes line 1 of order "BASE"
      And provisioning does line 1 of order "BASE" after all
      Then no work has started on order "NEXT"

    @follow-ons+failures @two-places @billing-grain-line @failed-line-alone
    Example: The failure of one line does not hold up an order that depends on another line
      Given provisioning cannot do line 2 of order "BASE"
      When a small order "NEXT" that depends on line 1 of order "BASE" is submitted
      And provisioning completes line 2 of order "BASE"
      And provisioning completes line 1 of order "BASE"
      Then work has started on order "NEXT"
      But order "BASE" is not complete

    @follow-ons+failures @follow-ons-of-follow-ons @early-follow-on-wait
    Example: The failure of a follow-on order holds up the order that depends on it
      Given an order "SECOND" with
        | line | action | product         | depends on     |
        | 1    | Add    | Internet Access | line 1 of BASE |
      And provisioning cannot do line 1 of order "SECOND"
      When order "SECOND" is submitted
      And a small order "THIRD" that depends on line 1 of order "SECOND" is submitted
      And provisioning takes up its work again
      Then no work has started on order "THIRD"

  @FO-06 @oms @early-follow-on-wait
  Rule: The cancel of an order does not release orders that depend on it

    Background:
      Given an order "BASE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And order "BASE" is held at provisioning

    @follow-ons+cancellation
    Example: A follow-on order does not start when its base order is cancelled
      When a small order "NEXT" that depends on line 1 of order "BASE" is submitted
      And the CRM cancels order "BASE"
      And provisioning completes all its work for order "BASE"
      Then no work has started on order "NEXT"

    @follow-ons+cancellation @follow-ons-of-follow-ons
    Example: An order that depends on a cancelled follow-on order does not start when the first order is complete
      When a small order "SECOND" that depends on line 1 of order "BASE" is submitted
      And a small order "THIRD" that depends on line 1 of order "SECOND" is submitted
      And the CRM cancels order "SECOND"
      And provisioning completes order "BASE"
      Then no work has started on order "THIRD"
      And no work has started on order "SECOND"

  @PV-05 @oms @cancel-message
  Rule: The cancel of a follow-on order leaves its base order as it is

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |
      And order "BASE" is held at provisioning past its points of no return
      And a change order "FASTER" with
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 500   | line 1 of BASE |

    @follow-ons+cancellation
    Example: A waiting follow-on order that was cancelled is not begun when its base line is complete
      When order "FASTER" is submitted
      And the CRM cancels order "FASTER"
      And provisioning completes order "BASE"
      Then no work has started on order "FASTER"
      And provisioning has
        | asset | speed |
        | HOME  | 100   |

    @follow-ons+cancellation
    Example: A follow-on order that is cancelled after its start leaves what the base order brought
      When order "FASTER" is submitted
      And provisioning completes order "BASE"
      And the CRM cancels order "FASTER"
      And provisioning completes all its work for order "FASTER"
      Then order "FASTER" is cancelled
      And provisioning has
        | asset | speed |
        | HOME  | 100   |
