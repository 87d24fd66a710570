@oms @restartable
Feature: Breakdowns of order management in the midst of an order
  After a breakdown order management knows what it found before it began, and what it had
  to wait for and what not.

  Source: Understanding the Provision Order and Update Fulfillment Order Business Flows, "About Order Provisioning";
  Process Sales Order Fulfillment, "About Follow-On Orders".

  @PV-05 @cancel-message @billing-after-provisioning
  Rule: What was set up before a breakdown is taken down by a cancel after it

    Background:
      Given an order "NEW" with
        | line | action | product        | asset |
        | 1    | Add    | VoIP Voicemail | VOICE |
      And order "NEW" is held at provisioning
      And provisioning has set up line 1 of order "NEW", which is not billed yet

    @cancellation+restarts
    Example: Nothing is left of an order that was half done before a breakdown and is cancelled after it
      When order management breaks down and is started again
      And the CRM cancels order "NEW"
      And billing takes up its work again
      And provisioning completes all its work for order "NEW"
      Then order "NEW" is cancelled
      And provisioning has nothing of "VOICE"
      And the number of assets charged is zero

  @PV-05 @cancel-message @billing-after-provisioning
  Rule: What was changed before a breakdown is as installed after a cancel

    Background:
      Given the customer has
        | asset | product        | greeting |
        | VOICE | VoIP Voicemail | short    |
      And a change order "CHANGE" with
        | line | action | product        | asset | greeting |
        | 1    | Update | VoIP Voicemail | VOICE | long     |
      And order "CHANGE" is held at provisioning

    @cancellation+restarts
    Example: A change that was half done before a breakdown is taken back by a cancel after it
      Given provisioning has set up line 1 of order "CHANGE", which is not billed yet
      When order management breaks down and is started again
      And the CRM cancels order "CHANGE"
      And billing takes up its work again
      And provisioning completes all its work for order "CHANGE"
      Then provisioning has
        | asset | greeting |
        | VOICE | short    |

  @FO-08 @line-dates-on @virtual-clock
  Rule: A follow-on order that came before its base order waits for no base order after a breakdown either

    Background:
      Given an order "BASE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And a change order "CHANGE" with
        | line | action | product        | depends on     | due date  |
        | 1    | Add    | Static Address | line 1 of BASE | in 5 days |

    @follow-ons+restarts @two-places
    Example: A dated follow-on order that came before its base order is begun on its date after a breakdown
      Given provisioning holds its work
      When order "CHANGE" is submitted
      And order "BASE" is submitted
      And order management breaks down and is started again
      And a week passes
      Then work has started on order "CHANGE"
      But order "BASE" is not complete

  @PV-05 @cancel-message
  Rule: What had failed before a breakdown holds up no cancel after it

    Background:
      Given an order "NEW" with
        | line | action | product        | asset |
        | 1    | Add    | VoIP Voicemail | VOICE |
        | 2    | Add    | Static Address | FIXED |
      And provisioning cannot do line 1 of order "NEW"
      And order "NEW" is held at provisioning

    @failures+cancellation+restarts @whole-lines
    Example: An order of which a line failed before a breakdown is cancelled after it
      When provisioning completes line 1 of order "NEW"
      And order management breaks down and is started again
      And the CRM cancels order "NEW"
      And provisioning completes all its work for order "NEW"
      Then order "NEW" is cancelled
      And provisioning has nothing of "FIXED"

  @UF-04 @milestones
  Rule: Milestones are told after a breakdown as before it

    Background:
      Given an order "NEW" with
        | line | action | product         | asset |
        | 1    | Add    | Internet Access | HOME  |
      And order "NEW" is held at provisioning

    @points-of-no-return+restarts
    Example: Two milestones that are reached after a breakdown are told in turn
      When order management breaks down and is started again
      And provisioning reports the milestone "RESERVED" of line 1 of order "NEW"
      And provisioning reports the milestone "DESIGNED" of line 1 of order "NEW"
      Then the CRM receives in turn "RESERVED, DESIGNED" of line 1 of order "NEW"

  @PN-01
  Rule: A line is locked at its own milestone after a breakdown, and not at an earlier one

    Background:
      Given an order "NEW" with
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |
      And order "NEW" is held at provisioning

    @supplementals+points-of-no-return+restarts
    Example: A line that is before its point of no return after a breakdown is revised
      When order management breaks down and is started again
      And provisioning reports the milestone "RESERVED" of line 1 of order "NEW"
      And order "NEW" is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 500   |
      And provisioning completes order "NEW"
      Then order "NEW" is complete
      And provisioning has
        | asset | speed |
        | HOME  | 500   |

  @FO-05
  Rule: A mended base line frees the orders that fell out with it, also after a breakdown

    Background:
      Given an order "BASE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And order "BASE" is held at provisioning past its points of no return
      And provisioning cannot do line 1 of order "BASE"

    @follow-ons+failures+restarts
    Example: An order that waited for a failed line is freed and begun after a breakdown
      When a small order "NEXT" that depends on line 1 of order "BASE" is submitted
      And provisioning completes line 1 of order "BASE"
      And order management breaks down and is started again
      And provisioning does line 1 of order "BASE" after all
      Then work has started on order "NEXT"
