@oms
Feature: Revisions of lines that are billed in part
  Billing has begun a line, or is about to complete it, when a revision comes. The lines
  that are still wanted are provisioned and billed to their end.

  Source: Process Sales Order Fulfillment, "About Supplemental Orders" and "About Compensation".

  Background:
    Given an order "BASE" with
      | line | action | product        | asset | greeting |
      | 1    | Add    | VoIP Voicemail | VOICE | short    |

  @SU-07
  Rule: Work that was done for a line is undone or adapted when a revision changes that line

    Continued from compensation.feature.

    # An order of one line: of more, one may be complete, and the order locked, when another is set up.
    @billing-after-provisioning
    Example: A line that is revised before it is billed is complete only when it is set up as revised
      Given order "BASE" is held at provisioning
      And provisioning has set up line 1 of order "BASE", which is not billed yet
      When order "BASE" is revised to
        | line | action | product        | asset | greeting |
        | 1    | Add    | VoIP Voicemail | VOICE | long     |
      And billing takes up its work again
      Then line 1 of order "BASE" is not complete
      When provisioning completes order "BASE"
      Then order "BASE" is complete

  @SU-08
  Rule: Only work that was done and that the revision affects is undone

    Continued from compensation.feature.

    Example: The other line goes on when a line is withdrawn before billing has answered for it
      Given an order "PAIR" with
        | line | action | product        | asset |
        | 1    | Add    | VoIP Voicemail | HOME  |
        | 2    | Add    | VoIP Voicemail | SPARE |
      And billing holds its work
      When order "PAIR" is submitted
      And order "PAIR" is revised to
        | line | action | product        | asset |
        | 1    | Add    | VoIP Voicemail | HOME  |
      And billing takes up its work again
      Then order "PAIR" is complete
