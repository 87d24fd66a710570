Feature: One neighbour cannot be reached, and the others can
  When one neighbour cannot be reached, the others are served at once. Messages for the
  absent neighbour wait and are delivered in sequence when it is back.

  Source: Process Sales Order Fulfillment, "Process Sales Order Fulfillment
  Business Flow Overview"; Understanding the Provision Order and Update Fulfillment
  Order Business Flows, "About the Provision Order Business Flow".

  Background:
    Given an order "BASE" with
      | line | product         | asset | price list          | speed |
      | 1    | Internet Access | HOME  | Consumer Price List | 100   |
      | 2    | Static Address  | FIXED | Consumer Price List |       |
    And the order system has order "BASE"

  @FL-06
  Rule: Orders are handed on while another neighbour cannot be reached

    @integration @absent-neighbours @priorities+restarts
    Example: An order is handed on while billing cannot be reached
      Given billing cannot be reached
      When the order system asks billing for order "BASE"
        | line | price list          |
        | 1    | Consumer Price List |
      And a small order "NEW" with priority Low is submitted
      Then the order system receives order "NEW" once
      When billing can be reached again
      Then billing charges for order "BASE"
        | line | price list          |
        | 1    | Consumer Price List |

  @FL-08
  Rule: Updates reach the CRM while another neighbour cannot be reached

    @integration @absent-neighbours @filled-in-data+restarts
    Example: The CRM is told of a line while provisioning cannot be reached
      Given provisioning cannot be reached
      When the order system asks provisioning for order "BASE"
        | line | target  |
        | 1    | network |
      And the order system reports the value "v6" of "version" of line 2 of order "BASE"
      Then the CRM receives the value "v6" of "version" of line 2 of order "BASE"
      When provisioning can be reached again
      Then provisioning has
        | asset | speed |
        | HOME  | 100   |

  @FL-09
  Rule: Billing is asked while another neighbour cannot be reached

    @integration @absent-neighbours @price-lists+restarts
    Example: Billing is asked while provisioning cannot be reached
      Given provisioning cannot be reached
      When the order system asks provisioning for order "BASE"
        | line | target  |
        | 1    | network |
      And the order system asks billing for order "BASE"
        | line | price list          |
        | 1    | Consumer Price List |
      Then billing charges for order "BASE"
        | line | price list          |
        | 1    | Consumer Price List |
      When provisioning can be reached again
      Then provisioning has
        | asset | speed |
        | HOME  | 100   |

  @PV-03
  Rule: Provisioning is asked while another neighbour cannot be reached

    @integration @absent-neighbours @filled-in-data+restarts
    Example: Provisioning is asked while the CRM cannot be reached
      Given the CRM cannot be reached
      When the order system reports the value "v6" of "version" of line 2 of order "BASE"
      And the order system asks provisioning for order "BASE"
        | line | target  |
        | 1    | network |
      Then provisioning has
        | asset | speed |
        | HOME  | 100   |
      When the CRM can be reached again
      Then the CRM receives the value "v6" of "version" of line 2 of order "BASE"

  @PL-08 @two-phase-billing
  Rule: Work for billing waits in sequence while billing cannot be reached, whatever else breaks down

    @integration @absent-neighbours @restartable @price-lists+restarts
    Example: A charge is begun before a breakdown and completed after it, while billing cannot be reached
      Given billing cannot be reached
      When the order system asks billing for order "BASE"
        | line | phase    | price list          |
        | 1    | initiate | Consumer Price List |
      And the integration breaks down and is started again
      And the order system asks billing for order "BASE"
        | line | phase  | price list          |
        | 1    | fulfil | Consumer Price List |
      And billing can be reached again
      Then billing has
        | asset | price list          |
        | HOME  | Consumer Price List |
