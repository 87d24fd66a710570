Feature: Changes that are taken back, locked, mended or shared out
  What is taken back goes to what was there before, which may be the third state of an asset and not the first. A line
  that was mended is as locked as before, and each order has its own customer.

  Source: Process Sales Order Fulfillment, "About Supplemental Orders", "About Modify Orders" and "Changing Price Lists
  on Supplemental Orders"; Understanding the Provision Order and Update Fulfillment Order Business Flows, "About Order
  Provisioning".

  @PV-05 @cancel-message
  Rule: A change that is cancelled leaves the asset on the price list of the change before it

    Background:
      Given an order "FIRST" on the "Household Price List" with
        | line | action | product         | asset | price list |
        | 1    | Add    | Internet Access | HOME  |            |
      And order "FIRST" is submitted and fulfilled
      And a change order "CHEAPER" on the "Household Price List" with
        | line | action | product         | asset | price list          | price override |
        | 1    | Update | Internet Access | HOME  | Consumer Price List | 19.90          |

    @oms @price-lists+modify-orders+cancellation
    Example: The asset is on the list of the second order, not on that of the first or of the cancelled one
      Given order "CHEAPER" is submitted and fulfilled
      And a change order "SUMMER" on the "Household Price List" with
        | line | action | product         | asset | price list          | price override | speed |
        | 1    | Update | Internet Access | HOME  | Seasonal Price List | 9.90           | 500   |
      And order "SUMMER" is held at provisioning
      When the CRM cancels order "SUMMER"
      And provisioning completes what it has of order "SUMMER"
      Then order "SUMMER" is cancelled
      And billing has
        | asset | price list          |
        | HOME  | Consumer Price List |

  @PV-05 @cancel-message
  Rule: A deletion that is cancelled leaves the asset at the address that it had moved to

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
    Example: The asset is where it was moved, and not where it was sold
      Given order "MOVE" is submitted and fulfilled
      And a change order "GONE" with
        | line | action | asset |
        | 1    | Delete | HOME  |
      And order "GONE" is held at provisioning
      When the CRM cancels order "GONE"
      And provisioning completes what it has of order "GONE"
      Then order "GONE" is cancelled
      And provisioning has
        | asset | site           |
        | HOME  | 7 Church Close |

  @PN-04
  Rule: Past the point of no return of any of its lines an order cannot be cancelled, whichever line that is

    Background:
      Given an order "BASE" with
        | line | action | product         | asset |
        | 1    | Add    | Static Address  | FIXED |
        | 2    | Add    | Internet Access | HOME  |
      And order "BASE" is held at provisioning

    @oms @points-of-no-return+cancellation
    Example: An order whose last line is locked is done as a whole, though it was cancelled
      When provisioning reports the milestone "DESIGNED" of line 2 of order "BASE"
      And the CRM cancels order "BASE"
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | product         |
        | FIXED | Static Address  |
        | HOME  | Internet Access |

  @PN-01
  Rule: A line that was mended is as locked as it was before it failed

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |
      And provisioning cannot do line 1 of order "BASE"
      And billing holds its work

    @oms @two-phase-billing @supplementals+points-of-no-return+failures
    Example: A revision of a line that was mended past its point of no return is refused, though it is not billed yet
      Given order "BASE" is held at provisioning past its points of no return
      When provisioning completes line 1 of order "BASE"
      And provisioning does line 1 of order "BASE" after all
      And order "BASE" is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 500   |
      Then the revision of order "BASE" is refused

  @PL-19
  Rule: A new header list counts for lines that wait to be mended as well

    Background:
      Given an order "BASE" on the "Household Price List" with
        | line | action | product         | asset | price list |
        | 1    | Add    | Internet Access | HOME  |            |
        | 2    | Add    | Static Address  | FIXED |            |
      And provisioning cannot do line 1 of order "BASE"
      And order "BASE" is held at provisioning

    @oms @price-lists+supplementals+failures
    Example: A line that failed and is mended is charged on the list that the header has by then
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
