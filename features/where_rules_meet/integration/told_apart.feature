@integration
Feature: What is said of one is not said of another
  Two customers order at one time; two lines of one order come on at different paces; two
  versions fail. Each keeps its own words on the way, whatever came just before.

  Source: Process Sales Order Fulfillment, "Process Sales Order Fulfillment
  Business Flow Overview".

  Background:
    Given an order "BASE" for "in 8 days at 23:30 +05:30" with
      | line | product             | asset | price list          | quantity |
      | 1    | Static Address      | FIXED | Consumer Price List | 3        |
      | 2    | VoIP Service Bundle | VOICE | Seasonal Price List |          |
      | 2.1  | Handset Kit         | PHONE | Consumer Price List |          |
    And an order "OTHER" with header
      | account   | payer     | price list          | due date  | site        | ship to    | ship by |
      | Neighbour | Neighbour | Standard Price List | in 4 days | 9 Quay Walk | 4 Fen End  | Post    |
    And its lines are
      | line | product         | asset | price list          |
      | 1    | Internet Access | HOME  | Consumer Price List |
      | 2    | Handset Kit     | BOX   | Seasonal Price List |

  @FL-07
  Rule: Each customer's order has its own header, whoever's order came before it

    @supplementals+dates
    Example: Two customers' orders come in turn, and the first is revised behind the second
      When order "BASE" is submitted
      And order "OTHER" is submitted
      And order "BASE" is revised to the due date "in 5 days at 23:30 +05:30"
      Then the order system receives order "BASE" just as it was submitted
      And the order system receives order "OTHER" just as it was submitted

  @FL-09
  Rule: Billing and provisioning are told whose order each call is for

    @bundles+dates
    Example: Two customers' orders are billed and provisioned in turn
      Given the order system has order "BASE" and has had it billed and provisioned
      And the order system has order "OTHER" and has had it billed and provisioned
      When the order system asks billing for order "BASE"
        | line | phase  | price list          |
        | 1    | fulfil | Standard Price List |
      Then billing charges for order "OTHER"
        | line | product         | price list          |
        | 1    | Internet Access | Consumer Price List |

  @FL-08
  Rule: Of several lines each is told what is said of it

    Background:
      Given the order system has order "BASE" and has had it billed and provisioned
      And the order system has order "OTHER" and has had it billed and provisioned

    @bundles+filled-in-data
    Example: An update says of each line another status, milestone and value
      When the order system reports of order "BASE"
        | line | status      | milestone | number        | port |
        | 1    | IN PROGRESS | DESIGNED  | 0049 30 0815  | 7-12 |
        | 2    | PROVISIONED | ACTIVATED | 0049 30 04711 | 7-13 |
        | 2.1  | COMPLETE    | RESERVED  |               | 7-14 |
      Then the CRM receives the status "PROVISIONED" of line 2 of order "BASE"
      And the CRM receives the milestone "DESIGNED" of line 1 of order "BASE"

    @bundles+filled-in-data+redelivery
    Example: Billing tells a value of each line, one of them digits alone
      When billing reports the value "00815" of "bill" of line 1 of order "BASE"
      And billing reports the milestone "INVOICED" of line 1 of order "BASE"
      And billing reports the value "007" of "reference" of line 2.1 of order "BASE"
      And billing reports the value "4711" of "bill" of line 2 of order "OTHER"
      Then the order system receives the billing of line 1 of order "BASE"

    @bundles+failures
    Example: Lines of two orders are refused, two of them of one order
      When the order system reports a refusal of line 1 of order "BASE"
      And the order system reports a refusal of line 2.1 of order "BASE"
      And the order system reports a refusal of line 2 of order "OTHER"
      Then the CRM receives a refusal of line 2 of order "OTHER"

  @FL-06 @cancel-message
  Rule: What comes behind a cancel is handed on, and the order system decides what becomes of it

    @supplementals+cancellation
    Example: An order is cancelled and revised
      Given the order system has order "OTHER"
      When the CRM cancels order "OTHER"
      And order "OTHER" is revised to
        | line | product         | asset | price list          |
        | 1    | Internet Access | HOME  | Seasonal Price List |
      Then the order system receives order "OTHER" just as it was submitted

  @FO-03
  Rule: A follow-on says what it depends on, though that is done by now

    @follow-ons+filled-in-data
    Example: A follow-on comes when its base line is complete
      Given the order system has order "OTHER"
      When the order system reports of order "OTHER"
        | line | status   | port |
        | 1    | COMPLETE | 7-12 |
        | 2    | COMPLETE |      |
      And a small order "LATER" that depends on line 1 of order "OTHER" is submitted
      Then the order system receives order "LATER" just as it was submitted

  @IS-09 @back-office-reports @absent-neighbours
  Rule: Each status that a back office reports while the CRM is away comes once the CRM is there

    @supplementals+restarts
    Example: The back office reports two statuses of an order that is being revised
      Given the order system has order "OTHER"
      And the CRM cannot be reached
      When the back office reports order "OTHER" with
        | status    |
        | ALLOCATED |
      And order "OTHER" is revised to the due date "in 6 days"
      And the back office reports order "OTHER" with
        | status  |
        | SHIPPED |
      And the CRM can be reached again
      Then the desk shows order "OTHER" with status "SHIPPED"

  @PR-06
  Rule: What a line comes back to is told again, between the news of another one

    @bundles+redelivery
    Example: A line rests and goes on, and a component is told of in between
      Given the order system has order "BASE"
      When the order system reports in turn "IN PROGRESS, SUSPENDED, IN PROGRESS" of line 1 of order "BASE"
      And the order system reports in turn "IN PROGRESS, SUSPENDED, IN PROGRESS" of line 2.1 of order "BASE"
      Then the CRM receives the status "IN PROGRESS" of line 1 of order "BASE"
