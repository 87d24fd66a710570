Feature: Failures and their ends on the way to the order system
  A failure must be reported once, under its own incident, however late it comes, so that
  somebody can see to it. It concerns one line, and everything else goes on.

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
  Rule: Each failure is reported once, whenever it comes

    @failures+redelivery
    Example: A line that was mended fails a second time and is reported again
      When provisioning does line 2 of order "FIRST" after all
      And provisioning cannot do line 2 of order "FIRST"
      And the order system asks provisioning for order "FIRST"
        | line | target  | effect | quantity |
        | 2    | network | change | 2        |
      And provisioning does line 2 of order "FIRST" after all
      Then the order system receives the end of the fault of order "FIRST"

    @service-changes+failures
    Example: A second line fails, and its failure is not reported with the reason of the first
      Given provisioning cannot do line 1 of order "FIRST"
      When the order system asks provisioning for order "FIRST"
        | line | target  | effect | quantity |
        | 1    | network | change | 2        |
      And provisioning does line 1 of order "FIRST" after all
      And provisioning does line 2 of order "FIRST" after all
      Then the order system receives the end of the fault of order "FIRST"

    @idempotent-delivery @failures+redelivery
    Example: A failure that is delivered again after it was mended is not a new failure
      When provisioning does line 2 of order "FIRST" after all
      And everything is delivered again
      Then nothing is handed on a second time
      And the order system receives a fault of line 2 of order "FIRST"

    @failures+service-points
    Example: Of two lines at one service point, only the failed one is reported
      Then the order system receives a fault of line 2 of order "FIRST"
      And the order system receives the status "COMPLETE" of line 1 of order "FIRST"

    @cancel-message @failures+cancellation
    Example: The end of a failure is reported after the order was cancelled
      When the CRM cancels order "FIRST"
      And provisioning does line 2 of order "FIRST" after all
      Then the order system receives the end of the fault of order "FIRST"
      And the order system receives the status "COMPLETE" of line 2 of order "FIRST"

    @absent-neighbours @restartable @failures+restarts
    Example: The end of a failure reaches the order system after an absence and a breakdown
      Given the order system cannot be reached
      When provisioning does line 2 of order "FIRST" after all
      And the integration breaks down and is started again
      And the order system can be reached again
      Then the order system receives the end of the fault of order "FIRST"
      And the order system receives the status "COMPLETE" of line 2 of order "FIRST"

    @absent-neighbours @failures+restarts
    Example: A provisioning failure is reported while billing cannot be reached
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
  Rule: A failed line still gets its updates

    @integration @failures+filled-in-data
    Example: A value that is assigned to a fallen-out line reaches the CRM
      When the order system reports a fallout of line 2 of order "FIRST"
      And the order system reports the value "v6" of "version" of line 2 of order "FIRST"
      And the order system reports the end of the fallout of line 2 of order "FIRST"
      Then the CRM receives the value "v6" of "version" of line 2 of order "FIRST"
      And the CRM receives the end of the fallout of line 2 of order "FIRST"

  @PV-03 @integration
  Rule: What is reported of a line that has failed is passed on like any other news

    @failures+filled-in-data
    Example: Work on a line that has failed goes on, and its milestone and its value are reported
      When provisioning reports the milestone "DESIGNED" of line 2 of order "FIRST"
      And provisioning reports the value "203.0.113.7" of "address" of line 2 of order "FIRST"
      Then the order system receives the milestone "DESIGNED" of line 2 of order "FIRST"
      And the order system receives the value "203.0.113.7" of "address" of line 2 of order "FIRST"
