Feature: Dated orders on their way to the order system
  Only the order system waits for the date. The integration hands a dated order on at once
  like any other order, by its priority, and its cancel too.

  Source: Process Sales Order Fulfillment, "Assumptions and Constraints for the
  Process Sales Order Fulfillment Business Flow".

  Background:
    Given an order "LATER" for "in 8 days at 00:15 -03:00" with
      | line | product         | due date                   | service point |
      | 1    | Internet Access | in 3 days at 23:30 +05:30  | Customer      |
      | 2    | Static Address  |                            | Customer      |

  @PR-02
  Rule: Dated orders leave the queue by their priority, and not by their date

    @integration @holdable-intake @dates+priorities
    Example: An urgent order for next week is handed on before a Low order for today
      Given the intake is held
      And a small order "TODAY" with priority Low is submitted
      And order "LATER" has priority Urgent
      When order "LATER" is submitted
      And the intake is released
      Then the order system receives the orders in the sequence "LATER, TODAY"

  @FL-06
  Rule: The cancel of a dated order is handed on at once

    @integration @cancel-message @dates+cancellation
    Example: An order for next week is cancelled today
      Given the order system has order "LATER"
      When the CRM cancels order "LATER"
      Then the order system receives order "LATER" and then its cancel

  @DD-02 @integration
  Rule: Dates arrive as they were given, and only dates are treated as dates

    @restartable @holdable-intake @dates+restarts
    Example: Dates with time zones on several lines are unchanged after a breakdown
      Given the intake is held
      When order "LATER" is submitted
      And the integration breaks down and is started again
      And the intake is released
      Then the order system receives order "LATER" just as it was submitted

    @dates+service-points
    Example: Two lines for one service point have different dates
      Given an order "HERE" with
        | line | product         | due date  | service point |
        | 1    | Internet Access | in 3 days | Customer      |
        | 2    | Static Address  | in 8 days | Customer      |
      When order "HERE" is submitted
      Then the order system receives order "HERE" just as it was submitted

    @dates+filled-in-data
    Example: A value that looks like a date is passed on unchanged
      Given the order system has order "LATER"
      When the order system reports the value "2026-03-29T23:30:00+05:30" of "installed" of line 1 of order "LATER"
      Then the CRM receives the value "2026-03-29T23:30:00+05:30" of "installed" of line 1 of order "LATER"

  @PV-15
  Rule: A failure on a dated line is reported when it happens

    @integration @dates+failures
    Example: Work on an order for next week fails
      Given provisioning cannot do line 1 of order "LATER"
      When the order system has order "LATER" and has had it provisioned
      Then the order system receives a fault of line 1 of order "LATER"
      And the order system receives the status "COMPLETE" of line 2 of order "LATER"
