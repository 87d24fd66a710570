Feature: Lines that a supplemental order numbers anew
  A line's number says where it stands in the order. Another version may give it another
  number, and its old number to another line. A line is known by its id.

  Source: Process Sales Order Fulfillment, "About Supplemental Orders" and table 8-3.

  @SU-13 @oms
  Rule: The order system compares lines that have one id, whatever their numbers are

    Continued from lines_say_add.feature.

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | speed | greeting |
        | 1    | Add    | Internet Access | HOME  | 100   |          |
        | 2    | Add    | VoIP Voicemail  | VOICE |       | short    |

    Example: Lines that a revision numbers anew are known by their ids
      Given order "BASE" is held at provisioning
      When order "BASE" is revised to
        | line | place | action | product         | asset | speed | greeting |
        | 2    | 1     | Add    | VoIP Voicemail  | VOICE |       | long     |
        | 1    | 2     | Add    | Internet Access | HOME  | 100   |          |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | speed | greeting |
        | HOME  | 100   |          |
        | VOICE |       | long     |

    # For systems that declare withdrawal = "absent":
    @withdrawal-absent
    Example: A new line that has the number of a withdrawn line is another line
      Given order "BASE" is held at provisioning
      When order "BASE" is revised to
        | line | place | action | product         | asset | speed | greeting |
        | 1    | 1     | Add    | Internet Access | HOME  | 100   |          |
        | 3    | 2     | Add    | VoIP Voicemail  | OTHER |       | short    |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | speed | greeting |
        | HOME  | 100   |          |
        | OTHER |       | short    |
      And provisioning has nothing of "VOICE"
      And the number of assets charged is two
