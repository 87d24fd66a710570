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
    And order "BASE" is held at provisioning

  @SU-09 @oms
  Rule: Undoing and doing again belong to one plan, in which what is undone comes first

    @two-phase-billing
    Example: In the end a line that was set up is at the new address only
      Given provisioning has set up line 1 of order "BASE", which is not billed yet
      When order "BASE" is revised to
        | line | action | product        | asset | site           |
        | 1    | Add    | VoIP Voicemail | VOICE | 3 Harbour Road |
      And provisioning completes order "BASE"
      Then provisioning has
        | asset | site           |
        | VOICE | 3 Harbour Road |
      And provisioning has nothing of "VOICE" at "12 Mill Lane"

    @two-phase-billing
    Example: A line that was set up and moved is charged once
      Given provisioning has set up line 1 of order "BASE", which is not billed yet
      When order "BASE" is revised to
        | line | action | product        | asset | site           |
        | 1    | Add    | VoIP Voicemail | VOICE | 3 Harbour Road |
      And provisioning completes order "BASE"
      And billing takes up its work again
      Then order "BASE" is complete
      And the number of assets charged is one

    Example: What was only reserved is at the new address in the end, and charged once
      Given provisioning takes its time to take back what it has reserved
      And provisioning reports the milestone "RESERVED" of line 1 of order "BASE"
      When order "BASE" is revised to
        | line | action | product        | asset | site           |
        | 1    | Add    | VoIP Voicemail | VOICE | 3 Harbour Road |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | site           |
        | VOICE | 3 Harbour Road |
      And the number of assets charged is one

  @SU-10 @oms
  Rule: What a revision wants of a line is not begun before what is undone of that line is done

    @two-phase-billing
    Example: While the old address is being cleared nothing is set up at the new one
      Given provisioning has set up line 1 of order "BASE", which is not billed yet
      When order "BASE" is revised to
        | line | action | product        | asset | site           |
        | 1    | Add    | VoIP Voicemail | VOICE | 3 Harbour Road |
      Then provisioning is not asked for "VOICE" at "3 Harbour Road"

    @two-phase-billing
    Example: Once the old address is cleared the work at the new one begins
      Given provisioning has set up line 1 of order "BASE", which is not billed yet
      When order "BASE" is revised to
        | line | action | product        | asset | site           |
        | 1    | Add    | VoIP Voicemail | VOICE | 3 Harbour Road |
      And provisioning completes order "BASE"
      Then provisioning has
        | asset | site           |
        | VOICE | 3 Harbour Road |

    Example: While a reservation is being taken back nothing is set up at the new address
      Given provisioning takes its time to take back what it has reserved
      And provisioning reports the milestone "RESERVED" of line 1 of order "BASE"
      When order "BASE" is revised to
        | line | action | product        | asset | site           |
        | 1    | Add    | VoIP Voicemail | VOICE | 3 Harbour Road |
      Then provisioning is not asked for "VOICE" at "3 Harbour Road"
