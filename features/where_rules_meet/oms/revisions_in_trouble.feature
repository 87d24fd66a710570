Feature: Revisions of orders with failures and assigned values
  A revision may withdraw the failed line, or leave it alone. It keeps assigned values,
  and an assigned value is not a change of the order.

  Source: Process Sales Order Fulfillment, "About Supplemental Orders"; Understanding
  the Provision Order and Update Fulfillment Order Business Flows, "About Order
  Provisioning".

  @SU-07 @oms
  Rule: A failed line can be withdrawn or revised

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | speed | version |
        | 1    | Add    | Internet Access | HOME  | 100   |         |
        | 2    | Add    | Static Address  | FIXED |       | v4      |
      And provisioning cannot do line 1 of order "BASE"
      And order "BASE" is held at provisioning

    @supplementals+failures @whole-lines
    Example: An order is complete once its failed line is withdrawn
      When provisioning completes line 1 of order "BASE"
      And order "BASE" is revised to
        | line | action | product        | asset | version |
        | 2    | Add    | Static Address | FIXED | v6      |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | version |
        | FIXED | v6      |
      And the number of assets charged is one

    @supplementals+failures
    Example: A failed line is set up as revised once the work can be done
      When provisioning completes line 1 of order "BASE"
      And order "BASE" is revised to
        | line | action | product         | asset | speed | version |
        | 1    | Add    | Internet Access | HOME  | 500   |         |
        | 2    | Add    | Static Address  | FIXED |       | v4      |
      And provisioning completes all its work for order "BASE"
      And provisioning does line 1 of order "BASE" after all
      Then provisioning has
        | asset | speed |
        | HOME  | 500   |

  @SU-06 @oms
  Rule: A revision of another line does not change a failed line or an assigned value

    Background:
      Given an order "BASE" with
        | line | action | product        | asset | version |
        | 1    | Add    | VoIP Access    | PHONE |         |
        | 2    | Add    | Static Address | FIXED | v4      |
      And order "BASE" is held at provisioning

    @supplementals+failures
    Example: A failed line stays failed and is not asked for again when another line is revised
      Given provisioning cannot do line 1 of order "BASE"
      When provisioning completes line 1 of order "BASE"
      And order "BASE" is revised to
        | line | action | product        | asset | version |
        | 1    | Add    | VoIP Access    | PHONE |         |
        | 2    | Add    | Static Address | FIXED | v6      |
      And provisioning completes all its work for order "BASE"
      Then provisioning is asked once for line 1 of order "BASE"
      And order "BASE" is not complete

    @supplementals+filled-in-data
    Example: An assigned number that is missing on the revision is no change
      When provisioning reports the value "020 7946 0123" of "number" of line 1 of order "BASE"
      And order "BASE" is revised to
        | line | action | product        | asset | version |
        | 1    | Add    | VoIP Access    | PHONE |         |
        | 2    | Add    | Static Address | FIXED | v6      |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning is asked once for line 1 of order "BASE"
      And provisioning has
        | asset | version |
        | FIXED | v6      |

  @UF-07
  Rule: A value that was assigned before the revision of another line reaches billing after it

    @oms @billing-after-provisioning @supplementals+filled-in-data
    Example: Billing is told the number that was assigned to the first version
      Given an order "BASE" with
        | line | action | product        | asset | version |
        | 1    | Add    | VoIP Access    | PHONE |         |
        | 2    | Add    | Static Address | FIXED | v4      |
      And order "BASE" is held at provisioning
      When provisioning reports the value "020 7946 0123" of "number" of line 1 of order "BASE"
      And order "BASE" is revised to
        | line | action | product        | asset | version |
        | 1    | Add    | VoIP Access    | PHONE |         |
        | 2    | Add    | Static Address | FIXED | v6      |
      And provisioning completes order "BASE"
      Then billing receives the value "020 7946 0123" of "number" of line 1 of order "BASE"

  @SU-05
  Rule: Another service point is a change of the line that has it, and of no other line

    @oms @supplementals+service-points
    Example: A line with another service point is set up there, and the other line stays as it is
      Given an order "BASE" with
        | line | action | product         | asset  | service point |
        | 1    | Add    | Internet Access | HOME   | Sp 0042/kV a  |
        | 2    | Add    | Internet Access | OFFICE | Sp 0042/kV a  |
      And order "BASE" is held at provisioning
      When order "BASE" is revised to
        | line | action | product         | asset  | service point |
        | 1    | Add    | Internet Access | HOME   | Sp 0042/kV a  |
        | 2    | Add    | Internet Access | OFFICE | Sp 0043/kV b  |
      Then provisioning and billing are told nothing more about line 1 of order "BASE"
      When provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset  | service point |
        | HOME   | Sp 0042/kV a  |
        | OFFICE | Sp 0043/kV b  |

  @PV-15
  Rule: A failure is over once its line is done as the revision wants it

    @oms @price-lists+supplementals+failures @cancel-message @withdrawal-absent
    Example: A change that billing could not make becomes the end of the charge
      Given the customer has
        | asset | product          | price list          |
        | LOYAL | Loyalty Discount | Consumer Price List |
      And a change order "CHANGE" with
        | line | action | asset | price list       |
        | 1    | Update | LOYAL | Staff Price List |
      When order "CHANGE" is submitted
      Then the CRM receives a fallout of line 1 of order "CHANGE"
      When order "CHANGE" is revised to
        | line | action | asset |
        | 1    | Delete | LOYAL |
      Then the CRM receives the end of the fallout of line 1 of order "CHANGE"
      And order "CHANGE" is complete
