Feature: Updates and requests that wait for a neighbour
  Messages that wait for a neighbour are delivered in sequence. They are not sorted by
  kind, not dropped because the order was cancelled, and not mixed up between lines.

  Source: Process Sales Order Fulfillment, "Process Sales Order Fulfillment
  Business Flow Overview"; Understanding the Provision Order and Update Fulfillment
  Order Business Flows, "About the Update Fulfillment Order Business Flow".

  Background:
    Given an order "BASE" with
      | line | product         | asset | price list          | speed |
      | 1    | Internet Access | HOME  | Consumer Price List | 100   |
      | 2    | Static Address  | FIXED | Consumer Price List |       |

  @FL-09
  Rule: A waiting request is delivered though its order is cancelled meanwhile

    Background:
      Given the order system has order "BASE"

    @integration @absent-neighbours @cancel-message @cancellation+restarts
    Example: A charge waits for billing while its order is cancelled, and is delivered
      Given billing cannot be reached
      When the order system asks billing for order "BASE"
        | line | price list          |
        | 1    | Consumer Price List |
      And the CRM cancels order "BASE"
      And billing can be reached again
      Then billing charges for order "BASE"
        | line | price list          |
        | 1    | Consumer Price List |

  @PV-03 @integration @absent-neighbours
  Rule: All waiting updates of every line reach the order system

    Background:
      Given the order system has order "BASE" and provisioning works on it

    @filled-in-data+restarts
    Example: Two milestones of one line wait for the order system, and both arrive
      Given the order system cannot be reached
      When provisioning reports the milestone "RESERVED" of line 1 of order "BASE"
      And provisioning reports the milestone "DESIGNED" of line 1 of order "BASE"
      And the order system can be reached again
      Then the order system receives the milestone "RESERVED" of line 1 of order "BASE"
      And the order system receives the milestone "DESIGNED" of line 1 of order "BASE"

    @filled-in-data+restarts
    Example: The same value of two lines waits for the order system, and both arrive
      Given the order system cannot be reached
      When provisioning reports the value "200" of "vlan" of line 1 of order "BASE"
      And provisioning reports the value "200" of "vlan" of line 2 of order "BASE"
      And the order system can be reached again
      Then the order system receives the value "200" of "vlan" of line 1 of order "BASE"
      And the order system receives the value "200" of "vlan" of line 2 of order "BASE"

  @FL-08
  Rule: A neighbour that is back gets its messages while another one is still away

    Background:
      Given the order system has order "BASE"

    @integration @absent-neighbours @price-lists+restarts
    Example: Billing gets its messages while provisioning is still away
      Given billing cannot be reached
      And provisioning cannot be reached
      When the order system asks provisioning for order "BASE"
        | line | target  |
        | 1    | network |
      And billing can be reached again
      And provisioning can be reached again
      Then provisioning has
        | asset | speed |
        | HOME  | 100   |

  @PR-06 @order-priorities @order-tracking
  Rule: A waiting fallout stays in sequence with the other updates of its order

    Background:
      Given the order system has order "BASE"
      And the CRM cannot be reached

    @integration @absent-neighbours @failures+restarts
    Example: Progress, fallout, its end and completion reach the CRM in sequence
      When the order system reports the status "IN PROGRESS" of order "BASE"
      And the order system reports a fallout of line 1 of order "BASE"
      And the order system reports the end of the fallout of line 1 of order "BASE"
      And the order system reports the status "COMPLETE" of order "BASE"
      And the CRM can be reached again
      Then the CRM receives in turn "IN PROGRESS, fallout raised, fallout resolved, COMPLETE" of order "BASE"
