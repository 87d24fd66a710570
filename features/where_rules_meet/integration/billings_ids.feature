Feature: Billing's own ids
  Billing gives a line an id of its own with the first call, and reports it. From then on
  the integration asks for the line under that id, and turns billing's answers into news
  of the order system's line.

  Source: Process Sales Order Fulfillment, "About Sales Orders".

  Background:
    Given billing gives lines ids of its own
    And an order "BASE" with
      | line | product             | asset | price list          |
      | 1    | VoIP Service Bundle | ONE   | Consumer Price List |
      | 1.1  | VoIP Voicemail      | MAIL1 | Consumer Price List |
      | 2    | VoIP Service Bundle | TWO   | Seasonal Price List |
      | 2.1  | VoIP Voicemail      | MAIL2 | Seasonal Price List |
    And the order system has order "BASE" and has had it billed

  @FL-08 @integration @billing-receipts
  Rule: Billing is asked under its own id, and its answers reach the right line

    @price-lists+supplementals
    Example: A charge is changed under billing's id after a revision
      When order "BASE" is revised on the "Seasonal Price List" to
        | line | product             | asset | price list                  |
        | 1    | VoIP Service Bundle | ONE   | Premium Consumer Price List |
        | 1.1  | VoIP Voicemail      | MAIL1 |                             |
      And the order system asks billing for order "BASE"
        | line | effect | price list                  |
        | 1    | change | Premium Consumer Price List |
      Then billing is asked for line 1 of order "BASE" under its own id
      And billing has
        | asset | price list                  |
        | ONE   | Premium Consumer Price List |

    @restartable @price-lists+bundles+restarts
    Example: A component's charge is changed under billing's id after a breakdown
      When the integration breaks down and is started again
      And the order system asks billing for order "BASE"
        | line | effect | price list                  |
        | 2.1  | change | Premium Consumer Price List |
      Then billing is asked for line 2.1 of order "BASE" under its own id
      And billing has
        | asset | price list                  |
        | MAIL1 | Consumer Price List         |
        | MAIL2 | Premium Consumer Price List |

    @cancel-message @failures+cancellation
    Example: Billing's failure after a cancel is reported for the order system's line
      When the CRM cancels order "BASE"
      And the order system asks billing for order "BASE"
        | line | effect | price list |
        | 2.1  | stop   |            |
      And the order system asks billing for order "BASE"
        | line | effect | price list |
        | 2.1  | stop   |            |
      Then the order system receives a fault of line 2.1 of order "BASE"
      And billing is asked for line 2.1 of order "BASE" under its own id

    @follow-ons+modify-orders
    Example: A follow-on order's line is another line to billing than its base order's
      Given the order system has order "CHANGE" with
        | line | action | asset | price list                  | depends on       |
        | 1    | Update | MAIL2 | Premium Consumer Price List | line 2.1 of BASE |
      When the order system asks billing for order "CHANGE"
        | line | price list                  |
        | 1    | Premium Consumer Price List |
      Then the order system receives the billing of line 1 of order "CHANGE"
      And billing has
        | asset | price list                  |
        | MAIL2 | Premium Consumer Price List |
