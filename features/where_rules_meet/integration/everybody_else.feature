Feature: Only one neighbour can be reached
  The queue is held and three of four neighbours cannot be reached. The neighbour that can
  be reached gets its messages at once, and its own messages are accepted.

  Source: Process Sales Order Fulfillment, "Process Sales Order Fulfillment
  Business Flow Overview".

  Background:
    Given an order "BASE" with
      | line | product         | asset | price list          | quantity |
      | 1    | Static Address  | FIXED | Consumer Price List | 3        |
      | 2    | Internet Access | HOME  | Consumer Price List |          |
    And the order system has order "BASE" and billing and provisioning work on it

  @PR-06 @order-priorities @order-tracking @integration @absent-neighbours @holdable-intake
  Rule: The CRM is told what the order system reports while no other neighbour can be reached

    Background:
      When the intake is held
      And the order system cannot be reached
      And billing cannot be reached

    @failures+filled-in-data+restarts
    Example: Messages for the CRM are delivered while no other neighbour can be reached
      When provisioning cannot be reached
      And the order system reports a fallout of line 2 of order "BASE"
      And the order system reports the value "v6" of "version" of line 1 of order "BASE"
      And the order system reports a refusal of order "BASE"
      Then the CRM receives the value "v6" of "version" of line 1 of order "BASE"
      And the CRM receives a fallout of line 2 of order "BASE"
      And order "BASE" is refused or fallen out

    @idempotent-delivery @failures+redelivery+restarts
    Example: Messages for the CRM are delivered once each, though all are repeated while the others are away
      When provisioning cannot be reached
      And the order system reports a fallout of line 2 of order "BASE"
      And the order system reports the value "v6" of "version" of line 1 of order "BASE"
      And the order system reports a refusal of order "BASE"
      And everything is delivered again
      Then nothing is handed on a second time

  @PV-03 @integration @absent-neighbours @holdable-intake
  Rule: The order system is told what provisioning and billing report while no other neighbour can be reached

    Background:
      When the intake is held
      And the CRM cannot be reached
      And billing cannot be reached

    @failures+filled-in-data+restarts
    Example: Messages for the order system are delivered while no other neighbour can be reached
      When provisioning cannot be reached
      And provisioning reports the milestone "DESIGNED" of line 2 of order "BASE"
      And provisioning cannot do line 1 of order "BASE"
      And provisioning completes all its work for order "BASE"
      And billing completes order "BASE"
      Then the order system receives the milestone "DESIGNED" of line 2 of order "BASE"
      And the order system receives the billing of line 1 of order "BASE"

    @idempotent-delivery @failures+redelivery+restarts
    Example: Messages for the order system are delivered once each, though all are repeated while the others are away
      When provisioning cannot be reached
      And provisioning cannot do line 1 of order "BASE"
      And provisioning completes all its work for order "BASE"
      And provisioning does line 1 of order "BASE" after all
      And billing completes order "BASE"
      And everything is delivered again
      Then nothing is handed on a second time

  @FL-09 @integration @absent-neighbours @holdable-intake
  Rule: Billing is asked while no other neighbour can be reached

    Background:
      When the intake is held
      And the CRM cannot be reached
      And the order system cannot be reached

    @price-lists+restarts
    Example: Requests for billing are delivered while no other neighbour can be reached
      When provisioning cannot be reached
      And the order system asks billing for order "BASE"
        | line | effect | price list          |
        | 1    | change | Seasonal Price List |
      Then billing is asked for order "BASE"
        | line | effect | price list          |
        | 1    | start  | Consumer Price List |
        | 2    | start  | Consumer Price List |
        | 1    | change | Seasonal Price List |

    @idempotent-delivery @price-lists+redelivery+restarts
    Example: Requests for billing are delivered once each, though all are repeated while the others are away
      When provisioning cannot be reached
      And the order system asks billing for order "BASE"
        | line | effect | price list          |
        | 1    | change | Seasonal Price List |
      And everything is delivered again
      Then nothing is handed on a second time

  @MO-05
  Rule: Provisioning is asked while no other neighbour can be reached

    Background:
      When the intake is held
      And the CRM cannot be reached
      And the order system cannot be reached

    @integration @absent-neighbours @holdable-intake @idempotent-delivery @modify-orders+redelivery+restarts
    Example: Requests for provisioning are delivered once each, though all are repeated while the others are away
      When billing cannot be reached
      And the order system asks provisioning for order "BASE"
        | line | target  | effect | quantity |
        | 1    | network | change | 5        |
      And everything is delivered again
      Then nothing is handed on a second time

  @FL-06 @integration @absent-neighbours @cancel-message
  Rule: Orders are handed on while only the order system can be reached

    Background:
      When the CRM cannot be reached
      And billing cannot be reached
      And provisioning cannot be reached

    @supplementals+cancellation+restarts
    Example: A revision, a cancel and a new order are handed on while only the order system can be reached
      When order "BASE" is revised to the due date "in 5 days"
      And the CRM cancels order "BASE"
      And a small order "NEW" with priority Low is submitted
      Then the order system receives order "BASE" and then its cancel
      And the order system receives order "NEW" once

    @idempotent-delivery @supplementals+cancellation+redelivery
    Example: A revision, a cancel and a new order are handed on once each, though all are repeated
      When order "BASE" is revised to the due date "in 5 days"
      And the CRM cancels order "BASE"
      And a small order "NEW" with priority Low is submitted
      And everything is delivered again
      Then nothing is handed on a second time
