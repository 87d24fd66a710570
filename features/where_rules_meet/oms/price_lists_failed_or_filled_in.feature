Feature: Price lists of lines that fail, get values or move
  A line fails, and before it is mended the customer asks for another price list; or
  provisioning assigns a number just before or after. The newest price list is charged,
  and no assigned value is lost.

  Source: Process Sales Order Fulfillment, "Changing Price Lists on Supplemental
  Orders"; Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About the Update Fulfillment Order Business Flow".

  @PL-21 @oms @whole-lines
  Rule: A failed line is charged on the price list that it has when it is done

    Background:
      Given an order "BASE" on the "Household Price List" with
        | line | action | product         | asset | price list          |
        | 1    | Add    | Internet Access | HOME  | Consumer Price List |
        | 2    | Add    | Static Address  | FIXED |                     |
      And provisioning cannot do line 1 of order "BASE"
      And order "BASE" is held at provisioning

    @price-lists+supplementals+failures
    Example: A line whose price list was changed while it had failed is charged on the new one
      When provisioning completes line 1 of order "BASE"
      And order "BASE" is revised to
        | line | action | product         | asset | price list          |
        | 1    | Add    | Internet Access | HOME  | Seasonal Price List |
        | 2    | Add    | Static Address  | FIXED |                     |
      And provisioning does line 1 of order "BASE" after all
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And billing has
        | asset | price list           |
        | HOME  | Seasonal Price List  |
        | FIXED | Household Price List |

    @price-lists+failures
    Example: A failed line and the other line keep their price lists
      When provisioning completes line 1 of order "BASE"
      And provisioning does line 1 of order "BASE" after all
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And billing has
        | asset | price list           |
        | HOME  | Consumer Price List  |
        | FIXED | Household Price List |

  @PL-21
  Rule: An assigned value leaves the newest price list as it is

    @oms @price-lists+supplementals+filled-in-data
    Example: A line is charged on its new price list, though a value is assigned afterwards
      Given an order "BASE" with
        | line | action | product     | asset | price list          |
        | 1    | Add    | VoIP Access | PHONE | Consumer Price List |
      And order "BASE" is held at provisioning
      When order "BASE" is revised to
        | line | action | product     | asset | price list          |
        | 1    | Add    | VoIP Access | PHONE | Seasonal Price List |
      And provisioning reports the value "020 7946 0123" of "number" of line 1 of order "BASE"
      And provisioning completes order "BASE"
      Then billing has
        | asset | price list          |
        | PHONE | Seasonal Price List |

  @UF-07 @oms @billing-after-provisioning
  Rule: An assigned value is kept when the price list changes

    Background:
      Given an order "BASE" with
        | line | action | product     | asset | price list          |
        | 1    | Add    | VoIP Access | PHONE | Consumer Price List |
      And order "BASE" is held at provisioning

    @price-lists+supplementals+filled-in-data
    Example: Billing is told a number that was assigned before the price list was changed
      When provisioning reports the value "020 7946 0123" of "number" of line 1 of order "BASE"
      And order "BASE" is revised to
        | line | action | product     | asset | price list          |
        | 1    | Add    | VoIP Access | PHONE | Seasonal Price List |
      And provisioning completes order "BASE"
      Then billing receives the value "020 7946 0123" of "number" of line 1 of order "BASE"
      And billing has
        | asset | price list          |
        | PHONE | Seasonal Price List |

    @price-lists+supplementals+filled-in-data @two-phase-billing
    Example: Billing is told a number that was assigned during its work, with the new price list
      Given billing holds its work
      When provisioning completes order "BASE"
      And provisioning reports the value "020 7946 0124" of "number" of line 1 of order "BASE"
      And order "BASE" is revised to
        | line | action | product     | asset | price list          |
        | 1    | Add    | VoIP Access | PHONE | Seasonal Price List |
      And billing completes order "BASE"
      Then billing receives the value "020 7946 0124" of "number" of line 1 of order "BASE"

  @PL-21
  Rule: A line that moves is charged on the newest price list

    @oms @price-lists+supplementals
    Example: A line with a new address and a new price list is charged once, on the new one
      Given an order "BASE" with
        | line | action | product        | asset | price list          | site         |
        | 1    | Add    | VoIP Voicemail | VOICE | Consumer Price List | 12 Mill Lane |
      And order "BASE" is held at provisioning
      When order "BASE" is revised to
        | line | action | product        | asset | price list          | site           |
        | 1    | Add    | VoIP Voicemail | VOICE | Seasonal Price List | 3 Harbour Road |
      And provisioning completes order "BASE"
      Then billing has
        | asset | price list          |
        | VOICE | Seasonal Price List |
      And the number of assets charged is one

  @PL-21
  Rule: A waiting follow-on order is charged on the price list of its newest version

    Background:
      Given an order "BASE" on the "Household Price List" with
        | line | action | product         | asset | price list |
        | 1    | Add    | Internet Access | HOME  |            |
      And order "BASE" is held at provisioning past its points of no return

    @oms @price-lists+supplementals+follow-ons
    Example: A follow-on order that was revised while it waited is charged on the revision's price list
      Given a change order "MORE" on the "Household Price List" with
        | line | action | product | asset | price list          | depends on     |
        | 1    | Add    | Handset | HANDS | Consumer Price List | line 1 of BASE |
      When order "MORE" is submitted
      And order "MORE" is revised to
        | line | action | product | asset | price list          | depends on     |
        | 1    | Add    | Handset | HANDS | Seasonal Price List | line 1 of BASE |
      And provisioning takes up its work again
      Then billing has
        | asset | price list          |
        | HANDS | Seasonal Price List |
