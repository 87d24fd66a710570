@oms @restartable
Feature: Breakdowns of order management in the midst of the work
  A breakdown does not wait until all is quiet. It comes between a message and what
  follows from that. Order management does and tells everything once all the same.

  Source: Process Sales Order Fulfillment, "About Sales Orders" and "About Supplemental Orders"; Understanding
  the Provision Order and Update Fulfillment Order Business Flows, "About Order Provisioning", "About the
  Provision Order Business Flow" and "About the Update Fulfillment Order Business Flow".

  Background:
    Given an order "BASE" with
      | line | action | product             | asset  | speed | version |
      | 1    | Add    | Internet Access     | HOME   | 100   |         |
      | 2    | Add    | Static Address      | FIXED  |       | v4      |
      | 3    | Add    | VoIP Service Bundle | BUNDLE |       |         |
      | 3.1  | Add    | VoIP Access         | VOICE  |       |         |

  @UF-06
  Rule: An order comes to its end, though a breakdown comes at every message

    @bundles+restarts
    Example: Each line and each component of an order is done once
      Given order management breaks down at every message and is started again
      When order "BASE" is submitted
      Then order "BASE" is complete
      And provisioning is asked once for line 3.1 of order "BASE"

  @SU-07
  Rule: A revision is worked in once, though a breakdown comes at every message

    @supplementals+restarts
    Example: A line is wanted otherwise, and a bundle is left out
      Given order "BASE" is held at provisioning
      When order management breaks down at every message and is started again
      And order "BASE" is revised to
        | line | action | product         | asset | speed | version |
        | 1    | Add    | Internet Access | HOME  | 500   |         |
        | 2    | Add    | Static Address  | FIXED |       | v4      |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | speed |
        | HOME  | 500   |
      And provisioning has nothing of "VOICE"

  @PV-05
  Rule: A cancel leaves nothing half undone, though a breakdown comes at every message

    @billing-after-provisioning @cancellation+restarts @whole-lines
    Example: Lines that are set up are taken down, and so are lines that are under way
      Given order "BASE" is held at provisioning
      And provisioning has set up line 1 of order "BASE", which is not billed yet
      When order management breaks down at every message and is started again
      And the CRM cancels order "BASE"
      And provisioning completes all its work for order "BASE"
      Then order "BASE" is cancelled
      And provisioning has nothing of "HOME"

  @PV-15
  Rule: A failure is told, and so is its end, though a breakdown comes at every message

    @failures+restarts
    Example: A line fails and is mended, and the order is complete
      Given order management breaks down at every message and is started again
      And provisioning cannot do line 2 of order "BASE"
      When order "BASE" is submitted
      Then the CRM receives a fallout of line 2 of order "BASE"
      When provisioning does line 2 of order "BASE" after all
      Then order "BASE" is complete

  @UF-07
  Rule: A value is told, though a breakdown comes with it

    @filled-in-data+restarts
    Example: A number that provisioning assigns reaches the CRM
      Given order "BASE" is held at provisioning
      When order management breaks down at every message and is started again
      And provisioning reports the value "020 7946 0123" of "number" of line 3.1 of order "BASE"
      Then the CRM receives the value "020 7946 0123" of "number" of line 3.1 of order "BASE"
