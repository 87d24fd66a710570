Feature: A revision of a revision
  Some customers change their minds twice in an hour. While the work for the first
  change is still going on, a second one comes: what counts is the newest wish, and
  nothing is done or undone for the one in between that it does not need.

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
    @two-phase-billing @revision-on-revision-accept
    Example: The newest address is the one that is set up
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

    @two-phase-billing @revision-on-revision-accept
    Example: What was being undone is not undone twice
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
    Example: The newest wish may be the oldest one
      Given provisioning takes its time to take back what it has reserved
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
    Example: A line that was taken out and is wanted again is there in the end
      Given provisioning takes its time to take back what it has reserved
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

    @revision-on-revision-accept @ponr-scope-item
    Example: A line that was taken out, undone, and is wanted again is set up once more
      When order "BASE" is revised to
        | line | action | product        | asset | site         |
        | 2    | Add    | Static Address | FIXED | 12 Mill Lane |
        | 3    | Add    | Handset        | HANDS |              |
      And provisioning completes line 2 of order "BASE"
      And order "BASE" is revised to
        | line | action | product        | asset | site         |
        | 1    | Add    | VoIP Voicemail | VOICE | 12 Mill Lane |
        | 2    | Add    | Static Address | FIXED | 12 Mill Lane |
        | 3    | Add    | Handset        | HANDS |              |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | site         |
        | VOICE | 12 Mill Lane |

    # For systems that declare revision_on_revision = "refuse":
    @two-phase-billing @revision-on-revision-refuse
    Example: Where only one at a time is worked in, the further one is refused
      Given provisioning has set up line 1 of order "BASE", which is not billed yet
      When order "BASE" is revised to
        | line | action | product        | asset | site           |
        | 1    | Add    | VoIP Voicemail | VOICE | 3 Harbour Road |
      And order "BASE" is revised to
        | line | action | product        | asset | site           |
        | 1    | Add    | VoIP Voicemail | VOICE | 7 Church Close |
      Then the revision of order "BASE" is refused

    @two-phase-billing @revision-on-revision-refuse
    Example: Where only one at a time is worked in, the first is fulfilled
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
        | VOICE | 3 Harbour Road |

    @revision-on-revision-refuse
    Example: Where only one at a time is worked in, the order comes to what one of them wanted
      Given provisioning takes its time to take back what it has reserved
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
