Feature: What a supplemental order undoes
  Some work on an order may be done when the customer changes their mind. Work that is no
  longer wanted must be undone. Wanted work must stay. Nothing has to be undone for work
  that was not begun.

  Source: Process Sales Order Fulfillment, "About Supplemental Orders".

  @SU-07 @oms
  Rule: Work that was done for a line is undone or adapted when a revision changes that line

    Background:
      Given provisioning holds its work
      And an order "BASE" with
        | line | action | product        | asset | greeting |
        | 1    | Add    | VoIP Voicemail | VOICE | short    |
        | 2    | Add    | Static Address | FIXED |          |
      And order "BASE" is held at provisioning

    Example: A reservation for a withdrawn line is released
      Given provisioning reports the milestone "RESERVED" of line 1 of order "BASE"
      When order "BASE" is revised to
        | line | action | product        | asset |
        | 2    | Add    | Static Address | FIXED |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has nothing of "VOICE"
      And the number of assets charged is one

    Example: A reserved line is completed as the revision wants it
      Given provisioning reports the milestone "RESERVED" of line 1 of order "BASE"
      When order "BASE" is revised to
        | line | action | product        | asset | greeting |
        | 1    | Add    | VoIP Voicemail | VOICE | long     |
        | 2    | Add    | Static Address | FIXED |          |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | greeting |
        | VOICE | long     |
      And the number of assets charged is two

    Example: A line that is revised to another product is set up and charged as that product only
      When order "BASE" is revised to
        | line | action | product        | asset |
        | 1    | Add    | VoIP Access    | VOICE |
        | 2    | Add    | Static Address | FIXED |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | product     |
        | VOICE | VoIP Access |
      And the number of assets charged is two

  @SU-08 @oms
  Rule: Only work that was done and that the revision affects is undone

    Background:
      Given an order "BASE" with header
        | account  | price list           | due date  |
        | Customer | Household Price List | in 5 days |
      And its lines are
        | line | action | product        | asset | greeting |
        | 1    | Add    | VoIP Voicemail | VOICE | short    |
        | 2    | Add    | Static Address | FIXED |          |

    @virtual-clock
    Example: An order that was not begun is fulfilled as revised
      When order "BASE" is submitted
      And order "BASE" is revised to
        | line | action | product        | asset | greeting |
        | 1    | Add    | VoIP Voicemail | VOICE | long     |
      And the clock comes to the due date of order "BASE"
      Then order "BASE" is complete
      And provisioning is asked once for line 1 of order "BASE"
      And provisioning has
        | asset | greeting |
        | VOICE | long     |

    @virtual-clock
    Example: A line that was not begun is withdrawn, and that causes no work
      When order "BASE" is submitted
      And order "BASE" is revised to
        | line | action | product        | asset | greeting |
        | 1    | Add    | VoIP Voicemail | VOICE | short    |
      And the clock comes to the due date of order "BASE"
      Then order "BASE" is complete
      And provisioning and billing are told nothing about line 2 of order "BASE"

    @billing-after-provisioning
    Example: A withdrawn discount causes no work for provisioning
      Given an order "REBATE" with
        | line | action | product          | asset  |
        | 1    | Add    | VoIP Voicemail   | VOICE  |
        | 2    | Add    | Loyalty Discount | REBATE |
      And billing holds its work
      And order "REBATE" is held at provisioning
      When order "REBATE" is revised to
        | line | action | product        | asset |
        | 1    | Add    | VoIP Voicemail | VOICE |
      Then order "REBATE" is free of refusals and fallouts

    @virtual-clock @line-dates-on
    Example: A line that waits for its own date needs no undoing when it is withdrawn
      Given provisioning holds its work
      And an order "MIXED" with
        | line | action | product        | asset | due date  |
        | 1    | Add    | VoIP Voicemail | SOON  |           |
        | 2    | Add    | Static Address | LATE  | in 5 days |
      And order "MIXED" is held at provisioning
      When order "MIXED" is revised to
        | line | action | product        | asset | due date |
        | 1    | Add    | VoIP Voicemail | SOON  |          |
      Then provisioning and billing are told nothing about line 2 of order "MIXED"

  @SU-12 @oms
  Rule: A revision suspends the work first and compares then, so that work which ends meanwhile is neither lost nor done twice

    Background:
      Given provisioning holds its work
      And an order "BASE" with
        | line | action | product        | asset | greeting |
        | 1    | Add    | VoIP Voicemail | VOICE | short    |
        | 2    | Add    | Static Address | FIXED |          |
      And order "BASE" is held at provisioning

    Example: A line that is completed while it is being withdrawn is taken down
      When order "BASE" is revised, while provisioning completes line 1, to
        | line | action | product        | asset |
        | 2    | Add    | Static Address | FIXED |
      And provisioning completes all its work for order "BASE"
      Then order "BASE" is complete
      And provisioning has nothing of "VOICE"
      And the number of assets charged is one

    Example: A line that is completed while another line is being withdrawn stays
      When order "BASE" is revised, while provisioning completes line 1, to
        | line | action | product        | asset | greeting |
        | 1    | Add    | VoIP Voicemail | VOICE | short    |
      And provisioning completes all its work for order "BASE"
      Then order "BASE" is complete
      And provisioning is asked once for line 1 of order "BASE"
      And the number of assets charged is one
