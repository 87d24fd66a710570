Feature: What is told of an order that was revised
  Work on an earlier version goes on while a newer one is on its way. What is told
  of a line is told of that line: with the values that were filled in, also where a
  revision wanted others, and as a failure of its own, also where it failed before.

  Source: Process Sales Order Fulfillment, "About Supplemental Orders";
  Understanding the Provision Order and Update Fulfillment Order Business Flows,
  "About the Provision Order Business Flow".

  Background:
    Given an order with
      | line | product         | asset | speed |
      | 1    | Internet Access | HOME  | 100   |
      | 2    | Static Address  | FIXED |       |

  @FL-08 @integration
  Rule: News is of the line that it names, as it was told, whichever version the line is in

    @supplementals+filled-in-data
    Example: A value is told as it was filled in, though a revision wanted another
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

  @PV-15 @integration
  Rule: Each failure is told, also of a line that failed before or that a revision left out

    @supplementals+failures
    Example: Work that failed is mended after a revision of its line
      Given provisioning cannot do line 2 of the order
      And the order system has the order and has had it provisioned
      When the order is revised to
        | line | product         | asset | speed |
        | 1    | Internet Access | HOME  | 500   |
        | 2    | Static Address  | FIXED | 100   |
      And provisioning does line 2 of the order after all
      Then the order system receives the end of the fault of the order

    @supplementals+failures
    Example: A line that fell out and was left out by a revision is freed
      Given the order system has the order
      When the order system reports a fallout of line 2 of the order
      And the order is revised to
        | line | product         | asset | speed |
        | 1    | Internet Access | HOME  | 100   |
      And the order system reports the end of the fallout of line 2 of the order
      Then the CRM receives the end of the fallout of line 2 of the order
