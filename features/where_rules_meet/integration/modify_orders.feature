Feature: Changes of what is installed, and what else befalls them
  A modify order is a new order about an asset that another order has brought. The
  asset is the same at every neighbour, for as long as there is one; the date, the
  priority, the place, the failures and the values are the modify order's own.

  Source: Process Sales Order Fulfillment, "About Modify Orders".

  Background:
    Given an order "BASE" for "in 3 days" with
      | line | product         | asset | service point | quantity |
      | 1    | Static Address  | FIXED | Customer      | 3        |
      | 2    | Internet Access | HOME  | Customer      |          |
    And the order system has order "BASE" and has had it billed and provisioned

  @MO-05 @integration
  Rule: The modify order is told and done under its own terms, on the asset that there is

    @modify-orders+dates
    Example: The change of an asset has its own date at billing and at provisioning
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
    Example: An urgent change is urgent at provisioning, whatever the first order was
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
    Example: What is installed at one service point is changed to another
      Given an order "CHANGE" with
        | line | action | asset | service point |
        | 1    | Update | HOME  | Neighbour     |
        | 2    | Update | FIXED |               |
      When the order system has order "CHANGE" and has had it provisioned
      Then the order system receives order "CHANGE" just as it was submitted

    @restartable @modify-orders+restarts
    Example: An asset is the same to everybody after a breakdown
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
  Rule: What is asked for twice is done twice, and news of the change names its own line

    @idempotent-delivery @modify-orders+redelivery
    Example: Of three, one is taken back and then another one
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
    Example: A value that provisioning fills in is of the line that changes the asset
      Given an order "CHANGE" with
        | line | action | asset | quantity |
        | 1    | Update | HOME  | 2        |
      And the order system has order "CHANGE" and has had it provisioned
      When provisioning reports the value "v6" of "version" of line 1 of order "CHANGE"
      Then the order system receives the value "v6" of "version" of line 1 of order "CHANGE"
      But the order system does not receive the value "v6" of "version" of line 2 of order "BASE"

  @PV-15 @integration
  Rule: A change that fails or is cancelled is no failure and no cancel of the order before it

    @modify-orders+failures
    Example: The change of an asset fails
      Given an order "CHANGE" with
        | line | action | asset | quantity |
        | 1    | Update | HOME  | 2        |
      And provisioning cannot do line 1 of order "CHANGE"
      When the order system has order "CHANGE" and has had it provisioned
      Then the order system receives a fault of line 1 of order "CHANGE"

    @cancel-message @modify-orders+failures+cancellation
    Example: The first order's line fails after the change was cancelled
      Given the order system has order "CHANGE" with
        | line | action | asset | quantity |
        | 1    | Update | HOME  | 2        |
      And provisioning cannot do line 2 of order "BASE"
      When the CRM cancels order "CHANGE"
      And the order system asks provisioning for order "BASE"
        | line | target  | effect | quantity |
        | 2    | network | change | 1        |
      Then the order system receives a fault of line 2 of order "BASE"
