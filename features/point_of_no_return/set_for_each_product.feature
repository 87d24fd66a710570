Feature: Where the point of no return of a product is set
  Each product has its own point after which its line can no longer be revised. Who
  sells it decides where that is, and the order system keeps to it.

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
  Rule: Where the point of no return of a product is set decides how long its line can be revised

    Background:
      Given each line of order "BASE" is at its milestone
        | line | milestone |
        | 1    | DESIGNED  |
        | 2    | DESIGNED  |

    @ponr-scope-item
    Example: At the same milestone, the line with the later point is still revised
      When order "BASE" is revised to
        | line | action | product         | asset | speed | version |
        | 1    | Add    | Internet Access | HOME  | 100   |         |
        | 2    | Add    | Static Address  | FIXED |       | v6      |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | version |
        | FIXED | v6      |

    Example: At the same milestone, the line with the earlier point is no longer revised
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
