Feature: Cancels of revised orders, and cancels and dates that come too late
  A cancel is about the order as it stands: with what revisions added, without what
  they withdrew, and only as long as the order could still be revised. A new date that
  comes later than that holds nothing up.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning"; Process Sales Order Fulfillment, "About
  Supplemental Orders".

  @PV-05 @oms
  Rule: Cancelled is what the order became

    Background:
      Given an order "BASE" with
        | line | action | product        | asset | greeting |
        | 1    | Add    | VoIP Voicemail | VOICE | short    |
        | 2    | Add    | Static Address | FIXED |          |
      And order "BASE" is held at provisioning

    @supplementals+cancellation @revision-on-revision-accept
    Example: What a revision added and what it altered are taken back too
      When order "BASE" is revised to
        | line | action | product         | asset | greeting |
        | 1    | Add    | VoIP Voicemail  | VOICE | long     |
        | 2    | Add    | Static Address  | FIXED |          |
        | 3    | Add    | Internet Access | HOME  |          |
      And the CRM cancels order "BASE"
      And provisioning completes what it has of order "BASE"
      Then order "BASE" is cancelled
      And provisioning has nothing of "HOME"
      And the number of assets charged is no

    @cancel-message @withdrawal-absent @supplementals+cancellation
    Example: What is being taken back for a revision is not taken back again for the cancel
      Given provisioning takes its time to take back what it has reserved
      When order "BASE" is revised to
        | line | action | product        | asset |
        | 2    | Add    | Static Address | FIXED |
      And the CRM cancels order "BASE"
      And provisioning completes what it has of order "BASE"
      Then provisioning is asked at most once to remove line 1 of order "BASE"
      And order "BASE" is cancelled

    @supplementals+cancellation
    Example: A revision of a cancelled order is refused, and brings nothing back
      When the CRM cancels order "BASE"
      And provisioning completes what it has of order "BASE"
      And order "BASE" is revised to
        | line | action | product        | asset | greeting |
        | 1    | Add    | VoIP Voicemail | VOICE | long     |
        | 2    | Add    | Static Address | FIXED |          |
      Then the revision of order "BASE" is refused
      And provisioning has nothing of "VOICE"
      And the number of assets charged is no

  @PN-04
  Rule: Past its point of no return an order cannot be cancelled, in no part of it

    Background:
      Given an order "BASE" with
        | line | action | product         | asset |
        | 1    | Add    | Internet Access | HOME  |
        | 2    | Add    | Static Address  | FIXED |
      And order "BASE" is held at provisioning

    @oms @points-of-no-return+cancellation
    Example: With one line locked, nothing is taken back of the other either
      When provisioning reports the milestone "DESIGNED" of line 1 of order "BASE"
      And the CRM cancels order "BASE"
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | product         |
        | HOME  | Internet Access |
        | FIXED | Static Address  |
      And the number of assets charged is two

  @DD-04
  Rule: Past the point of no return a new date holds nothing up

    @oms @virtual-clock @supplementals+points-of-no-return+dates
    Example: The work ends before the new date, whether that was refused or passed over
      Given an order "BASE" with
        | line | action | product         | asset |
        | 1    | Add    | Internet Access | HOME  |
      And order "BASE" is held at provisioning past its points of no return
      When order "BASE" is revised to the due date "in 20 days"
      Then provisioning and billing are told nothing more about order "BASE"
      When provisioning completes order "BASE"
      Then order "BASE" is complete
