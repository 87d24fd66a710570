Feature: Bundles on their way to the order system and provisioning
  A component belongs to its bundle and is still a line of its own, with its own action,
  date, provisioning system and asset.

  Source: Process Sales Order Fulfillment, "About Sales Orders"; Understanding the
  Provision Order and Update Fulfillment Order Business Flows, "About Order
  Provisioning".

  Background:
    Given an order "BASE" with
      | line | product             | asset | due date  |
      | 1    | VoIP Service Bundle | ONE   | in 3 days |
      | 1.1  | VoIP Voicemail      | MAIL1 | in 3 days |
      | 1.2  | VoIP Access         | VOIP1 | in 5 days |
      | 2    | VoIP Service Bundle | TWO   |           |
      | 2.1  | VoIP Voicemail      | MAIL2 | in 8 days |

  @FL-07 @integration
  Rule: A component reaches the order system below its own bundle with its own values

    @bundles+supplementals
    Example: A revision adds a component to the second bundle and removes one from the first
      Given the order system has order "BASE"
      When order "BASE" is revised to
        | line  | product             | asset |
        | 1     | VoIP Service Bundle | ONE   |
        | 1.2   | VoIP Access         | VOIP1 |
        | 2     | VoIP Service Bundle | TWO   |
        | 2.1   | VoIP Voicemail      | MAIL2 |
        | 2.2   | Handset Kit         | KIT   |
        | 2.2.1 | Handset             | PHONE |
      Then the order system receives order "BASE" just as it was submitted

    @bundles+dates
    Example: A component has a date of its own, or none though its bundle has one
      Given an order "DATED" for "in 3 days" with
        | line | product             | due date  |
        | 1    | VoIP Service Bundle | in 4 days |
        | 1.1  | VoIP Voicemail      |           |
        | 1.2  | VoIP Access         | in 8 days |
      When order "DATED" is submitted
      Then the order system receives order "DATED" just as it was submitted

    @bundles+service-changes
    Example: In a suspended bundle one component is ended and another stays active
      Given a change order "PAUSE" with
        | line | action  | product             | asset |
        | 1    | Suspend | VoIP Service Bundle | ONE   |
        | 1.1  | Delete  | VoIP Voicemail      | MAIL1 |
        | 1.2  | Update  | VoIP Access         | VOIP1 |
      When order "PAUSE" is submitted
      Then the order system receives order "PAUSE" just as it was submitted

    @bundles+service-points
    Example: A component without a service point stands below a bundle that has one
      Given an order "PLACED" with
        | line | product             | service point |
        | 1    | VoIP Service Bundle | Customer      |
        | 1.1  | VoIP Voicemail      |               |
        | 1.2  | VoIP Access         | Neighbour     |
      When order "PLACED" is submitted
      Then the order system receives order "PLACED" just as it was submitted

  @FO-03 @installed-base @order-tracking
  Rule: A component of a follow-on order has its own dependency

    @integration @bundles+follow-ons
    Example: A bundle, a component and a new component depend on different lines
      Given a change order "CHANGE" with
        | line | action | product             | asset | depends on       |
        | 1    | Update | VoIP Service Bundle | TWO   | line 2 of BASE   |
        | 1.1  | Update | VoIP Voicemail      | MAIL2 | line 2.1 of BASE |
        | 1.2  | Add    | VoIP Access         | VOIP2 |                  |
      When order "CHANGE" is submitted
      Then the order system receives order "CHANGE" just as it was submitted

  @PR-05
  Rule: An order that depends on a component waits for the order with that component

    Background:
      Given the intake is held
      And a change order "BOTH" with
        | line | action | product        | depends on       |
        | 1    | Add    | Static Address | line 1 of ONE    |
        | 2    | Update | VoIP Voicemail | line 1.1 of BASE |
      And order "BOTH" has priority Urgent

    @integration @holdable-intake @bundles+follow-ons+priorities
    Example: An urgent order depends on one order and on a component of another
      Given a small order "ONE" with priority Medium is submitted
      When order "BASE" is submitted
      And order "BOTH" is submitted
      And the intake is released
      Then the order system receives the orders in the sequence "ONE, BOTH"
      And the order system receives the orders in the sequence "BASE, BOTH"

  @PV-03 @integration
  Rule: Provisioning is asked for each component separately, below its own bundle

    @bundles+modify-orders
    Example: A component is changed under its own asset
      Given the order system has order "BASE" and has had it provisioned
      And the order system has order "CHANGE" with
        | line | action | product             | asset |
        | 1    | Update | VoIP Service Bundle | ONE   |
        | 1.1  | Update | VoIP Voicemail      | MAIL1 |
      When the order system asks provisioning for order "CHANGE"
        | line | target  | greeting |
        | 1    | network |          |
        | 1.1  | network | long     |
      Then provisioning is told of order "CHANGE"
        | line | effect | asset | component of | greeting |
        | 1    | change | ONE   |              |          |
        | 1.1  | change | MAIL1 | 1            | long     |

    @idempotent-delivery @bundles+redelivery
    Example: The same component of two bundles is asked for once each
      Given the order system has order "BASE"
      When the order system asks provisioning for order "BASE"
        | line | target  |
        | 1.1  | network |
      And the order system asks provisioning for order "BASE"
        | line | target  |
        | 2.1  | network |
      And everything is delivered again
      Then nothing is handed on a second time
