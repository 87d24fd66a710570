Feature: One order with many events
  The order is urgent, dated and depends on another order. It changes a bundle, suspends
  one component and deletes another. A line fell out, a value was assigned, a revision
  came, then a cancel. All later messages about the order must still be carried.

  Source: Process Sales Order Fulfillment, "About Sales Orders" and "Supporting Order
  Priorities".

  Background:
    Given an order "BASE" with
      | line | product             | asset | price list          |
      | 1    | VoIP Service Bundle | VOICE | Consumer Price List |
      | 1.1  | VoIP Voicemail      | MAIL  | Consumer Price List |
      | 1.2  | VoIP Access         | ACCES | Consumer Price List |
    And the order system has order "BASE" and has had it billed and provisioned
    And billing holds its work
    And an order "CHANGE" with header
      | account  | price list           | priority | due date  |
      | Customer | Household Price List | Urgent   | in 3 days |
    And its lines are
      | line | action  | product             | asset | price list          | due date  | service point | depends on       | greeting |
      | 1    | Update  | VoIP Service Bundle | VOICE | Seasonal Price List | in 5 days | Customer      | line 1 of BASE   |          |
      | 1.1  | Suspend | VoIP Voicemail      | MAIL  |                     | in 5 days | Customer      | line 1.1 of BASE |          |
      | 1.2  | Delete  | VoIP Access         | ACCES |                     | in 6 days | Customer      | line 1.2 of BASE |          |
    And the order system has order "CHANGE" and provisioning works on it

  @PV-03
  Rule: Work on each line of an order is reported, whatever the line's action is

    @integration @bundles+follow-ons+service-changes
    Example: A bundle, its suspended component and its deleted component reach milestones
      When provisioning reports the milestone "DESIGNED" of line 1 of order "CHANGE"
      And provisioning reports the milestone "RESERVED" of line 1.1 of order "CHANGE"
      And provisioning reports the milestone "ACTIVATED" of line 1.2 of order "CHANGE"
      Then the order system receives the milestone "RESERVED" of line 1.1 of order "CHANGE"
      And the order system receives the milestone "ACTIVATED" of line 1.2 of order "CHANGE"

  @FL-08 @integration @restartable @cancel-message
  Rule: The integration still knows an order after a fallout, a value, a revision, a cancel and a breakdown

    Background:
      When a small order "AFTER" that depends on line 1 of order "CHANGE" is submitted
      And the order system asks billing for order "CHANGE"
        | line | price list          |
        | 1    | Seasonal Price List |
      And the order system reports a fallout of line 1.1 of order "CHANGE"
      And the order system reports the value "long" of "greeting" of line 1.1 of order "CHANGE"
      And order "CHANGE" is revised to the due date "in 8 days"
      And the CRM cancels order "CHANGE"
      And the integration breaks down and is started again

    @failures+cancellation+restarts
    Example: A line of a much-changed order falls out, and the order is refused
      When the order system reports a fallout of line 1.2 of order "CHANGE"
      And the order system reports a refusal of order "CHANGE"
      And the order system reports the milestone "DESIGNED" of line 1.1 of order "CHANGE"
      Then order "CHANGE" is refused or fallen out
      And the CRM receives the milestone "DESIGNED" of line 1.1 of order "CHANGE"

    @supplementals+cancellation+restarts
    Example: Provisioning and billing report the end of their work on a much-changed order
      When provisioning reports the milestone "DESIGNED" of line 1.1 of order "CHANGE"
      And billing completes order "CHANGE"
      And provisioning completes all its work for order "CHANGE"
      Then the order system receives the milestone "DESIGNED" of line 1.1 of order "CHANGE"
      And the order system receives the billing of line 1 of order "CHANGE"

    @service-changes+cancellation+restarts
    Example: The work for a much-changed order is undone
      When the order system asks billing for order "CHANGE"
        | line | effect | price list          |
        | 1    | change | Consumer Price List |
      And the order system asks provisioning for order "CHANGE"
        | line | target  | effect | greeting |
        | 1.1  | network | resume | short    |
      Then provisioning is asked for exactly this work on order "CHANGE"
        | line | target  |
        | 1    | network |
        | 1.1  | network |
        | 1.2  | network |
        | 1.1  | network |

    @supplementals+failures+restarts
    Example: The base order of a much-changed order falls out, is revised, and is cancelled
      When the order system reports a fallout of line 1.1 of order "BASE"
      And the order system reports the value "short" of "greeting" of line 1.1 of order "BASE"
      And order "BASE" is revised to the due date "in 9 days"
      And the CRM cancels order "BASE"
      Then the order system receives order "BASE" and then its cancel

    @idempotent-delivery @failures+cancellation+redelivery
    Example: The failure, its end and the refusal of a much-changed order arrive once, though repeated
      When provisioning cannot do line 1.2 of order "CHANGE"
      And provisioning completes all its work for order "CHANGE"
      And provisioning does line 1.2 of order "CHANGE" after all
      And the order system reports a refusal of order "CHANGE"
      And everything is delivered again
      Then nothing is handed on a second time

    @idempotent-delivery @cancellation+filled-in-data+redelivery
    Example: The last values, charge and fallout of a much-changed order arrive once, though repeated
      When billing completes order "CHANGE"
      And provisioning reports the value "short" of "greeting" of line 1.1 of order "CHANGE"
      And the order system reports the value "short" of "greeting" of line 1.1 of order "CHANGE"
      And the order system reports a fallout of line 1.2 of order "CHANGE"
      And everything is delivered again
      Then nothing is handed on a second time

    @idempotent-delivery @service-changes+redelivery+restarts
    Example: The undoing of a much-changed order is asked for once, though all is repeated
      When the order system asks billing for order "CHANGE"
        | line | effect | price list          |
        | 1    | change | Consumer Price List |
        | 1.2  | resume |                     |
      And the order system asks provisioning for order "CHANGE"
        | line | target  | effect |
        | 1.1  | network | resume |
      And order "BASE" is revised to the due date "in 9 days"
      And the CRM cancels order "BASE"
      And everything is delivered again
      Then nothing is handed on a second time
