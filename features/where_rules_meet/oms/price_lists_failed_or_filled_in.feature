Feature: Price lists of lines that failed, were filled in, or are set up elsewhere
  A line fails, and before it is mended the customer asks for another price list;
  or provisioning has assigned a number just before, or does so just after. The
  newest list is charged, and nothing that was filled in is lost.

  Source: Process Sales Order Fulfillment, "Changing Price Lists on Supplemental
  Orders"; Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About the Update Fulfillment Order Business Flow".

  @PL-21 @oms
  Rule: What failed is charged on the list that it has when it is done

    Background:
      Given an order "BASE" on the "Household Price List" with
        | line | action | product         | asset | price list          |
        | 1    | Add    | Internet Access | HOME  | Consumer Price List |
        | 2    | Add    | Static Address  | FIXED |                     |
      And provisioning cannot do line 1 of order "BASE"
      And order "BASE" is held at provisioning

    @price-lists+supplementals+failures
    Example: A line whose list was changed while it had failed is charged on the new one
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
    Example: A line that failed keeps its list, and so does the other
      When provisioning completes line 1 of order "BASE"
      And provisioning does line 1 of order "BASE" after all
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And billing has
        | asset | price list           |
        | HOME  | Consumer Price List  |
        | FIXED | Household Price List |

  @PL-21
  Rule: What is filled in leaves the newest list as it is

    @oms @price-lists+supplementals+filled-in-data
    Example: A line whose list was changed is charged on the new one, though a value is filled in afterwards
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

  @UF-07 @oms @two-phase-billing
  Rule: A value that was filled in outlives a change of the price list

    Background:
      Given an order "BASE" with
        | line | action | product     | asset | price list          |
        | 1    | Add    | VoIP Access | PHONE | Consumer Price List |
      And order "BASE" is held at provisioning

    @price-lists+supplementals+filled-in-data
    Example: Billing is told a number that was filled in before the list of its line was changed
      When provisioning reports the value "020 7946 0123" of "number" of line 1 of order "BASE"
      And order "BASE" is revised to
        | line | action | product     | asset | price list          |
        | 1    | Add    | VoIP Access | PHONE | Seasonal Price List |
      And provisioning completes order "BASE"
      Then billing receives the value "020 7946 0123" of "number" of line 1 of order "BASE"
      And billing has
        | asset | price list          |
        | PHONE | Seasonal Price List |

    @price-lists+supplementals+filled-in-data
    Example: A number that comes while billing is at work is told to billing with the new list
      Given billing holds its work
      When provisioning completes order "BASE"
      And provisioning reports the value "020 7946 0124" of "number" of line 1 of order "BASE"
      And order "BASE" is revised to
        | line | action | product     | asset | price list          |
        | 1    | Add    | VoIP Access | PHONE | Seasonal Price List |
      And billing completes order "BASE"
      Then billing receives the value "020 7946 0124" of "number" of line 1 of order "BASE"

  @PL-21
  Rule: What is set up elsewhere is charged on the newest list

    @oms @price-lists+supplementals
    Example: A line with another address and another list is charged once, on the new list
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
  Rule: A follow-on order that waits is charged on the list of its newest version

    Background:
      Given an order "BASE" on the "Household Price List" with
        | line | action | product         | asset | price list |
        | 1    | Add    | Internet Access | HOME  |            |
      And order "BASE" is held at provisioning past its points of no return

    @oms @price-lists+supplementals+follow-ons
    Example: A follow-on order that was revised while it waited is charged on the list of the revision
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
