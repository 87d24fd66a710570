@som
Feature: What earlier orders have changed, and later ones lead back to
  A value was changed or a service was moved by one order, and the next order for it is
  cancelled. The service is then as the earlier order left it, in every value.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning".

  Background:
    Given an order "BASE" with
      | line | action | product         | asset | site         | speed | upload |
      | 1    | Add    | Internet Access | HOME  | 12 Mill Lane | 100   | 40     |
    And order "BASE" is fulfilled in the network

  @PV-05
  Rule: A cancelled change leads back to every value, also those that earlier changes left alone

    Background:
      Given a change order "FIRST" with
        | line | action | asset | site         | speed |
        | 1    | Update | HOME  | 4 River Walk | 500   |
      And order "FIRST" is fulfilled in the network

    @service-changes+cancellation
    Example: A value was changed before, and the cancelled order changes this one and another
      Given a change order "SECOND" with
        | line | action | product         | asset | speed | upload |
        | 1    | Add    | VoIP Voicemail  | MAIL  |       |        |
        | 2    | Update | Internet Access | HOME  | 1000  | 80     |
        | 3    | Add    | Static Address  | FIXED |       |        |
      And order "SECOND" is held in the network
      When the network does a step of line 2 of order "SECOND"
      And the CRM cancels order "SECOND"
      And the network completes all its work for order "SECOND"
      Then the network has set up order "SECOND"
        | line | speed | upload |
        | 2    | 500   | 40     |

    @service-changes+cancellation+service-points
    Example: The service has moved before the change that is cancelled
      Given a change order "WIDER" with
        | line | action | product         | asset | upload |
        | 1    | Add    | VoIP Voicemail  | MAIL  |        |
        | 2    | Update | Internet Access | HOME  | 80     |
        | 3    | Add    | Static Address  | FIXED |        |
      And order "WIDER" is held in the network
      When the network does a step of line 2 of order "WIDER"
      And the CRM cancels order "WIDER"
      And the network completes all its work for order "WIDER"
      Then the network has set up order "WIDER"
        | line | speed | upload |
        | 2    | 500   | 40     |

  @PV-05
  Rule: A cancelled change leads back to as many units as there were, also where its line is complete

    Background:
      Given an order "MANY" with
        | line | action | product        | asset | version | quantity |
        | 1    | Add    | Static Address | FIXED | v4      | 3        |
      And order "MANY" is fulfilled in the network

    @service-changes+cancellation
    Scenario Outline: A complete line has changed how many there are, and its order is cancelled: <quantity>
      Given a change order "OTHER NUMBER" with
        | line | action | asset | speed | quantity   |
        | 1    | Update | FIXED |       | <quantity> |
        | 2    | Update | HOME  | 1000  |            |
      And the network cannot do line 2 of order "OTHER NUMBER"
      When order "OTHER NUMBER" is submitted
      And the CRM cancels order "OTHER NUMBER"
      Then the network has set up order "MANY"
        | line | version | quantity |
        | 1    | v4      | 3        |

      Examples:
        | quantity |
        | 2        |
        | 5        |
