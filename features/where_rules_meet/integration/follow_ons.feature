Feature: Follow-on orders on their way to the order system
  A follow-on order names the lines that it depends on, and is otherwise an order of its
  own. The order system deals with what happens to the base order. The integration hands
  both orders on and reports about both, in sequence.

  Source: Process Sales Order Fulfillment, "About Follow-On Orders" and
  "Supporting Order Priorities".

  Background:
    Given an order "BASE" for "in 8 days" with
      | line | product         | asset | service point | speed |
      | 1    | Internet Access | HOME  | Customer      | 100   |
      | 2    | Internet Access | OTHER | Customer      | 100   |

  @FO-03 @installed-base @order-tracking @integration
  Rule: A follow-on order arrives with its own dependencies, dates and service points, line by line

    @follow-ons+service-changes
    Example: Lines that delete, suspend or move an ordered asset arrive with their dependencies
      Given the order system has order "BASE"
      And a change order "CHANGE" with
        | line | action      | asset | depends on     |
        | 1    | Delete      | HOME  | line 1 of BASE |
        | 2    | Suspend     | OTHER | line 2 of BASE |
        | 3    | Move-Delete | THIRD | line 1 of BASE |
        | 4    | Move-Add    | THIRD | line 2 of BASE |
      When order "CHANGE" is submitted
      Then the order system receives order "CHANGE" just as it was submitted

    @follow-ons+dates+service-points
    Example: A follow-on order arrives with an earlier date and another service point than its base order
      Given the order system has order "BASE"
      And an order "CHANGE" for "in 3 days" with
        | line | action | asset | depends on     | due date  | service point |
        | 1    | Update | HOME  | line 1 of BASE |           | Neighbour     |
        | 2    | Update | OTHER | line 2 of BASE | in 5 days |               |
      When order "CHANGE" is submitted
      Then the order system receives order "CHANGE" just as it was submitted

    @follow-ons+modify-orders
    Example: A follow-on order to a modify order arrives with its dependency
      Given the order system has order "BASE" and has had it billed
      And the order system has order "MODIFY" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
        | 2    | Update | OTHER | 500   |
      And an order "AFTER" with
        | line | action | asset | depends on       | speed |
        | 1    | Update | HOME  | line 1 of MODIFY | 1000  |
        | 2    | Update | OTHER | line 2 of MODIFY | 1000  |
      When order "AFTER" is submitted
      Then the order system receives order "AFTER" just as it was submitted

    @supplementals+follow-ons
    Example: A revised follow-on order arrives with its new dependencies
      Given the order system has order "BASE"
      And the order system has order "CHANGE" with
        | line | action | asset | depends on     |
        | 1    | Update | HOME  | line 1 of BASE |
        | 2    | Update | OTHER | line 2 of BASE |
      When order "CHANGE" is revised to
        | line | action | asset | depends on     |
        | 1    | Update | HOME  |                |
        | 2    | Update | OTHER | line 1 of BASE |
        | 3    | Delete | THIRD | line 2 of BASE |
      Then the order system receives order "CHANGE" just as it was submitted

  @PR-05 @integration @holdable-intake
  Rule: A follow-on order is handed on after the orders that it depends on now, and waits for no other

    Background:
      Given the intake is held

    @supplementals+follow-ons+priorities
    Example: A revised follow-on order waits for the order that its revision depends on
      Given these orders are submitted and wait
        | order  | priority | depends on    |
        | ONE    | Medium   |               |
        | CHANGE | Urgent   | line 1 of ONE |
        | TWO    | Low      |               |
      And order "CHANGE" has priority Medium
      When order "CHANGE" is revised to
        | line | product         | depends on    |
        | 1    | Internet Access | line 1 of TWO |
      And the intake is released
      Then the order system receives the orders in the sequence "ONE, CHANGE, TWO, CHANGE"

    @cancel-message @follow-ons+cancellation
    Example: A base order is cancelled while its follow-on order waits, and all three messages arrive
      Given these orders are submitted and wait
        | order  | priority | depends on    |
        | ONE    | Low      |               |
        | CHANGE | Medium   | line 1 of ONE |
      When the CRM cancels order "ONE"
      And the intake is released
      Then the order system receives order "ONE" and then its cancel
      And the order system receives order "CHANGE" just as it was submitted

    @restartable @follow-ons+restarts
    Example: After a breakdown a follow-on order still waits for the second order that it depends on
      Given these orders are submitted and wait
        | order | priority |
        | ONE   | Medium   |
        | TWO   | Low      |
      And an order "BOTH" with
        | line | product        | depends on    |
        | 1    | Static Address | line 1 of ONE |
        | 2    | Handset        | line 1 of TWO |
      When order "BOTH" is submitted
      And the integration breaks down and is started again
      And the intake is released
      Then the order system receives the orders in the sequence "ONE, BOTH"
      And the order system receives the orders in the sequence "TWO, BOTH"

  @FL-06
  Rule: An order that is delivered again is not handed on again, whatever was handed on since

    @integration @idempotent-delivery @follow-ons+redelivery
    Example: A base order that is delivered again after its follow-on order is not handed on again
      Given the order system has order "BASE"
      When a small order "CHANGE" that depends on line 1 of order "BASE" is submitted
      And a small order "NEXT" that depends on line 1 of order "CHANGE" is submitted
      And everything is delivered again
      Then nothing is handed on a second time
