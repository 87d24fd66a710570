Feature: Cancels of revised orders, and cancels and dates that come too late
  A cancel is for the order as it is now: with the lines that revisions added and without
  those that they withdrew. It is possible only as long as the order could still be
  revised.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning"; Process Sales Order Fulfillment, "About
  Supplemental Orders".

  @PV-05 @oms
  Rule: A cancel undoes the order in its latest version

    Background:
      Given an order "BASE" with
        | line | action | product        | asset | greeting |
        | 1    | Add    | VoIP Voicemail | VOICE | short    |
        | 2    | Add    | Static Address | FIXED |          |
      And order "BASE" is held at provisioning

    @supplementals+cancellation @revision-on-revision-accept
    Example: A cancel undoes what a revision added and what it changed
      When order "BASE" is revised to
        | line | action | product         | asset | greeting |
        | 1    | Add    | VoIP Voicemail  | VOICE | long     |
        | 2    | Add    | Static Address  | FIXED |          |
        | 3    | Add    | Internet Access | HOME  |          |
      And the CRM cancels order "BASE"
      And provisioning completes all its work for order "BASE"
      Then order "BASE" is cancelled
      And provisioning has nothing of "HOME"
      And the number of assets charged is zero

    @cancel-message @withdrawal-absent @supplementals+cancellation
    Example: Work that is being undone for a revision is not undone again for the cancel
      Given provisioning holds the work of releasing reservations
      When order "BASE" is revised to
        | line | action | product        | asset |
        | 2    | Add    | Static Address | FIXED |
      And the CRM cancels order "BASE"
      And provisioning completes all its work for order "BASE"
      Then provisioning is asked at most once to remove line 1 of order "BASE"
      And order "BASE" is cancelled

    @supplementals+cancellation
    Example: A revision of a cancelled order is refused and brings nothing back
      When the CRM cancels order "BASE"
      And provisioning completes all its work for order "BASE"
      And order "BASE" is revised to
        | line | action | product        | asset | greeting |
        | 1    | Add    | VoIP Voicemail | VOICE | long     |
        | 2    | Add    | Static Address | FIXED |          |
      Then the revision of order "BASE" is refused
      And provisioning has nothing of "VOICE"
      And the number of assets charged is zero

  @PV-05 @oms @cancel-message @billing-after-provisioning
  Rule: A cancel takes down what was set up for an order, also where a revision found it set up

    Background:
      Given an order "NEW" with
        | line | action | product        | asset | greeting |
        | 1    | Add    | VoIP Voicemail | VOICE | short    |
      And order "NEW" is held at provisioning
      And provisioning has set up line 1 of order "NEW", which is not billed yet

    @supplementals+cancellation @whole-lines
    Example: A service that was set up when its line was revised is taken down by a cancel
      When order "NEW" is revised to
        | line | action | product        | asset | greeting |
        | 1    | Add    | VoIP Voicemail | VOICE | long     |
      And the CRM cancels order "NEW"
      And billing takes up its work again
      And provisioning completes all its work for order "NEW"
      Then order "NEW" is cancelled
      And provisioning has nothing of "VOICE"
      And the number of assets charged is zero

  @PV-05 @oms @cancel-message @billing-after-provisioning
  Rule: A cancel leads a service back to what was installed, and not to what a revision found

    Background:
      Given the customer has
        | asset | product        | greeting |
        | VOICE | VoIP Voicemail | short    |
      And a change order "CHANGE" with
        | line | action | product        | asset | greeting |
        | 1    | Update | VoIP Voicemail | VOICE | long     |
      And order "CHANGE" is held at provisioning

    @supplementals+modify-orders+cancellation
    Example: A service that was changed when its line was revised is as installed after a cancel
      Given provisioning has set up line 1 of order "CHANGE", which is not billed yet
      When order "CHANGE" is revised to
        | line | action | product        | asset | greeting |
        | 1    | Update | VoIP Voicemail | VOICE | none     |
      And the CRM cancels order "CHANGE"
      And billing takes up its work again
      And provisioning completes all its work for order "CHANGE"
      Then order "CHANGE" is cancelled
      And provisioning has
        | asset | greeting |
        | VOICE | short    |

  @PN-04
  Rule: An order past its point of no return cannot be cancelled, not even in part

    Background:
      Given an order "BASE" with
        | line | action | product         | asset |
        | 1    | Add    | Internet Access | HOME  |
        | 2    | Add    | Static Address  | FIXED |
      And order "BASE" is held at provisioning

    @oms @points-of-no-return+cancellation
    Example: A locked line stops the cancel for the other line as well
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
  Rule: A new date past the point of no return does not stop the work

    @oms @virtual-clock @supplementals+points-of-no-return+dates
    Example: The work ends before the new date, whether that revision is refused or ignored
      Given an order "BASE" with
        | line | action | product         | asset |
        | 1    | Add    | Internet Access | HOME  |
      And order "BASE" is held at provisioning past its points of no return
      When order "BASE" is revised to the due date "in 20 days"
      Then provisioning and billing are told nothing more about order "BASE"
      When provisioning completes order "BASE"
      Then order "BASE" is complete
