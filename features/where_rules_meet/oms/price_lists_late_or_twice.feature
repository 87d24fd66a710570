Feature: Price lists and revisions that come too late or twice
  A new price list may come when the line can no longer be revised, or just before
  an old message is delivered once more. What is charged in the end is what the
  version says that was taken in last, and nothing that was refused or replaced.

  Source: Process Sales Order Fulfillment, "Changing Price Lists on Supplemental
  Orders" and "About Supplemental Orders".

  @PN-04 @oms
  Rule: A revision that comes too late changes no price list either

    @price-lists+supplementals+points-of-no-return
    Example: A line is charged on the header's list that it had before a revision was refused
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
    Example: A line is charged on its own list that it had before a revision was refused
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
  Rule: A new header list reaches the lines that are still open beside a locked one

    @oms @ponr-scope-item @price-lists+supplementals+points-of-no-return
    Example: The locked line names a list, and the open one follows the new header
      Given an order "BASE" on the "Household Price List" with
        | line | action | product         | asset | price list          | version |
        | 1    | Add    | Internet Access | HOME  | Consumer Price List |         |
        | 2    | Add    | Static Address  | FIXED |                     | v4      |
      And order "BASE" is held at provisioning
      And each line of order "BASE" is at its milestone
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
  Rule: A version that is delivered once more brings back no price list

    @oms @idempotent-delivery @price-lists+redelivery
    Example: A line without a list stays on the new header when the first version is delivered again
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
  Rule: A line keeps its list when its service point changes

    @oms @price-lists+supplementals+service-points
    Example: The line that gets another service point stays on its own list, and the other one on the header's
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
