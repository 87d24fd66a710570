Feature: Lines that come and go with revisions
  What one version adds the next one may withdraw, and what is added late is charged, provisioned and locked like
  everything else. Work that cannot be taken back yet stays, whatever the order was told.

  Source: Process Sales Order Fulfillment, "About Supplemental Orders" and "About Sales Orders"; Understanding the
  Provision Order and Update Fulfillment Order Business Flows, "About Order Provisioning".

  @SU-11
  Rule: A bundle that one revision added is gone with all its components when the next one leaves it out

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

  @PL-08
  Rule: The charge of a line that a revision adds is begun and completed on the line's own list

    Background:
      Given an order "BASE" on the "Household Price List" with
        | line | action | product        | asset | price list |
        | 1    | Add    | Static Address | FIXED |            |
      And order "BASE" is held at provisioning

    @oms @two-phase-billing @price-lists+supplementals
    Example: Both phases come for the line that was added, though the first line has been begun long before
      When order "BASE" is revised to
        | line | action | product        | asset | price list          |
        | 1    | Add    | Static Address | FIXED |                     |
        | 2    | Add    | VoIP Voicemail | VOICE | Seasonal Price List |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And in each phase billing is told of line 2 of order "BASE" on the plan of Seasonal Price List

  @PV-05 @cancel-message
  Rule: What cannot be taken back yet keeps its order from being cancelled

    Background:
      Given an order "BASE" with
        | line | action | product        | asset |
        | 1    | Add    | VoIP Voicemail | VOICE |
        | 2    | Add    | Static Address | FIXED |
      And order "BASE" is held at provisioning
      And provisioning has set up line 1 of order "BASE", which is not billed yet

    @oms @two-phase-billing @failures+cancellation
    Example: A line whose removal fails is cancelled when it is removed after all, and not before
      Given provisioning cannot do line 1 of order "BASE"
      When the CRM cancels order "BASE"
      And provisioning completes what it has of order "BASE"
      Then order "BASE" is not cancelled yet
      When provisioning does line 1 of order "BASE" after all
      Then order "BASE" is cancelled

  @PN-05 @virtual-clock
  Rule: The point of no return is that of the product that a line has by now

    Background:
      Given an order "BASE" for "in 1 day" with
        | line | action | product        | asset |
        | 1    | Add    | Static Address | THING |
        | 2    | Add    | VoIP Voicemail | VOICE |
      And provisioning holds its work

    @oms @supplementals+points-of-no-return+dates
    Example: A line that was given another product while it waited is locked at the point of that product
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
