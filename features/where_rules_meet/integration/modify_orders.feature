Feature: Modify orders on their way to billing and provisioning
  A modify order is a new order about an asset that another order brought. Every neighbour
  knows the same asset. The date, the priority, the service point, the failures and the
  values belong to the modify order.

  Source: Process Sales Order Fulfillment, "About Modify Orders".

  Background:
    Given an order "BASE" for "in 3 days" with
      | line | product         | asset | service point | quantity |
      | 1    | Static Address  | FIXED | Customer      | 3        |
      | 2    | Internet Access | HOME  | Customer      |          |
    And the order system has order "BASE" and has had it billed and provisioned

  @MO-05 @integration
  Rule: A modify order has its own terms and changes the existing asset

    @modify-orders+dates
    Example: A modify order has its own date at billing and at provisioning
      Given an order "CHANGE" for "in 8 days" with
        | line | action | asset | price list          | quantity |
        | 1    | Update | FIXED | Seasonal Price List | 5        |
      And the order system has order "CHANGE" and has had it provisioned
      When the order system asks billing for order "CHANGE"
        | line | price list          |
        | 1    | Seasonal Price List |
      Then provisioning is told of order "CHANGE"
        | line | effect | asset | requested delivery | quantity |
        | 1    | change | FIXED | in 8 days          | 5        |
      And billing is asked for order "CHANGE"
        | line | effect | requested delivery |
        | 1    | change | in 8 days          |

    @modify-orders+priorities
    Example: An urgent modify order is urgent at provisioning, whatever the first order was
      Given an order "CHANGE" with header
        | account  | price list           | priority |
        | Customer | Household Price List | Urgent   |
      And its lines are
        | line | action | asset | quantity |
        | 1    | Update | FIXED | 5        |
      When the order system has order "CHANGE" and has had it provisioned
      Then provisioning is told of order "CHANGE"
        | line | priority | quantity |
        | 1    | Urgent   | 5        |

    @modify-orders+service-points
    Example: A modify order moves an asset to another service point
      Given an order "CHANGE" with
        | line | action | asset | service point |
        | 1    | Update | HOME  | Neighbour     |
        | 2    | Update | FIXED |               |
      When the order system has order "CHANGE" and has had it provisioned
      Then the order system receives order "CHANGE" just as it was submitted

    @restartable @modify-orders+restarts
    Example: Every neighbour knows the same asset after a breakdown
      Given the integration breaks down and is started again
      And the order system has order "CHANGE" with
        | line | action | asset | price list          | quantity |
        | 1    | Update | FIXED | Seasonal Price List | 5        |
      When the order system asks billing for order "CHANGE"
        | line | price list          |
        | 1    | Seasonal Price List |
      And the order system asks provisioning for order "CHANGE"
        | line | target  |
        | 1    | network |
      Then billing has
        | asset | price list          |
        | FIXED | Seasonal Price List |
      And provisioning has
        | asset | quantity |
        | FIXED | 5        |

  @PV-03 @integration
  Rule: Work that is asked for twice is done twice, and updates name the modify order's line

    @idempotent-delivery @modify-orders+redelivery
    Example: Of three units one is removed, and then another one
      When the order system asks provisioning for order "BASE"
        | line | target  | effect | quantity |
        | 1    | network | remove | 1        |
      And the order system asks provisioning for order "BASE"
        | line | target  | effect | quantity |
        | 1    | network | remove | 1        |
      And everything is delivered again
      Then provisioning has
        | asset | quantity |
        | FIXED | 1        |

    @modify-orders+filled-in-data
    Example: An assigned value is reported for the modify order's line
      Given an order "CHANGE" with
        | line | action | asset | quantity |
        | 1    | Update | HOME  | 2        |
      And the order system has order "CHANGE" and has had it provisioned
      When provisioning reports the value "v6" of "version" of line 1 of order "CHANGE"
      Then the order system receives the value "v6" of "version" of line 1 of order "CHANGE"
      But the order system does not receive the value "v6" of "version" of line 2 of order "BASE"

  @PV-15 @integration
  Rule: A failed or cancelled modify order is no failure and no cancel of the first order

    @modify-orders+failures
    Example: A failed modify order is reported for its own line
      Given an order "CHANGE" with
        | line | action | asset | quantity |
        | 1    | Update | HOME  | 2        |
      And provisioning cannot do line 1 of order "CHANGE"
      When the order system has order "CHANGE" and has had it provisioned
      Then the order system receives a fault of line 1 of order "CHANGE"

    @cancel-message @modify-orders+failures+cancellation
    Example: The first order's line fails after the modify order was cancelled
      Given the order system has order "CHANGE" with
        | line | action | asset | quantity |
        | 1    | Update | HOME  | 2        |
      And provisioning cannot do line 2 of order "BASE"
      When the CRM cancels order "CHANGE"
      And the order system asks provisioning for order "BASE"
        | line | target  | effect | quantity |
        | 2    | network | change | 1        |
      Then the order system receives a fault of line 2 of order "BASE"
