@oms
Feature: Lines that are revised, and then pass their point of no return
  A revision is compared with the version before it. What the first version said counts no
  more: neither for what a later version changes, nor for what it leaves alone.

  Source: Process Sales Order Fulfillment, "About Sales Orders" and "About
  Supplemental Orders".

  @PN-02 @virtual-clock
  Rule: A locked line is as the version before has it, and not as the first version had it

    Background:
      Given an order "BASE" for "in 1 day" with
        | line | action | product         | asset | speed | version |
        | 1    | Add    | Internet Access | HOME  | 100   |         |
        | 2    | Add    | Static Address  | FIXED |       | v4      |
      And provisioning holds its work
      And order "BASE" is submitted

    # For systems that declare revision_on_revision = "accept":
    @ponr-scope-item @revision-on-revision-accept @supplementals+points-of-no-return+dates
    Example: A line that was revised before it was locked does not keep another line from being revised
      When order "BASE" is revised to
        | line | action | product         | asset | speed | version |
        | 1    | Add    | Internet Access | HOME  | 500   |         |
        | 2    | Add    | Static Address  | FIXED |       | v4      |
      And the clock comes to the due date of order "BASE"
      And provisioning reports the milestone "DESIGNED" of line 1 of order "BASE"
      And order "BASE" is revised to
        | line | action | product         | asset | speed | version |
        | 1    | Add    | Internet Access | HOME  | 500   |         |
        | 2    | Add    | Static Address  | FIXED |       | v6      |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | speed | version |
        | HOME  | 500   |         |
        | FIXED |       | v6      |

    @supplementals+points-of-no-return+dates
    Example: A revision that leads a locked line back to its first version is refused
      When order "BASE" is revised to
        | line | action | product         | asset | speed | version |
        | 1    | Add    | Internet Access | HOME  | 500   |         |
        | 2    | Add    | Static Address  | FIXED |       | v4      |
      And the clock comes to the due date of order "BASE"
      And provisioning reports the milestone "DESIGNED" of line 1 of order "BASE"
      And order "BASE" is revised to
        | line | action | product         | asset | speed | version |
        | 1    | Add    | Internet Access | HOME  | 100   |         |
        | 2    | Add    | Static Address  | FIXED |       | v4      |
      Then the revision of order "BASE" is refused
      When provisioning completes order "BASE"
      Then provisioning has
        | asset | speed |
        | HOME  | 500   |
