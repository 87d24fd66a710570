Feature: What earlier versions and earlier orders said
  A value counts until somebody wants another one. A revision may replace an assigned value, take a price
  away or name another asset, and a locked line stays where it is.

  Source: Process Sales Order Fulfillment, "About Sales Orders", "About Supplemental Orders" and "Changing Price Lists on
  Modify Orders"; Understanding the Provision Order and Update Fulfillment Order Business Flows, "About the Update
  Fulfillment Order Business Flow".

  @SU-05 @oms
  Rule: What a revision wants otherwise takes the place of what was assigned or named before

    @supplementals+filled-in-data
    Example: A number that the revision names replaces the number that provisioning had assigned
      Given an order "BASE" with
        | line | action | product     | asset | number        |
        | 1    | Add    | VoIP Access | VOICE | 020 7946 0100 |
      And order "BASE" is held at provisioning
      When provisioning reports the value "020 7946 0123" of "number" of line 1 of order "BASE"
      And order "BASE" is revised to
        | line | action | product     | asset | number        |
        | 1    | Add    | VoIP Access | VOICE | 020 7946 0155 |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | number        |
        | VOICE | 020 7946 0155 |

    @supplementals+modify-orders @revisable-modify-orders
    Example: A revised line changes the asset that the revision names, and the first one stays as it was
      Given the customer has
        | asset  | product         | speed |
        | HOME   | Internet Access | 100   |
        | OFFICE | Internet Access | 100   |
      And a change order "CHANGE" with
        | line | action | product         | asset | speed |
        | 1    | Update | Internet Access | HOME  | 500   |
      And order "CHANGE" is held at provisioning
      When order "CHANGE" is revised to
        | line | action | product         | asset  | speed |
        | 1    | Update | Internet Access | OFFICE | 500   |
      And provisioning completes all its work for order "CHANGE"
      Then provisioning has
        | asset  | speed |
        | HOME   | 100   |
        | OFFICE | 500   |

  @PV-05 @cancel-message
  Rule: A cancelled change returns to the value that provisioning assigned in an earlier change

    Background:
      Given the customer has
        | asset | product     | number        |
        | VOICE | VoIP Access | 020 7946 0100 |
      And a change order "FIRST" with
        | line | action | product     | asset | number        |
        | 1    | Update | VoIP Access | VOICE | 020 7946 0111 |
      And a change order "SECOND" with
        | line | action | product     | asset | number        |
        | 1    | Update | VoIP Access | VOICE | 020 7946 0122 |

    @oms @modify-orders+cancellation+filled-in-data
    Example: The number that an earlier change was assigned comes back when the later change is cancelled
      Given order "FIRST" is held at provisioning
      When provisioning reports the value "020 7946 0199" of "number" of line 1 of order "FIRST"
      And provisioning completes order "FIRST"
      And order "SECOND" is submitted
      And the CRM cancels order "SECOND"
      And provisioning completes all its work for order "SECOND"
      Then provisioning has
        | asset | number        |
        | VOICE | 020 7946 0199 |

  @PL-31
  Rule: A price that the revision of a change no longer has is not charged

    @oms @price-lists+supplementals+modify-orders @revisable-modify-orders @price-lists-on-modify-orders
    Example: Of two changes with prices that were entered by hand, the one that loses its price is charged on its list
      Given the customer has
        | asset | product         | speed | version |
        | HOME  | Internet Access | 100   |         |
        | FIXED | Static Address  |       | v4      |
      And a change order "CHANGE" with
        | line | action | product         | asset | speed | version | price list          | price override |
        | 1    | Update | Internet Access | HOME  | 500   |         | Consumer Price List | 20.00          |
        | 2    | Update | Static Address  | FIXED |       | v6      | Consumer Price List | 3.00           |
      And order "CHANGE" is held at provisioning
      When order "CHANGE" is revised to
        | line | action | product         | asset | speed | version | price list          | price override |
        | 1    | Update | Internet Access | HOME  | 500   |         | Consumer Price List |                |
        | 2    | Update | Static Address  | FIXED |       | v6      | Consumer Price List | 3.00           |
      And provisioning completes order "CHANGE"
      Then order "CHANGE" is complete
      And billing has
        | asset | price override |
        | FIXED | 3.00           |

  @PN-04
  Rule: A line past its point of no return does not move with the header's address

    @oms @supplementals+points-of-no-return
    Example: A new address in the header is refused where it would move a locked line
      Given an order "BASE" at "12 Mill Lane" with
        | line | action | product         | asset | site           |
        | 1    | Add    | Internet Access | HOME  |                |
        | 2    | Add    | Static Address  | FIXED | 7 Church Close |
      And order "BASE" is held at provisioning
      When provisioning reports the milestone "DESIGNED" of line 1 of order "BASE"
      And order "BASE" is revised at "3 Harbour Road" to
        | line | action | product         | asset | site           |
        | 1    | Add    | Internet Access | HOME  |                |
        | 2    | Add    | Static Address  | FIXED | 7 Church Close |
      Then the revision of order "BASE" is refused
      And provisioning has nothing of "HOME" at "3 Harbour Road"

  @PV-15 @oms
  Rule: A line that billing could not do goes on when a revision gives it a price list that billing knows

    Background:
      Given an order "BASE" on the "Household Price List" with
        | line | action | product         | asset | price list          |
        | 1    | Add    | Internet Access | HOME  | Staff Price List    |
        | 2    | Add    | Static Address  | FIXED | Consumer Price List |
      And provisioning holds its work

    @price-lists+supplementals+failures @price-lists-on-supplementals @line-price-lists
    Example: The line without a rate plan is charged on the list of the revision, and the failure is over
      When order "BASE" is submitted
      Then billing charges nothing for line 1 of order "BASE"
      When order "BASE" is revised to
        | line | action | product         | asset | price list          |
        | 1    | Add    | Internet Access | HOME  | Seasonal Price List |
        | 2    | Add    | Static Address  | FIXED | Consumer Price List |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And billing has
        | asset | price list          |
        | HOME  | Seasonal Price List |
        | FIXED | Consumer Price List |
