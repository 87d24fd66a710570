Feature: News and calls that wait for a neighbour, with others beside them
  What waits for a neighbour goes out as it came: not sorted by kind, not thinned out
  because the order was cancelled, and not taken for what another line was told.

  Source: Process Sales Order Fulfillment, "Process Sales Order Fulfillment
  Business Flow Overview"; Understanding the Provision Order and Update Fulfillment
  Order Business Flows, "About the Update Fulfillment Order Business Flow".

  Background:
    Given an order "BASE" with
      | line | product         | asset | price list          | speed |
      | 1    | Internet Access | HOME  | Consumer Price List | 100   |
      | 2    | Static Address  | FIXED | Consumer Price List |       |

  @FL-09
  Rule: What waits for billing or provisioning is asked for, though the order is cancelled meanwhile

    Background:
      Given the order system has order "BASE"

    @integration @absent-neighbours @cancel-message @cancellation+restarts
    Example: A charge waits for billing, and its order is cancelled
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
  Rule: What waits for the order system reaches it, all of it, and of each line

    Background:
      Given the order system has order "BASE" and provisioning works on it

    @filled-in-data+restarts
    Example: Two milestones of one line wait for the order system
      Given the order system cannot be reached
      When provisioning reports the milestone "RESERVED" of line 1 of order "BASE"
      And provisioning reports the milestone "DESIGNED" of line 1 of order "BASE"
      And the order system can be reached again
      Then the order system receives the milestone "RESERVED" of line 1 of order "BASE"
      And the order system receives the milestone "DESIGNED" of line 1 of order "BASE"

    @filled-in-data+restarts
    Example: The same value of two lines waits for the order system
      Given the order system cannot be reached
      When provisioning reports the value "200" of "vlan" of line 1 of order "BASE"
      And provisioning reports the value "200" of "vlan" of line 2 of order "BASE"
      And the order system can be reached again
      Then the order system receives the value "200" of "vlan" of line 1 of order "BASE"
      And the order system receives the value "200" of "vlan" of line 2 of order "BASE"

  @FL-08
  Rule: A neighbour that is back gets what is its own, while the other one is still away

    Background:
      Given the order system has order "BASE"

    @integration @absent-neighbours @price-lists+restarts
    Example: Billing is back, and provisioning is not
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
  Rule: A fallout that waits for the CRM stays between what was told before it and after it

    Background:
      Given the order system has order "BASE"
      And the CRM cannot be reached

    @integration @absent-neighbours @failures+restarts
    Example: An order is in progress, falls out, goes on, and is complete in the end
      When the order system reports the status "IN PROGRESS" of order "BASE"
      And the order system reports a fallout of line 1 of order "BASE"
      And the order system reports the end of the fallout of line 1 of order "BASE"
      And the order system reports the status "COMPLETE" of order "BASE"
      And the CRM can be reached again
      Then the CRM receives in turn "IN PROGRESS, fallout raised, fallout resolved, COMPLETE" of order "BASE"
