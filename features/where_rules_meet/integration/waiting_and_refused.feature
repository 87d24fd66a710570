Feature: What waits is sent as it was asked, and what is refused touches nothing else
  The integration refuses some orders and faults some lines by itself. That is told also
  when a neighbour was away at that moment, and other versions and lines are not touched.

  Source: Process Sales Order Fulfillment, "Process Sales Order Fulfillment Business Flow
  Overview" and "Supporting Order Priorities".

  Background:
    Given an order "BASE" with
      | line | product         | asset | price list          | speed |
      | 1    | Internet Access | HOME  | Consumer Price List | 100   |
      | 2    | Static Address  | FIXED | Consumer Price List |       |
    And the order system has order "BASE"

  @PL-06 @integration @absent-neighbours
  Rule: A call that waits for billing is handed over without the lines that were faulted

    @price-lists+restarts
    Example: When billing is back it charges only for the line that has a rate plan
      Given billing cannot be reached
      When the order system asks billing for order "BASE"
        | line | price list          |
        | 1    | Consumer Price List |
        | 2    | Staff Price List    |
      And billing can be reached again
      Then it is reported that line 2 of order "BASE" cannot be billed
      And billing charges for order "BASE"
        | line | price list          |
        | 1    | Consumer Price List |

  @PL-06 @integration @absent-neighbours
  Rule: A line without a rate plan is faulted also where the order system takes nothing in

    @price-lists+restarts
    Example: The fault of a line reaches the order system when that is back
      Given the order system cannot be reached
      When the order system asks billing for order "BASE"
        | line | price list          |
        | 1    | Consumer Price List |
        | 2    | Staff Price List    |
      And the order system can be reached again
      Then it is reported that line 2 of order "BASE" cannot be billed
      And billing charges for order "BASE"
        | line | price list          |
        | 1    | Consumer Price List |

  @PR-11 @integration @absent-neighbours
  Rule: The CRM is told of a refused priority once it can be reached

    @priorities+restarts
    Example: An order with an unknown priority comes while the CRM cannot be reached
      Given the CRM cannot be reached
      When a small order "ELEVEN" with priority 11 is submitted
      And the CRM can be reached again
      Then order "ELEVEN" is refused or fallen out

  @FL-08 @integration
  Rule: The ids of an order's lines are still known after a version of it was refused

    @supplementals+priorities
    Example: An update reaches the CRM after a version with an unknown priority
      Given order "BASE" has priority 10
      When order "BASE" is revised to the due date "in 5 days"
      And the order system reports the status "COMPLETE" of line 2 of order "BASE"
      Then the CRM receives the line statuses of order "BASE"
        | line | status   |
        | 2    | COMPLETE |

  @PV-03 @integration @holdable-intake
  Rule: Work is sent on as it was asked, whatever a waiting version says

    @supplementals+priorities
    Example: Provisioning is asked while a version with another priority waits on the queue
      Given the intake is held
      And order "BASE" has priority Urgent
      When order "BASE" is revised to the due date "in 5 days"
      And the order system asks provisioning for order "BASE"
        | line | target  |
        | 1    | network |
      And the intake is released
      Then provisioning has
        | asset | speed |
        | HOME  | 100   |
