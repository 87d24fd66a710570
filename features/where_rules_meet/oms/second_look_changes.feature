Feature: Cancels, locks and failures in longer histories
  A cancelled change returns to the state before it, which may be the third state of an
  asset. A mended line is still locked.

  Source: Process Sales Order Fulfillment, "About Supplemental Orders", "About Modify Orders" and "Changing Price Lists
  on Supplemental Orders"; Understanding the Provision Order and Update Fulfillment Order Business Flows, "About Order
  Provisioning".

  @PV-05 @cancel-message
  Rule: A cancelled change leaves the asset on the price list of the change before it

    Background:
      Given an order "FIRST" on the "Household Price List" with
        | line | action | product         | asset | price list |
        | 1    | Add    | Internet Access | HOME  |            |
      And order "FIRST" is submitted and fulfilled
      And a change order "CHEAPER" on the "Household Price List" with
        | line | action | product         | asset | price list          | price override |
        | 1    | Update | Internet Access | HOME  | Consumer Price List | 19.90          |

    @oms @price-lists+modify-orders+cancellation
    Example: The asset is on the second order's price list, not on the first one's or the cancelled one's
      Given order "CHEAPER" is submitted and fulfilled
      And a change order "SUMMER" on the "Household Price List" with
        | line | action | product         | asset | price list          | price override | speed |
        | 1    | Update | Internet Access | HOME  | Seasonal Price List | 9.90           | 500   |
      And order "SUMMER" is held at provisioning
      When the CRM cancels order "SUMMER"
      And provisioning completes all its work for order "SUMMER"
      Then order "SUMMER" is cancelled
      And billing has
        | asset | price list          | price override |
        | HOME  | Consumer Price List | 19.90          |

  @PV-05 @cancel-message
  Rule: A cancelled deletion leaves the asset at the address to which it was moved

    Background:
      Given an order "FIRST" with
        | line | action | product         | asset | site         |
        | 1    | Add    | Internet Access | HOME  | 12 Mill Lane |
      And order "FIRST" is submitted and fulfilled
      And a change order "MOVE" with
        | line | action      | asset | site           |
        | 1    | Move-Add    | HOME  | 7 Church Close |
        | 2    | Move-Delete | HOME  | 12 Mill Lane   |

    @oms @modify-orders+service-changes+cancellation
    Example: The asset of a cancelled deletion is at its new address, not at the one where it was sold
      Given order "MOVE" is submitted and fulfilled
      And a change order "GONE" with
        | line | action | asset |
        | 1    | Delete | HOME  |
      And order "GONE" is held at provisioning
      When the CRM cancels order "GONE"
      And provisioning completes all its work for order "GONE"
      Then order "GONE" is cancelled
      And provisioning has
        | asset | site           |
        | HOME  | 7 Church Close |

  @PN-04
  Rule: An order with any locked line cannot be cancelled

    Background:
      Given an order "BASE" with
        | line | action | product         | asset |
        | 1    | Add    | Static Address  | FIXED |
        | 2    | Add    | Internet Access | HOME  |
      And order "BASE" is held at provisioning

    @oms @points-of-no-return+cancellation
    Example: An order whose last line is locked is completed as a whole, though a cancel came
      When provisioning reports the milestone "DESIGNED" of line 2 of order "BASE"
      And the CRM cancels order "BASE"
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | product         |
        | FIXED | Static Address  |
        | HOME  | Internet Access |

  @PN-01
  Rule: A mended line is as locked as it was before it failed

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |
      And provisioning cannot do line 1 of order "BASE"
      And billing holds its work

    @oms @billing-after-provisioning @supplementals+points-of-no-return+failures
    Example: A revision of a mended line past its point of no return is refused before the line is billed
      Given order "BASE" is held at provisioning past its points of no return
      When provisioning completes line 1 of order "BASE"
      And provisioning does line 1 of order "BASE" after all
      And order "BASE" is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 500   |
      Then the revision of order "BASE" is refused

  @PL-19
  Rule: A new price list in the header also counts for a failed line

    Background:
      Given an order "BASE" on the "Household Price List" with
        | line | action | product         | asset | price list |
        | 1    | Add    | Internet Access | HOME  |            |
        | 2    | Add    | Static Address  | FIXED |            |
      And provisioning cannot do line 1 of order "BASE"
      And order "BASE" is held at provisioning

    @oms @price-lists+supplementals+failures @failed-line-alone @whole-lines
    Example: A mended line is charged on the price list that the header has by then
      When provisioning completes line 1 of order "BASE"
      And order "BASE" is revised on the "Seasonal Price List" to
        | line | action | product         | asset | price list |
        | 1    | Add    | Internet Access | HOME  |            |
        | 2    | Add    | Static Address  | FIXED |            |
      And provisioning completes order "BASE"
      And provisioning does line 1 of order "BASE" after all
      Then billing has
        | asset | price list          |
        | HOME  | Seasonal Price List |
        | FIXED | Seasonal Price List |
