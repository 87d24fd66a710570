Feature: Which call an update answers, and which failure a fault is about
  The order system may ask for the same line several times. An update names the call that
  it answers, and a fault names its incident. Every value that is known goes with the
  call.

  Source: Process Sales Order Fulfillment, "About Sales Orders"; Understanding the Provision
  Order and Update Fulfillment Order Business Flows, "About the Provision Order Business Flow".

  Background:
    Given an order "BASE" with
      | line | product         | asset | price list          | speed | version |
      | 1    | Internet Access | HOME  | Consumer Price List | 100   |         |
      | 2    | Static Address  | FIXED | Consumer Price List |       | v4      |

  @FL-08
  Rule: An update names the call that asked for the work, before and after a breakdown

    @integration @restartable @filled-in-data+restarts
    Example: Values are reported before a breakdown and after it
      Given the order system has order "BASE" and provisioning works on it
      When provisioning reports the value "40" of "upload" of line 1 of order "BASE"
      And the integration breaks down and is started again
      And provisioning reports the value "v6" of "version" of line 2 of order "BASE"
      And provisioning reports the value "50" of "upload" of line 1 of order "BASE"
      Then the order system receives the value "v6" of "version" of line 2 of order "BASE"

  @PL-06 @integration
  Rule: Each line that cannot be billed is a failure of its own

    @price-lists+failures
    Example: Two lines without a rate plan are asked for one after the other
      Given the order system has order "BASE"
      When the order system asks billing for order "BASE"
        | line | price list       |
        | 1    | Staff Price List |
      And the order system asks billing for order "BASE"
        | line | price list       |
        | 2    | Staff Price List |
      Then billing charges nothing for line 1 of order "BASE"
      And billing charges nothing for line 2 of order "BASE"

    @two-phase-billing @price-lists+failures
    Example: A line without a rate plan is asked for in both calls, and fails in both
      Given the order system has order "BASE"
      When the order system asks billing for order "BASE"
        | line | phase    | price list       |
        | 1    | initiate | Staff Price List |
      And the order system asks billing for order "BASE"
        | line | phase  | price list       |
        | 1    | fulfil | Staff Price List |
      Then billing charges nothing for line 1 of order "BASE"

    @restartable @price-lists+failures+restarts
    Example: Two lines without a rate plan are asked for, one before a breakdown and one after it
      Given the order system has order "BASE"
      When the order system asks billing for order "BASE"
        | line | price list       |
        | 1    | Staff Price List |
      And the integration breaks down and is started again
      And the order system asks billing for order "BASE"
        | line | price list       |
        | 2    | Staff Price List |
      Then billing charges nothing for line 1 of order "BASE"
      And billing charges nothing for line 2 of order "BASE"

  @FL-09 @integration
  Rule: An assigned value reaches billing and provisioning under any name

    @price-lists+filled-in-data
    Example: Billing is told values that the catalogue does not know
      Given the order system has order "BASE"
      When the order system asks billing for order "BASE"
        | line | price list          | circuit | speed |
        | 1    | Consumer Price List | C-0042  | 200   |
        | 2    | Seasonal Price List |         |       |
      Then billing charges for order "BASE"
        | line | price list          |
        | 1    | Consumer Price List |
        | 2    | Seasonal Price List |

    @service-changes+filled-in-data
    Example: Provisioning is told values that the catalogue does not know
      Given the order system has order "BASE"
      When the order system asks provisioning for order "BASE"
        | line | target  | circuit | speed |
        | 1    | network | C-0042  | 200   |
        | 2    | network |         |       |
      Then provisioning has
        | asset | circuit | speed |
        | HOME  | C-0042  | 200   |
