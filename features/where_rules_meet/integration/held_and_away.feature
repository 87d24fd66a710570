Feature: The intake is held while the order system cannot be reached
  Two reasons keep orders on the queue. When only one of them ends, the orders stay there.
  When both have ended, they leave by priority.

  Source: Process Sales Order Fulfillment, "Supporting Order Priorities" and "Process Sales
  Order Fulfillment Business Flow Overview".

  Background:
    Given the intake is held
    And the order system cannot be reached
    And a small order "LOW" with priority Low is submitted

  @PR-02 @integration @holdable-intake @absent-neighbours
  Rule: Orders leave the queue by priority once nothing keeps them there

    @priorities+restarts
    Example: Orders stay on the queue when the order system is back and the intake is still held
      When the order system can be reached again
      And a small order "URGENT" with priority Urgent is submitted
      And the intake is released
      Then the order system receives the orders in the sequence "URGENT, LOW"

    @priorities+restarts
    Example: Orders stay on the queue when the intake is released and the order system is still away
      When the intake is released
      And a small order "URGENT" with priority Urgent is submitted
      And the order system can be reached again
      Then the order system receives the orders in the sequence "URGENT, LOW"
