Feature: What a supplemental order leaves alone
  Most of a revised order is as it was. What was done for it already is not undone, not
  done again, and nobody waits for it.

  Source: Process Sales Order Fulfillment, "About Supplemental Orders".

  Background:
    Given provisioning holds its work
    And an order "BASE" with
      | line | action | product         | asset | speed | version | greeting |
      | 1    | Add    | Internet Access | HOME  | 100   |         |          |
      | 2    | Add    | Static Address  | FIXED |       | v4      |          |
      | 3    | Add    | VoIP Voicemail  | VOICE |       |         | short    |
    And order "BASE" is held at provisioning

  @SU-06 @oms
  Rule: Lines that a revision does not alter are neither undone nor done again

    Example: A line that was under way stays under way
      When order "BASE" is revised to
        | line | action | product         | asset | speed | version | greeting |
        | 1    | Add    | Internet Access | HOME  | 100   |         |          |
        | 2    | Add    | Static Address  | FIXED |       | v6      |          |
        | 3    | Add    | VoIP Voicemail  | VOICE |       |         | short    |
      Then provisioning and billing are told nothing more about line 1 of order "BASE"
      When provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning is asked once for line 1 of order "BASE"
      And provisioning has
        | asset | version |
        | FIXED | v6      |

    Example: In the end each line is there once
      When order "BASE" is revised to
        | line | action | product         | asset | speed | version | greeting |
        | 1    | Add    | Internet Access | HOME  | 100   |         |          |
        | 2    | Add    | Static Address  | FIXED |       | v6      |          |
        | 3    | Add    | VoIP Voicemail  | VOICE |       |         | short    |
      And provisioning completes order "BASE"
      Then provisioning has
        | asset | speed | version | greeting |
        | HOME  | 100   |         |          |
        | FIXED |       | v6      |          |
        | VOICE |       |         | short    |
      And the number of assets charged is three
