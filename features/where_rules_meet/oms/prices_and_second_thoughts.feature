Feature: Prices and values of lines in revised and cancelled orders
  A price that was entered by hand, an assigned value and a price list each belong to one
  line. A revision of another line leaves them. A cancelled change brings the old ones
  back. A component that no line changes keeps its own.

  Source: Process Sales Order Fulfillment, "About Supplemental Orders" and "Changing Price Lists on Modify Orders".

  @SU-06 @oms
  Rule: A price that was entered by hand is kept when another line is revised

    Background:
      Given an order "BASE" on the "Household Price List" with
        | line | action | product        | asset | price list          | price override | version |
        | 1    | Add    | VoIP Voicemail | VOICE |                     | 1.90           |         |
        | 2    | Add    | Static Address | FIXED | Consumer Price List | 4.90           | v4      |
      And order "BASE" is held at provisioning

    @price-lists+supplementals
    Example: Each line is charged at its own price after the other line was revised
      When order "BASE" is revised to
        | line | action | product        | asset | price list          | price override | version |
        | 1    | Add    | VoIP Voicemail | VOICE |                     | 1.90           |         |
        | 2    | Add    | Static Address | FIXED | Consumer Price List | 4.90           | v6      |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And billing has
        | asset | price override |
        | VOICE | 1.90           |
        | FIXED | 4.90           |

    @price-lists+supplementals
    Example: A revised line has the price that was entered last, and the other line keeps its own
      When order "BASE" is revised to
        | line | action | product        | asset | price list          | price override | version |
        | 1    | Add    | VoIP Voicemail | VOICE |                     | 1.90           |         |
        | 2    | Add    | Static Address | FIXED | Seasonal Price List | 3.90           | v4      |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And billing has
        | asset | price override | price list           |
        | VOICE | 1.90           | Household Price List |
        | FIXED | 3.90           | Seasonal Price List  |

  @PL-29 @oms @installed-base
  Rule: A component without an Update line keeps its price list when its bundle moves to another

    @price-lists+bundles+modify-orders
    Example: Of two components, the updated one takes the bundle's price list, and the other keeps its own
      Given an order "FIRST" on the "Household Price List" with
        | line | action | product             | asset  | price list |
        | 1    | Add    | VoIP Service Bundle | BUNDLE |            |
        | 1.1  | Add    | VoIP Access         | PHONE  |            |
        | 1.2  | Add    | VoIP Voicemail      | VOICE  |            |
      And order "FIRST" is submitted and fulfilled
      And a change order "CHANGE" on the "Seasonal Price List" with
        | line | action | product             | asset  | price list                  | price override |
        | 1    | Update | VoIP Service Bundle | BUNDLE | Premium Consumer Price List | 9.90           |
        | 1.1  | -      | VoIP Access         | PHONE  | Premium Consumer Price List |                |
        | 1.2  | Update | VoIP Voicemail      | VOICE  | Premium Consumer Price List | 1.90           |
      When order "CHANGE" is submitted and fulfilled
      Then billing has
        | asset  | price list                  |
        | BUNDLE | Premium Consumer Price List |
        | PHONE  | Household Price List        |
        | VOICE  | Premium Consumer Price List |

  @UF-07 @oms @billing-after-provisioning
  Rule: An assigned value is kept when another line of the same product is revised

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |
        | 2    | Add    | Internet Access | OTHER | 100   |
      And order "BASE" is held at provisioning

    @supplementals+filled-in-data
    Example: A revision of the first line keeps the value that was assigned to the second
      When provisioning reports the value "20" of "upload" of line 1 of order "BASE"
      And provisioning reports the value "40" of "upload" of line 2 of order "BASE"
      And order "BASE" is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 500   |
        | 2    | Add    | Internet Access | OTHER | 100   |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And billing receives the value "40" of "upload" of line 2 of order "BASE"

  @PV-05 @oms @billing-after-provisioning
  Rule: Charges that billing has begun for a cancelled change return to each asset's price list

    Background:
      Given an order "FIRST" on the "Household Price List" with
        | line | action | product        | asset | price list                  | price override |
        | 1    | Add    | VoIP Voicemail | VOICE | Premium Consumer Price List | 3.90           |
        | 2    | Add    | VoIP Voicemail | OTHER |                             | 4.90           |
      And order "FIRST" is submitted and fulfilled
      And a change order "CHANGE" on the "Seasonal Price List" with
        | line | action | product        | asset | price list          | price override |
        | 1    | Update | VoIP Voicemail | VOICE | Consumer Price List | 1.90           |
        | 2    | Update | VoIP Voicemail | OTHER |                     | 2.90           |

    @price-lists+cancellation @cancel-message
    Example: A change that is cancelled during the work of billing leaves each asset on its price list
      Given billing holds its work
      When order "CHANGE" is submitted
      And the CRM cancels order "CHANGE"
      And billing takes up its work again
      Then order "CHANGE" is cancelled
      And billing has
        | asset | price list                  | price override |
        | VOICE | Premium Consumer Price List | 3.90           |
        | OTHER | Household Price List        | 4.90           |

  @PL-31 @oms
  Rule: A component is charged at the price that was entered for it

    Background:
      Given an order "BASE" with
        | line | action | product             | asset  | price list                  | price override |
        | 1    | Add    | VoIP Service Bundle | BUNDLE | Premium Consumer Price List |                |
        | 1.1  | Add    | VoIP Voicemail      | VOICE  | Premium Consumer Price List | 4.90           |

    @price-lists+bundles
    Example: The price of a component counts besides the price list of its bundle
      When order "BASE" is submitted
      Then order "BASE" is complete
      And billing has
        | asset | price list                  | price override |
        | VOICE | Premium Consumer Price List | 4.90           |
