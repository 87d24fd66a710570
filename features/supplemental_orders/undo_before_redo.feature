Feature: First undone, then done again
  A line that is set up at the wrong address must be taken down before it is set
  up at the right one, or the customer has it twice, or not at all. If the
  customer changes their mind once more meanwhile, only the latest wish counts.

  Source: Process Sales Order Fulfillment, "About Supplemental Orders".

  Background:
    Given provisioning holds its work
    And an order "BASE" with
      | line | action | product        | asset | site         |
      | 1    | Add    | VoIP Voicemail | VOICE | 12 Mill Lane |
    And order "BASE" is in progress, held at provisioning
    And provisioning has set up line 1 of order "BASE", which is not billed yet

  @SU-09 @two-phase-billing
  Rule: Undoing and doing again belong to one plan, in which what is undone comes first

    @oms
    Example: In the end the line is at the new address only
      When order "BASE" is revised to
        | line | action | product        | asset | site           |
        | 1    | Add    | VoIP Voicemail | VOICE | 3 Harbour Road |
      And provisioning completes order "BASE"
      Then provisioning has
        | asset | site           |
        | VOICE | 3 Harbour Road |
      And provisioning has nothing of "VOICE" at "12 Mill Lane"

    @oms
    Example: It is charged once
      When order "BASE" is revised to
        | line | action | product        | asset | site           |
        | 1    | Add    | VoIP Voicemail | VOICE | 3 Harbour Road |
      And provisioning completes order "BASE"
      And billing completes order "BASE"
      Then order "BASE" is complete
      And the number of assets charged is one

  @SU-10 @two-phase-billing
  Rule: What a revision wants of a line is not begun before what is undone of that line is done

    @oms
    Example: While the old address is being cleared nothing is set up at the new one
      When order "BASE" is revised to
        | line | action | product        | asset | site           |
        | 1    | Add    | VoIP Voicemail | VOICE | 3 Harbour Road |
      Then provisioning is asked to remove line 1 of order "BASE"
      But provisioning is not asked for "VOICE" at "3 Harbour Road"

    @oms
    Example: Once it is cleared the work at the new address begins
      When order "BASE" is revised to
        | line | action | product        | asset | site           |
        | 1    | Add    | VoIP Voicemail | VOICE | 3 Harbour Road |
      And provisioning completes order "BASE"
      Then provisioning has
        | asset | site           |
        | VOICE | 3 Harbour Road |

  @SU-11 @two-phase-billing
  Rule: A further revision may come while an earlier one is being worked in, and the newest counts

    @oms @revision-on-revision-accept
    Example: The newest address is the one that is set up
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

    @oms @revision-on-revision-accept
    Example: What was being undone is not undone twice
      When order "BASE" is revised to
        | line | action | product        | asset | site           |
        | 1    | Add    | VoIP Voicemail | VOICE | 3 Harbour Road |
      And order "BASE" is revised to
        | line | action | product        | asset | site           |
        | 1    | Add    | VoIP Voicemail | VOICE | 7 Church Close |
      And provisioning completes order "BASE"
      Then provisioning was asked one time to remove line 1 of order "BASE"
      And provisioning has
        | asset | site           |
        | VOICE | 7 Church Close |

    @oms @revision-on-revision-refuse
    Example: Where only one at a time is worked in, the further one is refused
      When order "BASE" is revised to
        | line | action | product        | asset | site           |
        | 1    | Add    | VoIP Voicemail | VOICE | 3 Harbour Road |
      And order "BASE" is revised to
        | line | action | product        | asset | site           |
        | 1    | Add    | VoIP Voicemail | VOICE | 7 Church Close |
      Then the revision of order "BASE" is refused

    @oms @revision-on-revision-refuse
    Example: Where only one at a time is worked in, the first is carried out
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
