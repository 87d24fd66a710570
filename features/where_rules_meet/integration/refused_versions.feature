Feature: Refused and waiting versions of an order
  The refusal of one version does not affect the next one. The next version is handed on
  with its own header, and requests for the earlier version stay as they were.

  Source: Process Sales Order Fulfillment, "About Supplemental Orders" and "Process Sales
  Order Fulfillment Business Flow Overview".

  Background:
    Given an order "BASE" with header
      | payer | price list           | due date  | site         | ship to       | ship by |
      | Payer | Household Price List | in 8 days | 12 Mill Lane | 7 Harbour Row | Courier |
    And its lines are
      | line | product             | asset | price list          |
      | 1    | Internet Access     | HOME  | Consumer Price List |
      | 2    | VoIP Service Bundle | VOICE | Consumer Price List |
      | 2.1  | VoIP Access         | LINE  |                     |
    And the order system has order "BASE"

  @FL-06 @integration
  Rule: The version after a refused version is handed on

    @supplementals+failures
    Example: The third version arrives after a line of the second one was refused
      When order "BASE" is revised to the due date "in 5 days"
      And the order system reports a refusal of line 2 of order "BASE"
      And order "BASE" is revised to the due date "in 6 days"
      Then the order system receives order "BASE" just as it was submitted

    @supplementals+priorities+failures
    Example: The third version arrives after the second one had an unknown priority
      Given order "BASE" has priority 10
      When order "BASE" is revised to the due date "in 5 days"
      And order "BASE" has priority Low
      And order "BASE" is revised to the due date "in 6 days"
      Then the order system receives the header of order "BASE" with
        | priority | requested delivery |
        | Low      | in 6 days          |

  @FL-08
  Rule: A refused line is reported under the CRM's own id, whatever happened before

    @integration @restartable @bundles+supplementals+restarts
    Example: The refusal of a component reaches the CRM after a breakdown
      When order "BASE" is revised to the due date "in 5 days"
      And the integration breaks down and is started again
      And the order system reports a refusal of line 2.1 of order "BASE"
      Then the CRM receives a refusal of line 2.1 of order "BASE"

  @FL-07
  Rule: Each version arrives with its own payer and addresses

    @integration @supplementals+dates
    Example: Three revisions change the payer, the address and the shipping address
      When order "BASE" is revised paid by "Neighbour" to
        | line | product         | asset | price list          |
        | 1    | Internet Access | HOME  | Consumer Price List |
      And order "BASE" is revised at "9 Quay Walk" to
        | line | product         | asset | price list          |
        | 1    | Internet Access | HOME  | Consumer Price List |
      And order "BASE" is revised shipped to "4 Fen End" to
        | line | product         | asset | price list          |
        | 1    | Internet Access | HOME  | Consumer Price List |
      Then the order system receives order "BASE" just as it was submitted

  @FL-09
  Rule: Billing is told what the order system asks, and not what the newest version says

    @integration @holdable-intake @price-lists+supplementals+dates
    Example: Billing is asked while a version with another date waits on the queue
      Given the intake is held
      When order "BASE" is revised for "in 20 days" to
        | line | product         | asset | price list          |
        | 1    | Internet Access | HOME  | Seasonal Price List |
      And the order system asks billing for order "BASE"
        | line | price list          |
        | 1    | Consumer Price List |
      Then billing receives the header of order "BASE" with
        | requested delivery |
        | in 8 days          |
