Feature: Dated orders on the way, and what else befalls them
  The date is for the order system to wait for. To the integration a dated order is
  an order like any other: it goes at once, by its priority, and so does its cancel.

  Source: Process Sales Order Fulfillment, "Assumptions and Constraints for the
  Process Sales Order Fulfillment Business Flow".

  Background:
    Given an order "LATER" for "in 8 days at 00:15 -03:00" with
      | line | product         | due date                   | service point |
      | 1    | Internet Access | in 3 days at 23:30 +05:30  | Customer      |
      | 2    | Static Address  |                            | Customer      |

  @PR-02
  Rule: Dated orders leave the queue by their priority, not by their date

    @integration @holdable-intake @dates+priorities
    Example: An urgent order for next week goes before a low one for today
      Given the intake is held
      And a small order "TODAY" with priority Low is submitted
      And order "LATER" has priority Urgent
      When order "LATER" is submitted
      And the intake is released
      Then the order system receives the orders in the order "LATER, TODAY"

  @FL-06
  Rule: A dated order is cancelled at once

    @integration @cancel-message @dates+cancellation
    Example: An order for next week is cancelled today
      Given the order system has order "LATER"
      When the CRM cancels order "LATER"
      Then the order system receives order "LATER" and then its cancel

  @DD-02 @integration
  Rule: Dates arrive as they were given, after whatever wait, and only dates are read as dates

    @restartable @holdable-intake @dates+restarts
    Example: Dates with zones outlive a breakdown, line by line
      Given the intake is held
      When order "LATER" is submitted
      And the integration breaks down and is started again
      And the intake is released
      Then the order system receives order "LATER" just as it was submitted

    @dates+service-points
    Example: At one service point two lines have dates of their own
      Given an order "HERE" with
        | line | product         | due date  | service point |
        | 1    | Internet Access | in 3 days | Customer      |
        | 2    | Static Address  | in 8 days | Customer      |
      When order "HERE" is submitted
      Then the order system receives order "HERE" just as it was submitted

    @dates+filled-in-data
    Example: A value that looks like a date is told as it was filled in
      Given the order system has order "LATER"
      When the order system reports the value "2026-03-29T23:30:00+05:30" of "installed" of line 1 of order "LATER"
      Then the CRM receives the value "2026-03-29T23:30:00+05:30" of "installed" of line 1 of order "LATER"

  @PV-15
  Rule: What fails on a line with a date is told when it fails

    @integration @dates+failures
    Example: Work on an order for next week cannot be done
      Given provisioning cannot do line 1 of order "LATER"
      When the order system has order "LATER" and has had it provisioned
      Then the order system receives a fault of line 1 of order "LATER"
      And the order system receives the status "COMPLETE" of line 2 of order "LATER"
