Feature: Revisions on the way, and what else befalls the order
  A revision says anew what is wanted, line by line. To the integration no version
  is the model of another: what one says counts for that one, whatever the others
  said, wherever the lines came from, however many versions there are.

  Source: Process Sales Order Fulfillment, "About Supplemental Orders".

  Background:
    Given the order system has an order with
      | line | product         | asset | due date  | service point | speed |
      | 1    | Internet Access | HOME  | in 3 days | Customer      | 100   |
      | 2    | Internet Access | OTHER | in 8 days | Customer      | 500   |

  @FL-07 @integration
  Rule: Each version is handed on as what it says, and not as what another version said

    @supplementals+service-points
    Example: A revision that moves a line to another service point, and alters nothing else
      When the order is revised to
        | line | product         | asset | due date  | service point | speed |
        | 1    | Internet Access | HOME  | in 3 days | Neighbour     | 100   |
        | 2    | Internet Access | OTHER | in 8 days | Customer      | 500   |
      Then the order system receives the order just as it was submitted

    @supplementals+dates
    Example: Of two lines one is put off by a revision, and the other has no date any more
      When the order is revised for "in 5 days" to
        | line | product         | asset | due date  | service point | speed |
        | 1    | Internet Access | HOME  |           | Customer      | 100   |
        | 2    | Internet Access | OTHER | in 9 days | Customer      | 500   |
      And the order is revised to the due date "in 6 days"
      Then the order system receives the order just as it was submitted

    @idempotent-delivery @supplementals+redelivery
    Example: A revision that goes back to what was wanted first is no repetition
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
    Example: A revision that alters a date and nothing else is no repetition
      When the order is revised to the due date "in 5 days"
      And the order is revised to the due date "in 6 days"
      And the order is revised to the due date "in 5 days"
      Then the order system receives the order just as it was submitted

    @supplementals+modify-orders+service-changes
    Example: Revisions of a change order have their own actions, line by line
      Given the order system has order "CHANGE" with
        | line | action  | asset | speed |
        | 1    | Suspend | HOME  | 100   |
        | 2    | Update  | OTHER | 1000  |
      When order "CHANGE" is revised to
        | line | action  | asset | speed |
        | 1    | Delete  | HOME  | 100   |
        | 2    | Suspend | OTHER | 500   |
        | 3    | Update  | THIRD | 50    |
      Then the order system receives order "CHANGE" just as it was submitted

  @FL-06 @integration @holdable-intake
  Rule: Every version is handed on, and what is wanted of the order as a whole after them

    @cancel-message @supplementals+cancellation
    Example: An order that is revised twice and cancelled, all on the queue
      Given the intake is held
      When the order is revised to the due date "in 5 days"
      And the order is revised to the due date "in 6 days"
      And the CRM cancels the order
      And the intake is released
      Then the order system receives the order and then its cancel

    @restartable @supplementals+restarts
    Example: A version that waits through a breakdown stays before the one that comes after it
      Given the intake is held
      When the order is revised to the due date "in 5 days"
      And the integration breaks down and is started again
      And the order is revised to the due date "in 6 days"
      And the intake is released
      Then the order system receives the order just as it was submitted

  @PR-09 @order-priorities
  Rule: Each version has the priority that was picked for it

    @integration @supplementals+priorities
    Example: A revision keeps a priority that is lower than that of the version before it
      Given the order has priority Urgent
      When the order is revised to the due date "in 5 days"
      And the order has priority Low
      And the order is revised to the due date "in 6 days"
      Then the order system receives the order with queue priority 3
