Feature: Undoing comes before new work
  A line that is set up at the wrong address must be taken down there before it is set up
  at the right one. Otherwise the customer has it twice, or not at all. If the customer
  changes their mind again meanwhile, only the newest version counts.

  Source: Process Sales Order Fulfillment, "About Supplemental Orders".

  Background:
    Given provisioning holds its work
    And an order "BASE" with
      | line | action | product        | asset | site         |
      | 1    | Add    | VoIP Voicemail | VOICE | 12 Mill Lane |
    And order "BASE" is held at provisioning

  @SU-09 @oms
  Rule: Undoing and new work belong to one plan, in which undoing comes first

    @billing-after-provisioning
    Example: A line that was set up and revised to another address is at the new address only
      Given provisioning has set up line 1 of order "BASE", which is not billed yet
      When order "BASE" is revised to
        | line | action | product        | asset | site           |
        | 1    | Add    | VoIP Voicemail | VOICE | 3 Harbour Road |
      And provisioning completes order "BASE"
      Then provisioning has
        | asset | site           |
        | VOICE | 3 Harbour Road |
      And provisioning has nothing of "VOICE" at "12 Mill Lane"

    @billing-after-provisioning
    Example: A line that was set up and revised to another address is charged once
      Given provisioning has set up line 1 of order "BASE", which is not billed yet
      When order "BASE" is revised to
        | line | action | product        | asset | site           |
        | 1    | Add    | VoIP Voicemail | VOICE | 3 Harbour Road |
      And provisioning completes order "BASE"
      And billing takes up its work again
      Then order "BASE" is complete
      And the number of assets charged is one

    Example: A line that was only reserved is set up at the new address and charged once
      Given provisioning holds the work of releasing reservations
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
  Rule: A revision's new work on a line begins only when the old work on that line is undone

    @billing-after-provisioning
    Example: Nothing is set up at the new address while the old one is being taken down
      Given provisioning has set up line 1 of order "BASE", which is not billed yet
      When order "BASE" is revised to
        | line | action | product        | asset | site           |
        | 1    | Add    | VoIP Voicemail | VOICE | 3 Harbour Road |
      Then provisioning is not asked for "VOICE" at "3 Harbour Road"

    @billing-after-provisioning
    Example: The work at the new address begins once the old one is taken down
      Given provisioning has set up line 1 of order "BASE", which is not billed yet
      When order "BASE" is revised to
        | line | action | product        | asset | site           |
        | 1    | Add    | VoIP Voicemail | VOICE | 3 Harbour Road |
      And provisioning completes order "BASE"
      Then provisioning has
        | asset | site           |
        | VOICE | 3 Harbour Road |

    Example: Nothing is set up at the new address while a reservation is being released
      Given provisioning holds the work of releasing reservations
      And provisioning reports the milestone "RESERVED" of line 1 of order "BASE"
      When order "BASE" is revised to
        | line | action | product        | asset | site           |
        | 1    | Add    | VoIP Voicemail | VOICE | 3 Harbour Road |
      Then provisioning is not asked for "VOICE" at "3 Harbour Road"
