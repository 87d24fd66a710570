Feature: Messages about a complete order
  After an order is complete there may still be late updates, requests, or repeated
  messages about it. The integration carries them like any others.

  Source: Process Sales Order Fulfillment, "Process Sales Order Fulfillment
  Business Flow Overview".

  Background:
    Given an order "BASE" with
      | line | product         | asset | price list          | quantity |
      | 1    | Static Address  | FIXED | Consumer Price List | 3        |
      | 2    | Internet Access | HOME  | Consumer Price List |          |
    And billing holds its work
    And the order system has order "BASE" and provisioning works on it

  @FL-05 @integration @cancel-message
  Rule: The integration still carries what is said and asked about a complete order

    @failures+cancellation+filled-in-data
    Example: After the completion a cancel still reaches the order system behind its order
      When the order system asks billing for order "BASE"
        | line | price list          |
        | 1    | Consumer Price List |
      And the order system reports the status "COMPLETE" of order "BASE"
      And provisioning reports the milestone "ACTIVATED" of line 2 of order "BASE"
      And the order system reports a fallout of line 2 of order "BASE"
      And billing completes order "BASE"
      And the CRM cancels order "BASE"
      Then the order system receives order "BASE" and then its cancel

    @idempotent-delivery @failures+cancellation+redelivery
    Example: Messages about a complete order that are delivered again are handed on once
      When the order system asks billing for order "BASE"
        | line | price list          |
        | 1    | Consumer Price List |
      And the order system reports the status "COMPLETE" of order "BASE"
      And the order system reports a fallout of line 2 of order "BASE"
      And billing completes order "BASE"
      And the CRM cancels order "BASE"
      And everything is delivered again
      Then nothing is handed on a second time
