Feature: Messages about cancelled orders
  A cancel is one more message about an order, and not the last: work is undone, charges
  end, and neighbours answer late. The integration carries all of that, and nothing from
  before the cancel comes again.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About the Provision Order Business Flow".

  Background:
    Given an order "FIRST" with
      | line | product         | asset | service point |
      | 1    | Internet Access | HOME  | Customer      |
      | 2    | Static Address  | FIXED | Customer      |

  @FL-08 @integration @cancel-message
  Rule: The integration still carries what neighbours report about a cancelled order

    @cancellation+filled-in-data
    Example: Values and statuses are reported after the cancel
      Given the order system has order "FIRST"
      When the CRM cancels order "FIRST"
      And the order system reports the value "v6" of "version" of line 2 of order "FIRST"
      And the order system reports the status "CANCELLED" of line 1 of order "FIRST"
      Then the CRM receives the value "v6" of "version" of line 2 of order "FIRST"
      And the CRM receives the line statuses of order "FIRST"
        | line | status    |
        | 1    | CANCELLED |

    @cancellation+filled-in-data
    Example: Provisioning assigns a value after the cancel
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
  Rule: A cancel is handed on once and concerns no other order

    @idempotent-delivery @cancellation+redelivery
    Example: An order that is delivered again after its cancel is not handed on
      Given the order system has order "FIRST"
      When the CRM cancels order "FIRST"
      And every version of order "FIRST" is delivered again
      Then the order system receives order "FIRST" once
      And the order system receives order "FIRST" and then its cancel

    @cancellation+service-points
    Example: Another order for the same service point comes after a cancel
      Given the order system has order "FIRST"
      And an order "NEXT" with
        | line | product         | service point |
        | 1    | Internet Access | Customer      |
      When the CRM cancels order "FIRST"
      And order "NEXT" is submitted
      Then the order system receives order "NEXT" just as it was submitted

    @absent-neighbours @restartable @cancellation+restarts
    Example: A cancel waits for the order system through a breakdown
      Given the order system has order "FIRST"
      And the order system cannot be reached
      When the CRM cancels order "FIRST"
      And the integration breaks down and is started again
      And the order system can be reached again
      Then the order system receives order "FIRST" and then its cancel

    @restartable @idempotent-delivery @cancellation+redelivery+restarts
    Example: After a breakdown neither the order nor its cancel is handed on again
      Given the order system has order "FIRST"
      When the CRM cancels order "FIRST"
      And the integration breaks down and is started again
      And everything is delivered again
      Then nothing is handed on a second time
