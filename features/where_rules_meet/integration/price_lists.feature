Feature: Price lists on their way to billing
  The order system names a price list for each charge, and the integration replaces it
  with a rate plan. A rate plan belongs to one line in one call. It must not reach another
  line, version or order.

  Source: Process Sales Order Fulfillment, "Supporting Multiple Price Lists on
  Orders".

  Background:
    Given an order "BASE" on the "Household Price List" with
      | line | product         | asset | price list          | price override |
      | 1    | Internet Access | HOME  | Consumer Price List | 19.90          |
      | 2    | Static Address  | FIXED | Consumer Price List |                |

  @PL-01
  Rule: A component is charged on the price list of its own bundle, though another bundle has the same component

    @integration @price-lists+bundles
    Example: Two bundles on two price lists have the same component
      Given the order system has order "VOICE" with
        | line  | product             | price list                  |
        | 1     | VoIP Service Bundle | Premium Consumer Price List |
        | 1.1   | VoIP Voicemail      |                             |
        | 2     | VoIP Service Bundle | Seasonal Price List         |
        | 2.1   | VoIP Voicemail      |                             |
        | 2.2   | Handset Kit         |                             |
        | 2.2.1 | Handset             |                             |
      When the order system asks billing for order "VOICE"
        | line  | price list                  |
        | 1.1   | Premium Consumer Price List |
        | 2.1   | Seasonal Price List         |
        | 2.2.1 | Seasonal Price List         |
      Then billing charges for order "VOICE"
        | line  | price list                  |
        | 1.1   | Premium Consumer Price List |
        | 2.1   | Seasonal Price List         |
        | 2.2.1 | Seasonal Price List         |

  @PL-06 @integration
  Rule: A price list without a rate plan stops one charge, and no later charge and no other line

    @price-lists+modify-orders+failures
    Example: A line whose first new price list has no rate plan is changed to a second one
      Given the order system has order "BASE" and has had it billed
      And the order system has order "CHANGE" with
        | line | action | asset | price list          |
        | 1    | Update | HOME  | Seasonal Price List |
      When the order system asks billing for order "CHANGE"
        | line | price list       |
        | 1    | Staff Price List |
      And the order system asks billing for order "CHANGE"
        | line | price list          |
        | 1    | Seasonal Price List |
      Then it is reported that line 1 of order "CHANGE" cannot be billed
      And billing has
        | asset | price list          |
        | HOME  | Seasonal Price List |
        | FIXED | Consumer Price List |

    @restartable @price-lists+restarts
    Example: A line that cannot be billed is reported once, also after a breakdown
      Given the order system has order "BASE"
      When the order system asks billing for order "BASE"
        | line | price list       |
        | 2    | Staff Price List |
      And the integration breaks down and is started again
      And the order system asks billing for order "BASE"
        | line | price list          |
        | 1    | Consumer Price List |
      Then it is reported that line 2 of order "BASE" cannot be billed
      And billing charges nothing for line 2 of order "BASE"

    @price-lists+dates+failures
    Example: A dated line without a rate plan is reported at once
      Given an order "LATER" for "in 8 days" with
        | line | product         | price list          |
        | 1    | Internet Access | Staff Price List    |
        | 2    | Static Address  | Seasonal Price List |
      And the order system has order "LATER"
      When the order system asks billing for order "LATER"
        | line | price list          |
        | 1    | Staff Price List    |
        | 2    | Seasonal Price List |
      Then it is reported that line 1 of order "LATER" cannot be billed
      And billing charges for order "LATER"
        | line | price list          |
        | 2    | Seasonal Price List |

  @PL-08 @integration
  Rule: A charge begins, changes and ends on the rate plan of the price list in each call

    @cancel-message @price-lists+cancellation
    Example: The charges of a cancelled order end on their own rate plans
      Given the order system has order "BASE" and has had it billed
      When the CRM cancels order "BASE"
      And the order system asks billing for order "BASE"
        | line | effect | price list          |
        | 1    | stop   | Consumer Price List |
      Then billing is asked for order "BASE"
        | line | effect | price list          |
        | 1    | start  | Consumer Price List |
        | 2    | start  | Consumer Price List |
        | 1    | stop   | Consumer Price List |

    @idempotent-delivery @price-lists+redelivery
    Example: A charge that returns to its first price list is changed a second time
      Given the order system has order "BASE" and has had it billed
      When the order system asks billing for order "BASE"
        | line | effect | price list          |
        | 1    | change | Seasonal Price List |
      And the order system asks billing for order "BASE"
        | line | effect | price list          |
        | 1    | change | Consumer Price List |
      And the order system asks billing for order "BASE"
        | line | effect | price list          |
        | 1    | change | Seasonal Price List |
      Then billing has
        | asset | price list          |
        | HOME  | Seasonal Price List |
        | FIXED | Consumer Price List |
