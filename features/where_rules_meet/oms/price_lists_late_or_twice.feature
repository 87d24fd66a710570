Feature: Price lists on revisions that come too late or twice
  A new price list may come when the line can no longer be revised, or just before an old
  message comes again. The line is charged on the price list of the last accepted version.

  Source: Process Sales Order Fulfillment, "Changing Price Lists on Supplemental
  Orders" and "About Supplemental Orders".

  @PN-04 @oms
  Rule: A revision that comes too late does not change a price list

    @price-lists+supplementals+points-of-no-return
    Example: A line stays on the header's price list after a refused revision
      Given an order "BASE" on the "Household Price List" with
        | line | action | product         | asset | price list | speed |
        | 1    | Add    | Internet Access | HOME  |            | 100   |
      And order "BASE" is held at provisioning past its points of no return
      When order "BASE" is revised on the "Seasonal Price List" to
        | line | action | product         | asset | price list | speed |
        | 1    | Add    | Internet Access | HOME  |            | 500   |
      Then the revision of order "BASE" is refused
      When provisioning completes order "BASE"
      Then order "BASE" is complete
      And billing has
        | asset | price list           |
        | HOME  | Household Price List |

    @price-lists+supplementals+points-of-no-return
    Example: A new price list in the header alone is refused when the only line is locked
      Given an order "BASE" on the "Household Price List" with
        | line | action | product         | asset | price list |
        | 1    | Add    | Internet Access | HOME  |            |
      And order "BASE" is held at provisioning past its points of no return
      When order "BASE" is revised on the "Seasonal Price List" to
        | line | action | product         | asset | price list |
        | 1    | Add    | Internet Access | HOME  |            |
      Then the revision of order "BASE" is refused
      When provisioning completes order "BASE"
      Then billing has
        | asset | price list           |
        | HOME  | Household Price List |

    @price-lists+supplementals+points-of-no-return
    Example: A line stays on its own price list after a refused revision
      Given an order "BASE" on the "Household Price List" with
        | line | action | product         | asset | price list          | speed |
        | 1    | Add    | Internet Access | HOME  | Consumer Price List | 100   |
      And order "BASE" is held at provisioning past its points of no return
      When order "BASE" is revised to
        | line | action | product         | asset | price list          | speed |
        | 1    | Add    | Internet Access | HOME  | Seasonal Price List | 500   |
      Then the revision of order "BASE" is refused
      When provisioning completes order "BASE"
      Then order "BASE" is complete
      And billing has
        | asset | price list          |
        | HOME  | Consumer Price List |

  @PN-02
  Rule: A new price list in the header reaches open lines beside a locked one

    @oms @ponr-scope-item @price-lists+supplementals+points-of-no-return
    Example: The locked line has its own price list, and the open one takes the header's new one
      Given an order "BASE" on the "Household Price List" with
        | line | action | product         | asset | price list          | version |
        | 1    | Add    | Internet Access | HOME  | Consumer Price List |         |
        | 2    | Add    | Static Address  | FIXED |                     | v4      |
      And order "BASE" is held at provisioning
      And the lines of order "BASE" have reached these milestones
        | line | milestone |
        | 1    | DESIGNED  |
        | 2    | DESIGNED  |
      When order "BASE" is revised on the "Seasonal Price List" to
        | line | action | product         | asset | price list          | version |
        | 1    | Add    | Internet Access | HOME  | Consumer Price List |         |
        | 2    | Add    | Static Address  | FIXED |                     | v6      |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And billing has
        | asset | price list          |
        | HOME  | Consumer Price List |
        | FIXED | Seasonal Price List |

  @SU-05
  Rule: A version that is delivered again does not bring back a price list

    @oms @idempotent-delivery @price-lists+redelivery
    Example: A line stays on the header's new price list when the first version is delivered again
      Given an order "BASE" on the "Household Price List" with
        | line | action | product         | asset | price list          |
        | 1    | Add    | Internet Access | HOME  |                     |
        | 2    | Add    | Static Address  | FIXED | Consumer Price List |
      And order "BASE" is held at provisioning
      When order "BASE" is revised on the "Seasonal Price List" to
        | line | action | product         | asset | price list          |
        | 1    | Add    | Internet Access | HOME  |                     |
        | 2    | Add    | Static Address  | FIXED | Standard Price List |
      And every version of order "BASE" but the last is delivered again
      And provisioning completes order "BASE"
      Then billing has
        | asset | price list          |
        | HOME  | Seasonal Price List |
        | FIXED | Standard Price List |

  @PL-10
  Rule: A line keeps its price list when its service point changes

    @oms @price-lists+supplementals+service-points
    Example: A line with a new service point stays on its own price list, and the other on the header's
      Given an order "BASE" on the "Household Price List" with
        | line | action | product         | asset  | price list                  | service point |
        | 1    | Add    | Internet Access | HOME   | Premium Consumer Price List | Customer      |
        | 2    | Add    | Internet Access | OFFICE |                             | Neighbour     |
      And order "BASE" is held at provisioning
      When order "BASE" is revised to
        | line | action | product         | asset  | price list                  | service point |
        | 1    | Add    | Internet Access | HOME   | Premium Consumer Price List | Payer         |
        | 2    | Add    | Internet Access | OFFICE |                             | Neighbour     |
      And provisioning completes order "BASE"
      Then billing has
        | asset  | price list                  |
        | HOME   | Premium Consumer Price List |
        | OFFICE | Household Price List        |
