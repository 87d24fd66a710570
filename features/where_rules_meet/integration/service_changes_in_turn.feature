Feature: Several changes to one asset, in sequence
  Orders that depend on each other give the right result only in one sequence. Requests
  that wait for billing or provisioning keep it.

  Source: Process Sales Order Fulfillment, "Supporting Order Priorities".

  Background:
    Given an order "BASE" with
      | line | product         | asset | price list          | speed |
      | 1    | Internet Access | HOME  | Consumer Price List | 100   |
    And the order system has order "BASE" and has had it billed and provisioned
    And the order system has order "PAUSE" with
      | line | action  | asset |
      | 1    | Suspend | HOME  |

  @PR-05 @integration @absent-neighbours
  Rule: Requests of a base order and its follow-on orders are delivered in sequence

    Background:
      Given the order system has order "FASTER" with
        | line | action | asset | price list          | speed | depends on      |
        | 1    | Update | HOME  | Seasonal Price List | 500   | line 1 of PAUSE |
      And the order system has order "ON" with
        | line | action | asset | depends on       |
        | 1    | Resume | HOME  | line 1 of FASTER |

    @follow-ons+service-changes+restarts
    Example: A suspension, a change and a resumption wait for billing and arrive in sequence
      Given billing cannot be reached
      When the order system asks billing for order "PAUSE"
        | line |
        | 1    |
      And the order system asks billing for order "FASTER"
        | line | price list          |
        | 1    | Seasonal Price List |
      And the order system asks billing for order "ON"
        | line |
        | 1    |
      And billing can be reached again
      Then billing has
        | asset | charge |
        | HOME  | active |

    @follow-ons+service-changes+restarts
    Example: A suspension and a resumption wait for provisioning and arrive in sequence
      Given provisioning cannot be reached
      When the order system asks provisioning for order "PAUSE"
        | line | target  |
        | 1    | network |
      And the order system asks provisioning for order "ON"
        | line | target  |
        | 1    | network |
      And provisioning can be reached again
      Then provisioning has
        | asset | status |
        | HOME  | active |

  @PR-05 @integration @absent-neighbours
  Rule: Requests about one asset are delivered in sequence, however urgent the later order is

    Background:
      Given the order system has order "FASTER" with
        | line | action | asset | price list          | speed | depends on      |
        | 1    | Update | HOME  | Seasonal Price List | 500   | line 1 of PAUSE |
      And a change order "ON" with
        | line | action | asset | depends on       |
        | 1    | Resume | HOME  | line 1 of FASTER |
      And order "ON" has priority Urgent

    @follow-ons+priorities+restarts
    Example: An urgent resumption does not overtake the suspension and the change that wait for billing
      Given the order system has order "ON"
      And billing cannot be reached
      When the order system asks billing for order "PAUSE"
        | line |
        | 1    |
      And the order system asks billing for order "FASTER"
        | line | price list          |
        | 1    | Seasonal Price List |
      And the order system asks billing for order "ON"
        | line |
        | 1    |
      And billing can be reached again
      Then billing has
        | asset | charge |
        | HOME  | active |

    @follow-ons+priorities+restarts
    Example: An urgent resumption does not overtake the suspension that waits for provisioning
      Given the order system has order "ON"
      And provisioning cannot be reached
      When the order system asks provisioning for order "PAUSE"
        | line | target  |
        | 1    | network |
      And the order system asks provisioning for order "ON"
        | line | target  |
        | 1    | network |
      And provisioning can be reached again
      Then provisioning has
        | asset | status |
        | HOME  | active |
