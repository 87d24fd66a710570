Feature: Price lists of changes
  A change brings its own price lists, or none. What the order before it said, what
  waits for billing, and what another line of the order says is no matter for it.

  Source: Process Sales Order Fulfillment, "Supporting Multiple Price Lists on
  Orders".

  Background:
    Given an order "BASE" on the "Household Price List" with
      | line | product         | asset | price list          | price override | due date  | speed |
      | 1    | Internet Access | HOME  | Consumer Price List | 19.90          | in 3 days | 100   |
      | 2    | Internet Access | OTHER | Consumer Price List |                | in 3 days | 500   |
    And the order system has order "BASE" and has had it billed

  @FL-07 @integration
  Rule: Each order, each version and each line comes with the lists that it was submitted with

    @price-lists+follow-ons
    Example: A follow-on order comes with its own header's list, and with blanks where it says nothing
      Given an order "CHANGE" on the "Seasonal Price List" with
        | line | action | asset | depends on     | price list                  | price override |
        | 1    | Update | HOME  | line 1 of BASE |                             |                |
        | 2    | Update | OTHER | line 2 of BASE | Premium Consumer Price List | 9.90           |
      When order "CHANGE" is submitted
      Then the order system receives order "CHANGE" just as it was submitted

    @price-lists+supplementals
    Example: A revision clears one line's override and gives another one the list that the first had
      When order "BASE" is revised on the "Seasonal Price List" to
        | line | product         | asset | price list                  | price override |
        | 1    | Internet Access | HOME  | Premium Consumer Price List | 9.90           |
        | 2    | Internet Access | OTHER | Consumer Price List         |                |
      And order "BASE" is revised on the "Household Price List" to
        | line | product         | asset | price list          | price override |
        | 1    | Internet Access | HOME  | Consumer Price List |                |
        | 2    | Internet Access | OTHER |                     | 9.90           |
      Then the order system receives order "BASE" just as it was submitted

    @restartable @holdable-intake @price-lists+supplementals+restarts
    Example: A revision that waits on the queue through a breakdown keeps its lists, its override and its blank
      Given the intake is held
      When order "BASE" is revised on the "Seasonal Price List" to
        | line | product         | asset | price list                  | price override |
        | 1    | Internet Access | HOME  | Premium Consumer Price List | 9.90           |
        | 2    | Internet Access | OTHER |                             |                |
      And the integration breaks down and is started again
      And the intake is released
      Then the order system receives order "BASE" just as it was submitted

    @price-lists+service-changes
    Example: Of a service that moves each half comes with its own list
      Given a change order "MOVE" with
        | line | action      | asset | site          | price list          |
        | 1    | Move-Delete | HOME  | 12 Mill Lane  | Consumer Price List |
        | 2    | Move-Add    | HOME  | 7 Harbour Row | Seasonal Price List |
      And the order system has order "MOVE"
      When the order system asks billing for order "MOVE"
        | line | effect | price list          |
        | 2    | change | Seasonal Price List |
      Then the order system receives order "MOVE" just as it was submitted
      And billing has
        | asset | price list          |
        | HOME  | Seasonal Price List |

    @price-lists+service-points
    Example: Lines that differ in their list or their service point only are lines of their own
      Given an order "THREE" with
        | line | product         | price list          | service point |
        | 1    | Internet Access | Consumer Price List | Customer      |
        | 2    | Internet Access | Seasonal Price List | Customer      |
        | 3    | Internet Access | Consumer Price List | Neighbour     |
      When order "THREE" is submitted
      Then the order system receives order "THREE" just as it was submitted

    @holdable-intake @price-lists+priorities
    Example: Orders that wait keep their header's list, whichever of them goes first
      Given the intake is held
      And an order "HERE" on the "Seasonal Price List" with
        | line | product         | price list |
        | 1    | Internet Access |            |
      When order "HERE" is submitted
      And a small order "URGENT" with priority Urgent is submitted
      And the intake is released
      Then the order system receives order "URGENT" once
      And the order system receives order "HERE" just as it was submitted

  @FL-09 @integration
  Rule: Billing is told what the order system said in each call, at the time of the call

    @absent-neighbours @price-lists+dates+restarts
    Example: What waits for billing keeps the list and the date with which it was asked for
      Given billing cannot be reached
      When the order system asks billing for order "BASE"
        | line | effect | price list          |
        | 1    | change | Seasonal Price List |
      And order "BASE" is revised to the due date "in 8 days"
      And the order system asks billing for order "BASE"
        | line | effect | price list                  |
        | 1    | change | Premium Consumer Price List |
      And billing can be reached again
      Then billing is asked for order "BASE"
        | line | effect | price list                  | requested delivery |
        | 1    | start  | Consumer Price List         |                    |
        | 2    | start  | Consumer Price List         |                    |
        | 1    | change | Seasonal Price List         |                    |
        | 1    | change | Premium Consumer Price List | in 8 days          |

    @price-lists+filled-in-data
    Example: Lines on one plan keep each what was filled in for it
      When the order system asks billing for order "BASE"
        | line | effect | price list          | override | number        |
        | 1    | change | Seasonal Price List | 9.90     | 020 7946 0001 |
        | 2    | change | Seasonal Price List |          | 020 7946 0002 |
      Then billing is asked for order "BASE"
        | line | effect | price list          | number        | speed |
        | 1    | start  | Consumer Price List |               | 100   |
        | 2    | start  | Consumer Price List |               | 500   |
        | 1    | change | Seasonal Price List | 020 7946 0001 | 100   |
        | 2    | change | Seasonal Price List | 020 7946 0002 | 500   |
