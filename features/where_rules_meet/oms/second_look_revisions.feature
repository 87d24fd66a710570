Feature: Lines that revisions add and withdraw
  A revision may withdraw what an earlier one added. A line that is added late is charged,
  provisioned and locked like any other. Work that cannot be undone yet keeps its order
  from being cancelled.

  Source: Process Sales Order Fulfillment, "About Supplemental Orders" and "About Sales Orders"; Understanding the
  Provision Order and Update Fulfillment Order Business Flows, "About Order Provisioning".

  @SU-11
  Rule: A bundle that one revision added is gone with all components when the next one leaves it out

    Background:
      Given an order "BASE" with
        | line | action | product        | asset |
        | 1    | Add    | Static Address | FIXED |
      And order "BASE" is held at provisioning

    @oms @revision-on-revision-accept @bundles+supplementals
    Example: A bundle that was added and withdrawn is neither provisioned nor charged in the end
      When order "BASE" is revised to
        | line | action | product             | asset  |
        | 1    | Add    | Static Address      | FIXED  |
        | 2    | Add    | VoIP Service Bundle | BUNDLE |
        | 2.1  | Add    | VoIP Voicemail      | VOICE  |
      And order "BASE" is revised to
        | line | action | product        | asset |
        | 1    | Add    | Static Address | FIXED |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has nothing of "BUNDLE"
      And provisioning has nothing of "VOICE"
      And the number of assets charged is one

  @PL-08 @oms @two-phase-billing
  Rule: The charge of an added line is begun and completed on the line's own price list

    Background:
      Given an order "BASE" on the "Household Price List" with
        | line | action | product        | asset | price list |
        | 1    | Add    | Static Address | FIXED |            |
      And order "BASE" is held at provisioning

    @price-lists+supplementals
    Example: Billing gets both calls for the added line, on that line's own plan
      When order "BASE" is revised to
        | line | action | product        | asset | price list          |
        | 1    | Add    | Static Address | FIXED |                     |
        | 2    | Add    | VoIP Voicemail | VOICE | Seasonal Price List |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And in each phase billing is told of line 2 of order "BASE" on the plan of Seasonal Price List

    @billing-grain-line @price-lists+supplementals+failures @failed-line-alone
    Example: Billing gets both calls for a line that is added after another one has failed
      Given provisioning cannot do line 1 of order "BASE"
      When provisioning takes up its work again
      And order "BASE" is revised to
        | line | action | product        | asset | price list          |
        | 1    | Add    | Static Address | FIXED |                     |
        | 2    | Add    | VoIP Voicemail | VOICE | Seasonal Price List |
      Then in each phase billing is told of line 2 of order "BASE" on the plan of Seasonal Price List

    @price-lists+supplementals
    Example: Billing gets both calls for a line that takes the place of another one
      When order "BASE" is revised to
        | line | action | product        | asset | price list          |
        | 2    | Add    | VoIP Voicemail | VOICE | Seasonal Price List |
      And provisioning takes up its work again
      Then order "BASE" is complete
      And in each phase billing is told of line 2 of order "BASE" on the plan of Seasonal Price List

  @PV-05 @cancel-message
  Rule: An order is not cancelled while some of its work cannot be undone

    Background:
      Given an order "BASE" with
        | line | action | product        | asset |
        | 1    | Add    | VoIP Voicemail | VOICE |
        | 2    | Add    | Static Address | FIXED |
      And order "BASE" is held at provisioning
      And provisioning has set up line 1 of order "BASE", which is not billed yet

    @oms @billing-after-provisioning @failures+cancellation @whole-lines
    Example: A line whose removal fails is cancelled only when it is removed after all
      Given provisioning cannot do line 1 of order "BASE"
      When the CRM cancels order "BASE"
      And provisioning completes all its work for order "BASE"
      Then order "BASE" is not cancelled yet
      When provisioning does line 1 of order "BASE" after all
      Then order "BASE" is cancelled

  @PN-05 @virtual-clock
  Rule: A line has the point of no return of the product that it has now

    Background:
      Given an order "BASE" for "in 1 day" with
        | line | action | product        | asset |
        | 1    | Add    | Static Address | THING |
        | 2    | Add    | VoIP Voicemail | VOICE |
      And provisioning holds its work

    @oms @supplementals+points-of-no-return+dates
    Example: A line that got another product while it waited is locked at that product's point of no return
      When order "BASE" is submitted
      And order "BASE" is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | THING | 100   |
        | 2    | Add    | VoIP Voicemail  | VOICE |       |
      And the clock comes to the due date of order "BASE"
      And provisioning reports the milestone "DESIGNED" of line 1 of order "BASE"
      And order "BASE" is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | THING | 500   |
        | 2    | Add    | VoIP Voicemail  | VOICE |       |
      Then the revision of order "BASE" is refused

  @UF-06 @virtual-clock
  Rule: An order is not complete before what its revision adds

    Background:
      Given an order "BASE" with
        | line | action | product        | asset | due date  |
        | 1    | Add    | Static Address | FIXED |           |
        | 2    | Add    | VoIP Voicemail | VOICE | in 3 days |
      And provisioning holds its work

    @oms @line-dates-on @ponr-scope-item @supplementals+dates
    Example: An order whose last open line is given up for another one is complete with that one
      When order "BASE" is submitted
      And provisioning completes line 1 of order "BASE"
      And order "BASE" is revised to
        | line | action | product         | asset |
        | 1    | Add    | Static Address  | FIXED |
        | 3    | Add    | Internet Access | HOME  |
      Then order "BASE" is not complete
      When provisioning completes order "BASE"
      Then order "BASE" is complete
