Feature: Price lists of revisions and modify orders on their way
  A change has its own price lists, or none. The integration takes none from the earlier
  order, from a waiting call or from another line.

  Source: Process Sales Order Fulfillment, "Supporting Multiple Price Lists on
  Orders".

  Background:
    Given an order "BASE" on the "Household Price List" with
      | line | product         | asset | price list          | price override | due date  | speed |
      | 1    | Internet Access | HOME  | Consumer Price List | 19.90          | in 3 days | 100   |
      | 2    | Internet Access | OTHER | Consumer Price List |                | in 3 days | 500   |
    And the order system has order "BASE" and has had it billed

  @FL-07 @integration
  Rule: Each order, version and line arrives with the price lists of its submission

    @price-lists+follow-ons
    Example: A follow-on order arrives with its own header's price list and with its blanks
      Given an order "CHANGE" on the "Seasonal Price List" with
        | line | action | asset | depends on     | price list                  | price override |
        | 1    | Update | HOME  | line 1 of BASE |                             |                |
        | 2    | Update | OTHER | line 2 of BASE | Premium Consumer Price List | 9.90           |
      When order "CHANGE" is submitted
      Then the order system receives order "CHANGE" just as it was submitted

    @price-lists+supplementals
    Example: A revision removes one line's override and gives another line the first one's price list
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
    Example: A revision that waits through a breakdown keeps its price lists, its override and its blank
      Given the intake is held
      When order "BASE" is revised on the "Seasonal Price List" to
        | line | product         | asset | price list                  | price override |
        | 1    | Internet Access | HOME  | Premium Consumer Price List | 9.90           |
        | 2    | Internet Access | OTHER |                             |                |
      And the integration breaks down and is started again
      And the intake is released
      Then the order system receives order "BASE" just as it was submitted

    @price-lists+service-changes
    Example: The two halves of a transfer arrive each with its own price list
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
    Example: Lines that differ only in price list or service point arrive as different lines
      Given an order "THREE" with
        | line | product         | price list          | service point |
        | 1    | Internet Access | Consumer Price List | Customer      |
        | 2    | Internet Access | Seasonal Price List | Customer      |
        | 3    | Internet Access | Consumer Price List | Neighbour     |
      When order "THREE" is submitted
      Then the order system receives order "THREE" just as it was submitted

    @holdable-intake @price-lists+priorities
    Example: Waiting orders keep their header's price list, whichever leaves first
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
  Rule: Billing is told what each call says, at the time of the call

    @absent-neighbours @price-lists+dates+restarts
    Example: A waiting call keeps its price list and date when the order is revised
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
    Example: Two lines on one rate plan keep their own assigned values
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
