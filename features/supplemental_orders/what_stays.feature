Feature: Lines that a supplemental order leaves alone
  Most lines of a revised order are unchanged. Their work is not undone, not repeated and
  not delayed.

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
  Rule: The work on unchanged lines of a revised order is neither undone nor repeated

    Example: An unchanged line that is being worked on goes on
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

    Example: A line that has a dash as its action in a revision is still wanted
      When order "BASE" is revised to
        | line | action | product         | asset | speed | version | greeting |
        | 1    | -      | Internet Access | HOME  | 100   |         |          |
        | 2    | Add    | Static Address  | FIXED |       | v6      |          |
        | 3    | -      | VoIP Voicemail  | VOICE |       |         | short    |
      And provisioning completes order "BASE"
      Then provisioning has
        | asset | speed | greeting |
        | HOME  | 100   |          |
        | VOICE |       | short    |

    Example: A line that was revised does not go back to its first speed where a dash stands for it
      When order "BASE" is revised to
        | line | action | product         | asset | speed | version | greeting |
        | 1    | Add    | Internet Access | HOME  | 500   |         |          |
        | 2    | Add    | Static Address  | FIXED |       | v4      |          |
        | 3    | Add    | VoIP Voicemail  | VOICE |       |         | short    |
      And order "BASE" is revised to
        | line | action | product         | asset | version | greeting |
        | 1    | -      | Internet Access | HOME  |         |          |
        | 2    | Add    | Static Address  | FIXED | v6      |          |
        | 3    | Add    | VoIP Voicemail  | VOICE |         | short    |
      And provisioning completes order "BASE"
      Then provisioning has
        | asset | speed |
        | HOME  | 500   |

    Example: Each line of a revised order is there once in the end
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
