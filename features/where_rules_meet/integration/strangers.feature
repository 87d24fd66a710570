Feature: Messages that nothing can be made of, among others
  A line about a product that nobody sells, news of an order that nobody submitted:
  what becomes of such a message is open. Still, each submitted order and line
  is handed on, or somebody is told of it. The messages behind it are carried.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About the Provision Order Business Flow".

  Background:
    Given an order "FIRST" with
      | line | product         | asset |
      | 1    | Internet Access | HOME  |
      | 2    | Static Address  | FIXED |

  @PV-15
  Rule: A failure is told, though a message about an unknown order came before it

    @integration @failures+redelivery
    Example: Provisioning speaks of an order that nobody submitted
      Given the order system has order "FIRST"
      And provisioning cannot do line 2 of order "FIRST"
      When provisioning speaks of order "STRANGE", which nobody has submitted
      And billing speaks of order "OTHER", which nobody has submitted
      And the order system asks provisioning for order "FIRST"
        | line | target  |
        | 2    | network |
      Then the order system receives a fault of line 2 of order "FIRST"

  @FL-08 @integration
  Rule: News of an order is told, though a message about an unknown order came before it

    @filled-in-data+redelivery
    Example: The order system speaks of an order that nobody submitted
      Given the order system has order "FIRST"
      When the order system speaks of order "STRANGE", which nobody has submitted
      And the order system reports the value "v6" of "version" of line 2 of order "FIRST"
      And the order system reports the status "COMPLETE" of line 1 of order "FIRST"
      Then the CRM receives the value "v6" of "version" of line 2 of order "FIRST"
      And the CRM receives the line statuses of order "FIRST"
        | line | status   |
        | 1    | COMPLETE |

    @restartable @filled-in-data+restarts
    Example: The order system spoke of an order that nobody submitted before a breakdown
      When the order system speaks of order "STRANGE", which nobody has submitted
      And order "FIRST" is submitted
      And the integration breaks down and is started again
      And the order system reports the value "v6" of "version" of line 2 of order "FIRST"
      Then the CRM receives the value "v6" of "version" of line 2 of order "FIRST"

  @FL-06 @integration
  Rule: Orders on the queue go on behind a message that nothing can be made of

    @holdable-intake @cancel-message @priorities+cancellation
    Example: Among orders that wait is the cancel of one that nobody submitted
      Given the intake is held
      And these orders are submitted and wait
        | order  | priority |
        | MEDIUM | Medium   |
      When the CRM speaks of order "STRANGE", which nobody has submitted
      And a small order "LAST" with priority Low is submitted
      And the intake is released
      Then the order system receives the orders in the order "MEDIUM, LAST"

    @idempotent-delivery @failures+redelivery
    Example: An order that was refused is delivered again
      Given the order system has order "FIRST"
      When the order system reports a refusal of order "FIRST"
      And every version of order "FIRST" is delivered again
      Then the order system receives order "FIRST" once

    @idempotent-delivery @filled-in-data+redelivery
    Example: An order that is complete is delivered again
      Given the order system has order "FIRST"
      When the order system reports the status "COMPLETE" of order "FIRST"
      And the order system reports the value "v6" of "version" of line 2 of order "FIRST"
      And everything is delivered again
      Then nothing comes of it

  @OM-08
  Rule: A component that nobody sells leaves its bundle and the components beside it as they are

    @integration @bundles+failures
    Example: In a bundle is a component that is in no catalogue
      Given an order "ODD" with
        | line | product             | price list          |
        | 1    | VoIP Service Bundle | Consumer Price List |
        | 1.1  | Carrier Pigeon      |                     |
        | 1.2  | VoIP Access         |                     |
      When order "ODD" is submitted
      Then the order system receives order "ODD" with
        | line | product             | price list          |
        | 1    | VoIP Service Bundle | Consumer Price List |
        | 1.2  | VoIP Access         | Consumer Price List |
      And line 1.1 of order "ODD" reaches the order system or falls out
