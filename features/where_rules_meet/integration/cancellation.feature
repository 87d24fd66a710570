Feature: Cancelled orders on the way, and what else befalls them
  A cancel is one more message of an order, and not its end: work is called off,
  charges end, neighbours answer late. All that is carried as before, and what came
  before the cancel does not come again.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About the Provision Order Business Flow".

  Background:
    Given an order "FIRST" with
      | line | product         | asset | service point |
      | 1    | Internet Access | HOME  | Customer      |
      | 2    | Static Address  | FIXED | Customer      |

  @FL-08 @integration @cancel-message
  Rule: What neighbours say of a cancelled order is carried still

    @cancellation+filled-in-data
    Example: Values and statuses are told after the cancel
      Given the order system has order "FIRST"
      When the CRM cancels order "FIRST"
      And the order system reports the value "v6" of "version" of line 2 of order "FIRST"
      And the order system reports the status "CANCELLED" of line 1 of order "FIRST"
      Then the CRM receives the value "v6" of "version" of line 2 of order "FIRST"
      And the CRM receives the line statuses of order "FIRST"
        | line | status    |
        | 1    | CANCELLED |

    @cancellation+filled-in-data
    Example: Provisioning fills in a value after the cancel
      Given the order system has order "FIRST" and provisioning works on it
      When the CRM cancels order "FIRST"
      And provisioning reports the value "v6" of "version" of line 2 of order "FIRST"
      Then the order system receives the value "v6" of "version" of line 2 of order "FIRST"

    @cancellation+redelivery
    Example: Billing completes a charge after the cancel
      Given billing holds its work
      And the order system has order "FIRST"
      When the order system asks billing for order "FIRST"
        | line | price list          |
        | 1    | Consumer Price List |
      And the CRM cancels order "FIRST"
      And billing completes order "FIRST"
      Then the order system receives the billing of line 1 of order "FIRST"

  @FL-06 @integration @cancel-message
  Rule: A cancel is handed on once, and neither revives nor ends anything else

    @idempotent-delivery @cancellation+redelivery
    Example: An order is delivered again after its cancel
      Given the order system has order "FIRST"
      When the CRM cancels order "FIRST"
      And every version of order "FIRST" is delivered again
      Then the order system receives order "FIRST" once
      And the order system receives order "FIRST" and then its cancel

    @cancellation+service-points
    Example: After one order for a service point was cancelled, another comes
      Given the order system has order "FIRST"
      And an order "NEXT" with
        | line | product         | service point |
        | 1    | Internet Access | Customer      |
      When the CRM cancels order "FIRST"
      And order "NEXT" is submitted
      Then the order system receives order "NEXT" just as it was submitted

    @absent-neighbours @restartable @cancellation+restarts
    Example: A cancel that waits for the order system outlives a breakdown
      Given the order system has order "FIRST"
      And the order system cannot be reached
      When the CRM cancels order "FIRST"
      And the integration breaks down and is started again
      And the order system can be reached again
      Then the order system receives order "FIRST" and then its cancel

    @restartable @idempotent-delivery @cancellation+redelivery+restarts
    Example: After a breakdown neither the order nor its cancel comes again
      Given the order system has order "FIRST"
      When the CRM cancels order "FIRST"
      And the integration breaks down and is started again
      And everything is delivered again
      Then nothing comes of it
