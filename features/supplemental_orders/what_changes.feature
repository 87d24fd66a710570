Feature: Finding the changes in a supplemental order
  A customer wants to change an order before it is complete. The sales representative
  revises the order and submits it again, whole. The order system has to find the
  differences and leave everything else alone: work that is done twice costs as much as
  work that is forgotten.

  Source: Process Sales Order Fulfillment, "About Supplemental Orders".

  Background:
    Given provisioning holds its work
    And an order "BASE" with
      | line | action | product         | asset | speed | version | greeting |
      | 1    | Add    | Internet Access | HOME  | 100   |         |          |
      | 2    | Add    | Static Address  | FIXED |       | v4      |          |
      | 3    | Add    | VoIP Voicemail  | VOICE |       |         | short    |
    And order "BASE" is held at provisioning

  @SU-03
  Rule: Once a revision is received, no work of the earlier version is begun

    @oms
    Example: A withdrawn line is not billed
      When order "BASE" is revised to
        | line | action | product         | asset | speed | version | greeting |
        | 1    | Add    | Internet Access | HOME  | 100   |         |          |
        | 2    | Add    | Static Address  | FIXED |       | v4      |          |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And billing charges nothing for line 3 of order "BASE"
      And provisioning has nothing of "VOICE"

  @SU-04 @oms @two-places
  Rule: A revision suspends the order that it revises, and no other order

    Example: Another order of the same customer goes on
      Given an order "OTHER" with
        | line | action | product        |
        | 1    | Add    | VoIP Voicemail |
      And order "OTHER" is held at provisioning
      When order "BASE" is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 500   |
      And provisioning completes order "OTHER"
      Then order "OTHER" is complete

    Example: Another order is neither stopped nor repeated
      Given an order "OTHER" with
        | line | action | product        | asset   | greeting |
        | 1    | Add    | VoIP Voicemail | ANOTHER | long     |
      And order "OTHER" is held at provisioning
      When order "BASE" is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 500   |
      Then provisioning and billing are told nothing more about order "OTHER"
      When provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | speed |
        | HOME  | 500   |

  @SU-05 @oms
  Rule: The order system compares the revised order with the version before, line by line

    Example: A revision adds one line, withdraws one, changes one and leaves one alone
      When order "BASE" is revised to
        | line | action | product         | asset  | speed | version | greeting |
        | 1    | Add    | Internet Access | HOME   | 500   |         |          |
        | 2    | Add    | Static Address  | FIXED  |       | v4      |          |
        | 4    | Add    | Handset         | HANDS  |       |         |          |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | product         | speed | version |
        | HOME  | Internet Access | 500   |         |
        | FIXED | Static Address  |       | v4      |
        | HANDS | Handset         |       |         |
      And provisioning has nothing of "VOICE"
      And the number of assets charged is three

    Example: The same lines in another sequence are no change
      When order "BASE" is revised to
        | line | action | product         | asset | speed | version | greeting |
        | 3    | Add    | VoIP Voicemail  | VOICE |       |         | short    |
        | 1    | Add    | Internet Access | HOME  | 100   |         |          |
        | 2    | Add    | Static Address  | FIXED |       | v4      |          |
      Then provisioning and billing are told nothing more about order "BASE"
      And order "BASE" is free of refusals and fallouts
      When provisioning completes order "BASE"
      Then order "BASE" is complete

    Example: Only the changed line is a change when lines come in another sequence
      When order "BASE" is revised to
        | line | action | product         | asset | speed | version | greeting |
        | 3    | Add    | VoIP Voicemail  | VOICE |       |         | long     |
        | 1    | Add    | Internet Access | HOME  | 100   |         |          |
        | 2    | Add    | Static Address  | FIXED |       | v4      |          |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | speed | version | greeting |
        | HOME  | 100   |         |          |
        | FIXED |       | v4      |          |
        | VOICE |       |         | long     |

    @idempotent-delivery
    Example: An earlier version that is delivered again changes nothing
      When order "BASE" is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 500   |
      And every version of order "BASE" but the last is delivered again
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | speed |
        | HOME  | 500   |
      And the number of assets charged is one

    @idempotent-delivery
    Example: An earlier version that is delivered again does not make the order fall out
      When order "BASE" is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 500   |
      And every version of order "BASE" but the last is delivered again
      Then order "BASE" is free of refusals and fallouts

    @two-places
    Example: Of two lines with the same product, the one that is left out is withdrawn
      Given an order "TWICE" with
        | line | action | product        | asset | greeting |
        | 1    | Add    | VoIP Voicemail | NEAR  | short    |
        | 2    | Add    | VoIP Voicemail | FAR   | short    |
      And order "TWICE" is held at provisioning
      When order "TWICE" is revised to
        | line | action | product        | asset | greeting |
        | 1    | Add    | VoIP Voicemail | NEAR  | short    |
      And provisioning completes order "TWICE"
      Then order "TWICE" is complete
      And provisioning has nothing of "FAR"
      And provisioning is asked once for line 1 of order "TWICE"
