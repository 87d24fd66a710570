Feature: Updates of a revised order
  Work on an earlier version may go on while a newer one is on its way. An update is
  reported for its line as it was told, and each failure is reported as one of its own.

  Source: Process Sales Order Fulfillment, "About Supplemental Orders";
  Understanding the Provision Order and Update Fulfillment Order Business Flows,
  "About the Provision Order Business Flow".

  Background:
    Given an order with
      | line | product         | asset | speed |
      | 1    | Internet Access | HOME  | 100   |
      | 2    | Static Address  | FIXED |       |

  @FL-08 @integration
  Rule: An update is reported for its line as it was told, whichever version has the line

    @supplementals+filled-in-data
    Example: A value is reported as provisioning told it, though a revision wanted another one
      Given the order system has the order
      When the order is revised to
        | line | product         | asset | speed |
        | 1    | Internet Access | HOME  | 500   |
        | 2    | Static Address  | FIXED |       |
      And the order system reports the value "200" of "speed" of line 1 of the order
      And the order system reports the value "v4" of "version" of line 2 of the order
      Then the CRM receives the value "200" of "speed" of line 1 of the order
      And the CRM receives the value "v4" of "version" of line 2 of the order

    @restartable @supplementals+filled-in-data+restarts
    Example: A line that a revision added is known after a breakdown
      Given the order system has the order
      When the order is revised to
        | line | product         | asset | speed |
        | 1    | Internet Access | HOME  | 500   |
        | 3    | Handset         | PHONE |       |
      And the integration breaks down and is started again
      And the order system reports the value "7" of "serial" of line 3 of the order
      And the order system reports the status "CANCELLED" of line 2 of the order
      Then the CRM receives the value "7" of "serial" of line 3 of the order

  @PV-03 @integration
  Rule: Provisioning is asked to take down a line that the newest version leaves out

    @supplementals+service-changes
    Example: Provisioning takes down what a revision withdrew
      Given the order system has the order and has had it provisioned
      When the order is revised to
        | line | product         | asset | speed |
        | 1    | Internet Access | HOME  | 100   |
      And the order system asks provisioning for the order
        | line | target  | effect |
        | 2    | network | remove |
      Then provisioning has nothing of "FIXED"

  @FL-09 @integration
  Rule: Billing is asked to end the charge for a line that the newest version leaves out

    @price-lists+supplementals
    Example: Billing ends the charge for what a revision withdrew
      Given the order system has the order
      When the order system asks billing for the order
        | line | price list          |
        | 1    | Consumer Price List |
        | 2    | Consumer Price List |
      And the order is revised to
        | line | product         | asset | speed |
        | 1    | Internet Access | HOME  | 100   |
      And the order system asks billing for the order
        | line | effect |
        | 2    | stop   |
      Then billing has
        | asset | charge |
        | HOME  | active |
        | FIXED | none   |

  @PV-15 @integration
  Rule: Each failure is reported, also of a line that failed before or was withdrawn

    @supplementals+failures
    Example: The end of a failure is reported after a revision of its line
      Given provisioning cannot do line 2 of the order
      And the order system has the order and has had it provisioned
      When the order is revised to
        | line | product         | asset | speed |
        | 1    | Internet Access | HOME  | 500   |
        | 2    | Static Address  | FIXED | 100   |
      And provisioning does line 2 of the order after all
      Then the order system receives the end of the fault of the order

    @supplementals+failures
    Example: The end of a fallout is reported for a line that a revision withdrew
      Given the order system has the order
      When the order system reports a fallout of line 2 of the order
      And the order is revised to
        | line | product         | asset | speed |
        | 1    | Internet Access | HOME  | 100   |
      And the order system reports the end of the fallout of line 2 of the order
      Then the CRM receives the end of the fallout of line 2 of the order
