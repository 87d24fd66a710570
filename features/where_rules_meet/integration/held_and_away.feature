Feature: The intake is held, and the order system is away
  Two reasons keep orders on the queue, and the end of one is not the end of the other.
  They leave by their priorities when both are over.

  Source: Process Sales Order Fulfillment, "Supporting Order Priorities" and "Process Sales
  Order Fulfillment Business Flow Overview".

  Background:
    Given the intake is held
    And the order system cannot be reached
    And a small order "LOW" with priority Low is submitted

  @PR-02 @integration @holdable-intake @absent-neighbours
  Rule: Orders leave the queue by their priorities once nothing keeps them there any more

    @priorities+restarts
    Example: The order system comes back while the intake is held
      When the order system can be reached again
      And a small order "URGENT" with priority Urgent is submitted
      And the intake is released
      Then the order system receives the orders in the order "URGENT, LOW"

    @priorities+restarts
    Example: The intake is released while the order system is away
      When the intake is released
      And a small order "URGENT" with priority Urgent is submitted
      And the order system can be reached again
      Then the order system receives the orders in the order "URGENT, LOW"
