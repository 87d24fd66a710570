Feature: Failures of lines beside revisions of their order
  A failure concerns the line that failed, also where another line of the order is revised.
  It lasts until that line is mended, whatever becomes of a revision.

  Source: Understanding the Provision Order and Update Fulfillment Order Business Flows, "About the Update Fulfillment
  Order Business Flow".

  Background:
    Given an order "BASE" with
      | line | action | product         | asset | speed |
      | 1    | Add    | Internet Access | HOME  | 100   |
      | 2    | Add    | Static Address  | FIXED |       |
    And provisioning cannot do line 2 of order "BASE"
    And order "BASE" is held at provisioning

  @PV-15 @oms
  Rule: A failure of a revised order is told of the line that it is about

    @supplementals+failures
    Example: The failure of one line is told of that line, and not of the line that was revised
      When order "BASE" is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 500   |
        | 2    | Add    | Static Address  | FIXED |       |
      And provisioning completes order "BASE"
      Then the CRM receives a fallout of line 2 of order "BASE"
      But the CRM does not receive a fallout of line 1 of order "BASE"

  @PV-15 @oms
  Rule: A revision that is refused mends nothing

    @supplementals+points-of-no-return+failures
    Example: An order whose revision is refused is not complete while a line of it is still to be mended
      When provisioning completes line 2 of order "BASE"
      And provisioning reports the milestone "DESIGNED" of line 1 of order "BASE"
      And order "BASE" is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 500   |
        | 2    | Add    | Static Address  | FIXED |       |
      Then the revision of order "BASE" is refused
      And order "BASE" is not complete

  @PV-15 @oms
  Rule: A revision that takes out one failed line mends no other one

    @supplementals+failures
    Example: A failed line is still to be mended when another failed line is taken out
      Given provisioning cannot do line 1 of order "BASE"
      When provisioning completes all its work for order "BASE"
      And order "BASE" is revised to
        | line | action | product        | asset |
        | 2    | Add    | Static Address | FIXED |
      Then order "BASE" is not complete
