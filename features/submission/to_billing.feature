Feature: What billing is told of an order
  Billing needs to know for whom, what, from when and on which terms to charge, and
  whether a charge begins, changes or ends. A customer whose disconnection arrives as a
  new charge would pay twice.

  Source: Process Sales Order Fulfillment, "About Sales Orders".

  Background:
    Given an order with header
      | account  | price list           | due date  |
      | Customer | Household Price List | in 3 days |
    And its lines are
      | line | action | product         | price list                  |
      | 1    | Add    | Internet Access | Premium Consumer Price List |
      | 2    | Add    | Static Address  | Consumer Price List         |
      | 3    | Add    | Handset         | Seasonal Price List         |

  @FL-09 @integration
  Rule: Customer, dates and price lists of an order are the same in the order system and in billing

    Example: Customer and date are the same in the order system and in billing
      Given the order system has the order
      When the order system asks billing for the order
        | line | price list          |
        | 2    | Consumer Price List |
      Then the order system receives the header of the order with
        | account  | requested delivery |
        | Customer | in 3 days          |
      And billing receives the header of the order with
        | account  | requested delivery |
        | Customer | in 3 days          |

    Example: Each line's price list is the same in the order system and in billing
      Given the order system has the order
      When the order system asks billing for the order
        | line | price list                  |
        | 1    | Premium Consumer Price List |
        | 2    | Consumer Price List         |
        | 3    | Seasonal Price List         |
      Then billing charges for the order
        | line | product         | price list                  |
        | 1    | Internet Access | Premium Consumer Price List |
        | 2    | Static Address  | Consumer Price List         |
        | 3    | Handset         | Seasonal Price List         |

    Scenario Outline: A charge that the order system has billing <effect> reaches billing as such
      Given an order "BASE" with
        | line | action | product         | asset | price list          |
        | 1    | Add    | Internet Access | HOME  | Consumer Price List |
      And the order system has order "BASE" and has had it billed
      And a change order "CHANGE" with
        | line | action   | asset | price list   |
        | 1    | <action> | HOME  | <price list> |
      And the order system has order "CHANGE"
      When the order system asks billing for order "CHANGE"
        | line | price list   |
        | 1    | <price list> |
      Then billing is asked for order "CHANGE"
        | line | effect   | price list   |
        | 1    | <effect> | <price list> |

      Examples:
        | effect  | action  | price list          |
        | change  | Update  | Seasonal Price List |
        | suspend | Suspend |                     |
        | resume  | Resume  |                     |
        | stop    | Delete  |                     |

    Example: An entered price, the date and the product's billing data reach billing
      Given the order system has the order
      When the order system asks billing for the order
        | line | phase    | price list          | override | speed |
        | 1    | initiate | Consumer Price List | 19.90    | 100   |
        | 1    | fulfil   | Consumer Price List | 19.90    | 100   |
        | 2    | fulfil   | Seasonal Price List |          |       |
      Then billing is asked for the order
        | line | phase    | effect | price list          | override | speed | requested delivery |
        | 1    | initiate | start  | Consumer Price List | 19.90    | 100   | in 3 days          |
        | 1    | fulfil   | start  | Consumer Price List | 19.90    | 100   | in 3 days          |
        | 2    | fulfil   | start  | Seasonal Price List |          |       | in 3 days          |

    Example: A charge that is cancelled during the work ends
      Given the order system has the order and has had it billed
      When the order system asks billing for the order
        | line | effect | price list |
        | 2    | stop   |            |
      Then billing charges nothing for line 2 of the order
      And billing charges for the order
        | line | product         | price list                  |
        | 1    | Internet Access | Premium Consumer Price List |

    Example: Billing's failure comes back for the order system's own line
      Given the order system has the order
      When the order system asks billing for the order
        | line | effect | price list          |
        | 1    | start  | Consumer Price List |
        | 2    | stop   |                     |
      Then the order system receives a fault of line 2 of the order

    @absent-neighbours
    Example: Work for billing waits in sequence while billing cannot be reached
      Given the order system has the order
      And billing cannot be reached
      When the order system asks billing for the order
        | line | phase    | price list          |
        | 1    | initiate | Consumer Price List |
        | 1    | fulfil   | Consumer Price List |
      And billing can be reached again
      Then billing charges for the order
        | line | product         | price list          |
        | 1    | Internet Access | Consumer Price List |

    @absent-neighbours @restartable
    Example: Work that waits for billing is done after a breakdown
      Given the order system has the order
      And billing cannot be reached
      When the order system asks billing for the order
        | line | price list          |
        | 1    | Consumer Price List |
      And the integration breaks down and is started again
      And billing can be reached again
      Then billing charges for the order
        | line | product         | price list          |
        | 1    | Internet Access | Consumer Price List |

    Example: A charge that is changed during the work is changed at billing
      Given the order system has the order and has had it billed
      When the order system asks billing for the order
        | line | effect | price list          |
        | 1    | change | Seasonal Price List |
      Then billing is asked for the order
        | line | effect | price list                  |
        | 1    | start  | Premium Consumer Price List |
        | 2    | start  | Consumer Price List         |
        | 3    | start  | Seasonal Price List         |
        | 1    | change | Seasonal Price List         |
