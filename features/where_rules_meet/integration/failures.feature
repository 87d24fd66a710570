Feature: Failures on the way, and what else befalls the order
  A failure must reach whoever can see to it, once, under its own incident, however
  late it comes; and it concerns one line. What else is told or asked goes on.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About the Provision Order Business Flow".

  Background:
    Given an order "FIRST" with
      | line | product         | asset | service point |
      | 1    | Internet Access | HOME  | Customer      |
      | 2    | Static Address  | FIXED | Customer      |
    And provisioning cannot do line 2 of order "FIRST"
    And the order system has order "FIRST" and has had it billed and provisioned

  @PV-15 @integration
  Rule: Each failure is told once, as what it is, whenever it comes

    @failures+redelivery
    Example: A line that was mended fails a second time
      When provisioning does line 2 of order "FIRST" after all
      And provisioning cannot do line 2 of order "FIRST"
      And the order system asks provisioning for order "FIRST"
        | line | target  | effect | quantity |
        | 2    | network | change | 2        |
      And provisioning does line 2 of order "FIRST" after all
      Then the order system receives the end of the fault of order "FIRST"

    @idempotent-delivery @failures+redelivery
    Example: A failure that is delivered again after it was mended is no new one
      When provisioning does line 2 of order "FIRST" after all
      And everything is delivered again
      Then nothing comes of it
      And the order system receives a fault of line 2 of order "FIRST"

    @failures+service-points
    Example: Of two lines at one service point one fails
      Then the order system receives a fault of line 2 of order "FIRST"
      And the order system receives the status "COMPLETE" of line 1 of order "FIRST"

    @cancel-message @failures+cancellation
    Example: Work that failed is mended after the order was cancelled
      When the CRM cancels order "FIRST"
      And provisioning does line 2 of order "FIRST" after all
      Then the order system receives the end of the fault of order "FIRST"
      And the order system receives the status "COMPLETE" of line 2 of order "FIRST"

    @absent-neighbours @restartable @failures+restarts
    Example: A failure is mended while the order system cannot be reached, and the integration breaks down
      Given the order system cannot be reached
      When provisioning does line 2 of order "FIRST" after all
      And the integration breaks down and is started again
      And the order system can be reached again
      Then the order system receives the end of the fault of order "FIRST"
      And the order system receives the status "COMPLETE" of line 2 of order "FIRST"

    @absent-neighbours @failures+restarts
    Example: While billing cannot be reached, provisioning goes on and fails
      Given billing cannot be reached
      When the order system asks billing for order "FIRST"
        | line | effect | price list          |
        | 1    | change | Seasonal Price List |
      And provisioning does line 2 of order "FIRST" after all
      Then the order system receives the end of the fault of order "FIRST"
      When billing can be reached again
      Then billing has
        | asset | price list          |
        | HOME  | Seasonal Price List |

  @FL-08
  Rule: A line that is stuck is told of still

    @integration @failures+filled-in-data
    Example: A value is filled in for a line that fell out
      When the order system reports a fallout of line 2 of order "FIRST"
      And the order system reports the value "v6" of "version" of line 2 of order "FIRST"
      And the order system reports the end of the fallout of line 2 of order "FIRST"
      Then the CRM receives the value "v6" of "version" of line 2 of order "FIRST"
      And the CRM receives the end of the fallout of line 2 of order "FIRST"
