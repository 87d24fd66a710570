Feature: When a change is a supplemental order
  As long as an order is open and not too far along, a change to it is a newer
  version of the same order. It does not matter whether work has begun, waits for
  a date, or waits for a place: what counts is the newest version.

  Source: Process Sales Order Fulfillment, "About Supplemental Orders" and table 8-1.

  @SU-01
  Rule: A supplemental order is a revised version of an order that is submitted, open, and not past its point of no return

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |

    @oms
    Example: One that is being worked on
      Given order "BASE" is in progress, held at provisioning
      When order "BASE" is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 500   |
      Then order "BASE" is completed when provisioning completes it
      And provisioning has
        | asset | speed |
        | HOME  | 500   |

    @oms @limited-capacity
    Example: One that waits for a place
      Given orders held at provisioning take every place
      When order "BASE" is submitted
      And order "BASE" is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 500   |
      Then a place becomes free and work starts on order "BASE"
      And order "BASE" is completed when provisioning completes it
      And provisioning has
        | asset | speed |
        | HOME  | 500   |

    @oms
    Example: Not one that is past its point of no return
      Given order "BASE" is held at provisioning, past its points of no return
      When order "BASE" is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 500   |
      Then the revision of order "BASE" is refused
      And order "BASE" is completed when provisioning completes it
      And provisioning has
        | asset | speed |
        | HOME  | 100   |

    @oms
    Example: Not one that is complete
      Given order "BASE" has been fulfilled
      When order "BASE" is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 500   |
      Then the revision of order "BASE" is refused
      And provisioning has
        | asset | speed |
        | HOME  | 100   |
      And provisioning was asked one time for line 1 of order "BASE"

  @SU-13
  Rule: The lines of a supplemental order say Add as before: what it changes is found by comparing it with the version before

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | speed | greeting |
        | 1    | Add    | Internet Access | HOME  | 100   |          |
        | 2    | Add    | VoIP Voicemail  | VOICE |       | short    |
      And order "BASE" is in progress, held at provisioning

    @oms
    Example: Another value on a line that says Add is a change of that line
      When order "BASE" is revised to
        | line | action | product         | asset | speed | greeting |
        | 1    | Add    | Internet Access | HOME  | 500   |          |
        | 2    | Add    | VoIP Voicemail  | VOICE |       | short    |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | speed |
        | HOME  | 500   |
      And the number of assets charged is two

    @oms
    Example: Lines are known by what they are, not by where they stand
      When order "BASE" is revised to
        | line | action | product         | asset | speed | greeting |
        | 2    | Add    | VoIP Voicemail  | VOICE |       | long     |
        | 1    | Add    | Internet Access | HOME  | 100   |          |
      Then provisioning and billing are told nothing more about line 1 of order "BASE"
      But provisioning has taken in line 2 of order "BASE" with "greeting" "long"

    @oms @withdrawal-absent
    Example: A line that is left out is not wanted any more
      When order "BASE" is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has nothing of "VOICE"
      And the number of assets charged is one

    @oms @withdrawal-delete
    Example: Where withdrawal is written so, a line that says Delete is not wanted any more
      When order "BASE" is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |
        | 2    | Delete | VoIP Voicemail  | VOICE |       |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has nothing of "VOICE"
      And the number of assets charged is one
