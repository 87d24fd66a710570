Feature: Revisions of orders that fail, are filled in, or are cancelled
  A revision may take out the very line that failed, or leave it alone. It does not
  lose what was filled in, and does not make a value that was filled in look like a
  change. And who cancels a revised order cancels what it became.

  Source: Process Sales Order Fulfillment, "About Supplemental Orders"; Understanding
  the Provision Order and Update Fulfillment Order Business Flows, "About Order
  Provisioning".

  @SU-07 @oms
  Rule: A line that failed can be withdrawn, and revised

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | speed | version |
        | 1    | Add    | Internet Access | HOME  | 100   |         |
        | 2    | Add    | Static Address  | FIXED |       | v4      |
      And provisioning cannot do line 1 of order "BASE"
      And order "BASE" is held at provisioning

    @supplementals+failures
    Example: The order is complete without the line that failed
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
    Example: The line that failed is set up as it was revised once that can be done
      When provisioning completes line 1 of order "BASE"
      And order "BASE" is revised to
        | line | action | product         | asset | speed | version |
        | 1    | Add    | Internet Access | HOME  | 500   |         |
        | 2    | Add    | Static Address  | FIXED |       | v4      |
      And provisioning completes what it has of order "BASE"
      And provisioning does line 1 of order "BASE" after all
      Then provisioning has
        | asset | speed |
        | HOME  | 500   |

  @SU-06 @oms
  Rule: A line that failed, or was filled in, is not altered by a revision of another line

    Background:
      Given an order "BASE" with
        | line | action | product        | asset | version |
        | 1    | Add    | VoIP Access    | PHONE |         |
        | 2    | Add    | Static Address | FIXED | v4      |
      And order "BASE" is held at provisioning

    @supplementals+failures
    Example: The failure of a line outlives a revision of another line, and the line is not asked for again
      Given provisioning cannot do line 1 of order "BASE"
      When provisioning completes line 1 of order "BASE"
      And order "BASE" is revised to
        | line | action | product        | asset | version |
        | 1    | Add    | VoIP Access    | PHONE |         |
        | 2    | Add    | Static Address | FIXED | v6      |
      And provisioning completes what it has of order "BASE"
      Then provisioning is asked once for line 1 of order "BASE"
      And order "BASE" is not complete

    @supplementals+filled-in-data
    Example: A number that was filled in, and that the revision does not know, is no change
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
  Rule: What was filled in before a revision of another line reaches billing after it

    @oms @two-phase-billing @supplementals+filled-in-data
    Example: Billing is told the number that was filled in for the first version
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
  Rule: Another service point is a change of the line that has it, and of no other

    @oms @supplementals+service-points
    Example: The line that gets another service point is set up there, and its neighbour stays as it is
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
