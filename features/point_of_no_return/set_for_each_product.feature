Feature: Points of no return that differ by product
  The company that sells a product decides after which milestone its line can no longer be
  revised. The order system keeps to that.

  Source: Process Sales Order Fulfillment, "About Sales Orders", on the point of
  no return.

  Background:
    Given provisioning holds its work
    And an order "BASE" with
      | line | action | product         | asset | speed | version |
      | 1    | Add    | Internet Access | HOME  | 100   |         |
      | 2    | Add    | Static Address  | FIXED |       | v4      |
    And order "BASE" is held at provisioning

  @PN-05 @oms
  Rule: The point of no return that is set for a product decides how long its line can be revised

    Background:
      Given the lines of order "BASE" have reached these milestones
        | line | milestone |
        | 1    | DESIGNED  |
        | 2    | DESIGNED  |

    @ponr-scope-item
    Example: A line whose point of no return lies after the current milestone is revised
      When order "BASE" is revised to
        | line | action | product         | asset | speed | version |
        | 1    | Add    | Internet Access | HOME  | 100   |         |
        | 2    | Add    | Static Address  | FIXED |       | v6      |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | version |
        | FIXED | v6      |

    Example: A line whose point of no return lies at the current milestone is not revised
      When order "BASE" is revised to
        | line | action | product         | asset | speed | version |
        | 1    | Add    | Internet Access | HOME  | 500   |         |
        | 2    | Add    | Static Address  | FIXED |       | v4      |
      Then the revision of order "BASE" is refused
      When provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | speed |
        | HOME  | 100   |

  @PN-01 @oms @ponr-scope-item @billing-grain-line
  Rule: A line whose product has no point of no return is locked as soon as it is complete

    Continued from revising_in_time.feature.

    @two-places
    Example: A complete line is not revised, though its order is still open
      Given an order "MIXED" with
        | line | action | product         | asset | greeting | speed |
        | 1    | Add    | VoIP Voicemail  | VOICE | short    |       |
        | 2    | Add    | Internet Access | OTHER |          | 100   |
      And order "MIXED" is held at provisioning
      When provisioning completes line 1 of order "MIXED"
      And order "MIXED" is revised to
        | line | action | product         | asset | greeting | speed |
        | 1    | Add    | VoIP Voicemail  | VOICE | long     |       |
        | 2    | Add    | Internet Access | OTHER |          | 500   |
      Then the revision of order "MIXED" is refused
