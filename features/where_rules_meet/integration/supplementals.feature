Feature: Revisions on their way to the order system
  A revision says anew what is wanted, line by line. The integration hands each version on
  as it is and takes nothing from another version.

  Source: Process Sales Order Fulfillment, "About Supplemental Orders".

  Background:
    Given the order system has an order with
      | line | product         | asset | due date  | service point | speed |
      | 1    | Internet Access | HOME  | in 3 days | Customer      | 100   |
      | 2    | Internet Access | OTHER | in 8 days | Customer      | 500   |

  @FL-07 @integration
  Rule: Each version is handed on as it is, and not as another version was

    @supplementals+service-points
    Example: A revision that only changes a service point arrives
      When the order is revised to
        | line | product         | asset | due date  | service point | speed |
        | 1    | Internet Access | HOME  | in 3 days | Neighbour     | 100   |
        | 2    | Internet Access | OTHER | in 8 days | Customer      | 500   |
      Then the order system receives the order just as it was submitted

    @supplementals+dates
    Example: A revision puts one line off and removes the other line's date
      When the order is revised for "in 5 days" to
        | line | product         | asset | due date  | service point | speed |
        | 1    | Internet Access | HOME  |           | Customer      | 100   |
        | 2    | Internet Access | OTHER | in 9 days | Customer      | 500   |
      And the order is revised to the due date "in 6 days"
      Then the order system receives the order just as it was submitted

    @idempotent-delivery @supplementals+redelivery
    Example: A revision that returns to the first version is not a repeated message
      When the order is revised to
        | line | product         | asset | due date  | service point | speed |
        | 1    | Internet Access | HOME  | in 3 days | Customer      | 500   |
        | 2    | Internet Access | OTHER | in 8 days | Customer      | 500   |
      And the order is revised to
        | line | product         | asset | due date  | service point | speed |
        | 1    | Internet Access | HOME  | in 3 days | Customer      | 100   |
        | 2    | Internet Access | OTHER | in 8 days | Customer      | 500   |
      And every version of the order but the last is delivered again
      Then the order system receives the order revision by revision
      And the order system receives the order just as it was submitted

    @dates+redelivery
    Example: A revision that only changes a date is not a repeated message
      When the order is revised to the due date "in 5 days"
      And the order is revised to the due date "in 6 days"
      And the order is revised to the due date "in 5 days"
      Then the order system receives the order just as it was submitted

    @supplementals+modify-orders+service-changes
    Example: The revisions of a change order arrive with their own actions, line by line
      Given the order system has order "CHANGE" with
        | line | action  | asset | speed |
        | 1    | Suspend | HOME  | 100   |
        | 2    | Update  | OTHER | 1000  |
        | 4    | Update  | LAST  | 20    |
      When order "CHANGE" is revised to
        | line | action  | asset | speed |
        | 1    | Delete  | HOME  | 100   |
        | 2    | Suspend | OTHER | 500   |
        | 3    | Update  | THIRD | 50    |
        | 4    | -       | LAST  | 20    |
      Then the order system receives order "CHANGE" just as it was submitted

  @FL-06 @integration @holdable-intake
  Rule: Every version is handed on, and after them the cancel of the order

    @cancel-message @supplementals+cancellation
    Example: Two revisions and a cancel wait on the queue and arrive in sequence
      Given the intake is held
      When the order is revised to the due date "in 5 days"
      And the order is revised to the due date "in 6 days"
      And the CRM cancels the order
      And the intake is released
      Then the order system receives the order and then its cancel

    @restartable @supplementals+restarts
    Example: A version that waits through a breakdown stays before the one after it
      Given the intake is held
      When the order is revised to the due date "in 5 days"
      And the integration breaks down and is started again
      And the order is revised to the due date "in 6 days"
      And the intake is released
      Then the order system receives the order just as it was submitted

  @PR-09 @order-priorities
  Rule: Each version has the priority that was picked for it

    @integration @supplementals+priorities
    Example: A revision keeps a priority that is lower than the earlier version's
      Given the order has priority Urgent
      When the order is revised to the due date "in 5 days"
      And the order has priority Low
      And the order is revised to the due date "in 6 days"
      Then the order system receives the order with queue priority 3
