Feature: Unknown messages among others
  A message may name a product that nobody sells, or an order that nobody submitted. What
  happens to such a message is open. The messages behind it must be carried, and each
  submitted line is handed on or reported as failed.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About the Provision Order Business Flow".

  Background:
    Given an order "FIRST" with
      | line | product         | asset |
      | 1    | Internet Access | HOME  |
      | 2    | Static Address  | FIXED |

  @PV-15
  Rule: A failure is reported, though a message about an unknown order came before it

    @integration @failures+redelivery
    Example: Provisioning and billing send a message about an unknown order before a failure
      Given the order system has order "FIRST"
      And provisioning cannot do line 2 of order "FIRST"
      When provisioning sends a message about order "STRANGE", which nobody has submitted
      And billing sends a message about order "OTHER", which nobody has submitted
      And the order system asks provisioning for order "FIRST"
        | line | target  |
        | 2    | network |
      Then the order system receives a fault of line 2 of order "FIRST"

  @FL-08 @integration
  Rule: An update is reported, though a message about an unknown order came before it

    @filled-in-data+redelivery
    Example: The order system sends a message about an unknown order before its updates
      Given the order system has order "FIRST"
      When the order system sends a message about order "STRANGE", which nobody has submitted
      And the order system reports the value "v6" of "version" of line 2 of order "FIRST"
      And the order system reports the status "COMPLETE" of line 1 of order "FIRST"
      Then the CRM receives the value "v6" of "version" of line 2 of order "FIRST"
      And the CRM receives the line statuses of order "FIRST"
        | line | status   |
        | 1    | COMPLETE |

    @restartable @filled-in-data+restarts
    Example: The order system sent a message about an unknown order before a breakdown
      When the order system sends a message about order "STRANGE", which nobody has submitted
      And order "FIRST" is submitted
      And the integration breaks down and is started again
      And the order system reports the value "v6" of "version" of line 2 of order "FIRST"
      Then the CRM receives the value "v6" of "version" of line 2 of order "FIRST"

  @FL-06 @integration
  Rule: Orders behind an unknown message on the queue are handed on

    @holdable-intake @cancel-message @priorities+cancellation
    Example: The cancel of an unknown order stands among waiting orders
      Given the intake is held
      And these orders are submitted and wait
        | order  | priority |
        | MEDIUM | Medium   |
      When the CRM sends a message about order "STRANGE", which nobody has submitted
      And a small order "LAST" with priority Low is submitted
      And the intake is released
      Then the order system receives the orders in the sequence "MEDIUM, LAST"

    @idempotent-delivery @failures+redelivery
    Example: A refused order that is delivered again is not handed on again
      Given the order system has order "FIRST"
      When the order system reports a refusal of order "FIRST"
      And every version of order "FIRST" is delivered again
      Then the order system receives order "FIRST" once

    @idempotent-delivery @filled-in-data+redelivery
    Example: A complete order that is delivered again leads to no message
      Given the order system has order "FIRST"
      When the order system reports the status "COMPLETE" of order "FIRST"
      And the order system reports the value "v6" of "version" of line 2 of order "FIRST"
      And everything is delivered again
      Then nothing is handed on a second time

  @OM-08
  Rule: An unknown component leaves its bundle and the other components as they are

    @integration @bundles+failures
    Example: A bundle has a component that is in no catalogue
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
