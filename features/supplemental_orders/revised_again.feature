Feature: A second revision of an open order
  Some customers change their minds twice in an hour. A second revision may come while the
  work for the first is still going on. The newest version counts, and no work is done or
  undone for the one in between without need.

  Source: Process Sales Order Fulfillment, "About Supplemental Orders".

  Background:
    Given provisioning holds its work
    And an order "BASE" with
      | line | action | product        | asset | site         |
      | 1    | Add    | VoIP Voicemail | VOICE | 12 Mill Lane |
    And order "BASE" is held at provisioning

  @SU-11 @oms
  Rule: A further revision may come while an earlier one is being worked in, and the newest counts

    # For systems that declare revision_on_revision = "accept":
    @billing-after-provisioning @revision-on-revision-accept
    Example: Where a second revision is accepted, the line is set up at the newest address
      Given provisioning has set up line 1 of order "BASE", which is not billed yet
      When order "BASE" is revised to
        | line | action | product        | asset | site           |
        | 1    | Add    | VoIP Voicemail | VOICE | 3 Harbour Road |
      And order "BASE" is revised to
        | line | action | product        | asset | site           |
        | 1    | Add    | VoIP Voicemail | VOICE | 7 Church Close |
      And provisioning completes order "BASE"
      Then provisioning has
        | asset | site           |
        | VOICE | 7 Church Close |
      And provisioning is not asked for "VOICE" at "3 Harbour Road"

    @billing-after-provisioning @revision-on-revision-accept
    Example: Where a second revision is accepted, no work is undone twice
      Given provisioning has set up line 1 of order "BASE", which is not billed yet
      When order "BASE" is revised to
        | line | action | product        | asset | site           |
        | 1    | Add    | VoIP Voicemail | VOICE | 3 Harbour Road |
      And order "BASE" is revised to
        | line | action | product        | asset | site           |
        | 1    | Add    | VoIP Voicemail | VOICE | 7 Church Close |
      And provisioning completes order "BASE"
      Then provisioning is asked at most once to remove line 1 of order "BASE"
      And provisioning has
        | asset | site           |
        | VOICE | 7 Church Close |

    @revision-on-revision-accept
    Example: Where a second revision is accepted, it may return to the first version
      Given provisioning holds the work of releasing reservations
      And provisioning reports the milestone "RESERVED" of line 1 of order "BASE"
      When order "BASE" is revised to
        | line | action | product        | asset | site           |
        | 1    | Add    | VoIP Voicemail | VOICE | 3 Harbour Road |
      And order "BASE" is revised to
        | line | action | product        | asset | site         |
        | 1    | Add    | VoIP Voicemail | VOICE | 12 Mill Lane |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | site         |
        | VOICE | 12 Mill Lane |

    @revision-on-revision-accept
    Example: A line that is withdrawn and added again is there in the end
      Given provisioning holds the work of releasing reservations
      And provisioning reports the milestone "RESERVED" of line 1 of order "BASE"
      When order "BASE" is revised to
        | line | action | product        | asset | site         |
        | 2    | Add    | Static Address | FIXED | 12 Mill Lane |
      And order "BASE" is revised to
        | line | action | product        | asset | site         |
        | 1    | Add    | VoIP Voicemail | VOICE | 12 Mill Lane |
        | 2    | Add    | Static Address | FIXED | 12 Mill Lane |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | site         |
        | VOICE | 12 Mill Lane |
        | FIXED | 12 Mill Lane |

    @revision-on-revision-accept @ponr-scope-item @supplementals+failures @failed-line-alone
    Example: A line that was withdrawn, undone and added again is set up once more
      Given provisioning cannot do line 3 of order "BASE"
      When order "BASE" is revised to
        | line | action | product        | asset | site         |
        | 2    | Add    | Static Address | FIXED | 12 Mill Lane |
        | 3    | Add    | Handset        | HANDS |              |
      And provisioning completes all its work for order "BASE"
      And order "BASE" is revised to
        | line | action | product        | asset | site         |
        | 1    | Add    | VoIP Voicemail | VOICE | 12 Mill Lane |
        | 2    | Add    | Static Address | FIXED | 12 Mill Lane |
        | 3    | Add    | Handset        | HANDS |              |
      And provisioning completes all its work for order "BASE"
      Then provisioning has
        | asset | site         |
        | VOICE | 12 Mill Lane |

    # For systems that declare revision_on_revision = "refuse":
    @billing-after-provisioning @revision-on-revision-refuse
    Example: Where a second revision is refused, it is refused while the first is being worked in
      Given provisioning has set up line 1 of order "BASE", which is not billed yet
      When order "BASE" is revised to
        | line | action | product        | asset | site         |
        | 2    | Add    | Static Address | FIXED | 12 Mill Lane |
      And order "BASE" is revised to
        | line | action | product        | asset | site           |
        | 2    | Add    | Static Address | FIXED | 7 Church Close |
      Then the revision of order "BASE" is refused

    @billing-after-provisioning @revision-on-revision-refuse
    Example: Where a second revision is refused, the first one is fulfilled
      Given provisioning has set up line 1 of order "BASE", which is not billed yet
      When order "BASE" is revised to
        | line | action | product        | asset | site         |
        | 2    | Add    | Static Address | FIXED | 12 Mill Lane |
      And order "BASE" is revised to
        | line | action | product        | asset | site           |
        | 2    | Add    | Static Address | FIXED | 7 Church Close |
      And provisioning completes order "BASE"
      Then provisioning has
        | asset | site         |
        | FIXED | 12 Mill Lane |

    @revision-on-revision-refuse
    Example: Where a second revision is refused, the order is fulfilled as one of its versions
      Given provisioning holds the work of releasing reservations
      And provisioning reports the milestone "RESERVED" of line 1 of order "BASE"
      When order "BASE" is revised to
        | line | action | product        | asset | site           |
        | 1    | Add    | VoIP Voicemail | VOICE | 3 Harbour Road |
      And order "BASE" is revised to
        | line | action | product        | asset | site           |
        | 1    | Add    | VoIP Voicemail | VOICE | 3 Harbour Road |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | site           |
        | VOICE | 3 Harbour Road |
