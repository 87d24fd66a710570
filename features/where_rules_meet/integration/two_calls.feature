Feature: Two different calls for each line
  Each call of the order system for a line counts as it is. It may differ from the order,
  from the call before, and from a call for an equal line.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning".

  Background:
    Given an order "BASE" with
      | line | product             | asset | price list          | price override | site         | service point | greeting |
      | 1    | VoIP Service Bundle | VOICE | Consumer Price List | 1.10           | 12 Mill Lane | Customer      |          |
      | 1.1  | VoIP Voicemail      | MAIL  | Consumer Price List | 2.20           | 12 Mill Lane | Customer      | short    |
      | 1.2  | VoIP Voicemail      | SECND | Seasonal Price List |                | 12 Mill Lane |               |          |
    And the order system has order "BASE" and has had it billed and provisioned
    And the order system has order "CHANGE" with
      | line | action | product             | asset | depends on       | site          | service point | greeting |
      | 1    | Update | VoIP Service Bundle | VOICE | line 1 of BASE   | 7 Harbour Row | Neighbour     |          |
      | 1.1  | Update | VoIP Voicemail      | MAIL  | line 1.1 of BASE | 12 Mill Lane  | Neighbour     |          |
      | 1.2  | Update | VoIP Voicemail      | SECND | line 1.2 of BASE | 9 Quay Walk   | Customer      | long     |

  @FL-09 @integration
  Rule: Billing is told what each call says of each line

    @restartable @price-lists+bundles+follow-ons
    Example: A bundle and two equal components are changed twice at billing
      When the order system asks billing for order "CHANGE"
        | line | price list                  | override | greeting |
        | 1    | Seasonal Price List         | 1.20     |          |
        | 1.1  | Premium Consumer Price List | 2.30     | sung     |
        | 1.2  | Standard Price List         | 3.40     |          |
      And the integration breaks down and is started again
      And the order system asks billing for order "CHANGE"
        | line | price list          | override | greeting |
        | 1    | Standard Price List |          |          |
        | 1.1  |                     |          | spoken   |
        | 1.2  | Consumer Price List | 3.50     | sung     |
      Then billing has
        | asset | price list                  |
        | VOICE | Standard Price List         |
        | MAIL  | Premium Consumer Price List |
        | SECND | Consumer Price List         |

    @cancel-message @price-lists+supplementals+cancellation
    Example: The charges of a revised and cancelled order are changed back and ended
      When order "BASE" is revised to
        | line | product             | asset | price list                  | price override | site        | service point | greeting |
        | 1    | VoIP Service Bundle | VOICE | Seasonal Price List         | 1.30           | 9 Quay Walk | Neighbour     |          |
        | 1.1  | VoIP Voicemail      | MAIL  | Premium Consumer Price List |                | 9 Quay Walk | Neighbour     | sung     |
        | 1.2  | VoIP Voicemail      | SECND | Standard Price List         | 3.30           | 9 Quay Walk | Neighbour     | spoken   |
      And the CRM cancels order "BASE"
      And the order system asks billing for order "BASE"
        | line | effect  | price list          | override |
        | 1    | change  | Consumer Price List | 1.40     |
        | 1.1  | stop    |                     |          |
        | 1.2  | suspend |                     |          |
      Then billing has
        | asset | charge    |
        | VOICE | active    |
        | MAIL  | none      |
        | SECND | suspended |

  @PV-03 @integration
  Rule: Provisioning is told what each call says of each line

    @restartable @bundles+follow-ons+filled-in-data
    Example: A bundle and two equal components are changed twice at provisioning
      When the order system asks provisioning for order "CHANGE"
        | line | target  | greeting | speed |
        | 1    | network |          | 10    |
        | 1.1  | network | sung     |       |
        | 1.2  | network | whistled |       |
      And the integration breaks down and is started again
      And the order system asks provisioning for order "CHANGE"
        | line | target  | greeting | speed |
        | 1    | network |          | 20    |
        | 1.1  | network |          | 30    |
        | 1.2  | network | spoken   |       |
      Then provisioning has
        | asset | site          | greeting | speed |
        | VOICE | 7 Harbour Row |          | 20    |
        | MAIL  | 12 Mill Lane  | sung     | 30    |
        | SECND | 9 Quay Walk   | spoken   |       |

    @supplementals+service-points
    Example: Lines are asked for again at the new sites and service points of a revision
      When the order system asks provisioning for order "CHANGE"
        | line | target  |
        | 1    | network |
        | 1.1  | network |
      And order "CHANGE" has priority Urgent
      And order "CHANGE" is revised to
        | line | action | product             | asset | depends on       | site        | service point |
        | 1    | Update | VoIP Service Bundle | VOICE | line 1 of BASE   | 9 Quay Walk | Customer      |
        | 1.1  | Update | VoIP Voicemail      | MAIL  | line 1.1 of BASE | 9 Quay Walk | Customer      |
        | 1.2  | Update | VoIP Voicemail      | SECND | line 1.2 of BASE | 9 Quay Walk | Customer      |
      And the order system asks provisioning for order "CHANGE"
        | line | target  |
        | 1    | network |
        | 1.1  | network |
      Then provisioning has
        | asset | site        |
        | VOICE | 9 Quay Walk |
        | MAIL  | 9 Quay Walk |
