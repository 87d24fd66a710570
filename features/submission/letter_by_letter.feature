Feature: Texts are carried unchanged
  Converters between two systems may change texts: they spell out an ampersand, drop an
  accent, cut long texts, turn 007 into 7, or take 0 for nothing. Every text must arrive
  as it was written.

  Source: Process Sales Order Fulfillment, "About Sales Orders"; Understanding the
  Provision Order and Update Fulfillment Order Business Flows, "About Order
  Provisioning".

  Background:
    Given an order with header
      | account  | payer | price list           | site                          |
      | Customer | Payer | Household Price List | 5 & 7 Rue de l'Église <Hof 2> |
    And its lines are
      | line | action | product        | asset   | price list                  | price override | greeting                                                                                                       |
      | 1    | Add    | VoIP Voicemail | MAIL    | Consumer Price List         | 0.00           | Grüß Gott, <Herr> & "Frau" O'Neill; %41 stays %41, and this sentence is longer than what most columns can hold |
      | 2    | Add    | VoIP Voicemail | VOICE   | Premium Consumer Price List | 10.50          | 007                                                                                                            |
      | 3    | Add    | VoIP Voicemail | SECOND  | Consumer Price List         | 5.50           | B  0, 日本語 😀 #2 + {3} = $5 \\ 6                                                                                 |
      | 4    | Add    | VoIP Voicemail | FOURTH  | Consumer Price List         | 5.50           | 0                                                                                                              |
      | 5    | Add    | VoIP Voicemail | FIFTH   | Consumer Price List         | 5.50           | no                                                                                                             |
      | 6    | Add    | VoIP Voicemail | SIXTH   | Consumer Price List         | 5.50           | null                                                                                                           |
      | 7    | Add    | VoIP Voicemail | SEVENTH | Consumer Price List         | 5.50           | 1e5                                                                                                            |

  @FL-07 @integration
  Rule: The integration hands the texts of an order on unchanged

    Continued from whole_orders.feature.

    Example: Accents, markup, leading zeros, long texts and a price of zero arrive unchanged
      When the order is submitted
      Then the order system receives the order just as it was submitted

    Example: A revision arrives with all its texts unchanged
      Given the order system has the order
      When the order is revised to the due date "in 5 days"
      Then the order system receives the order just as it was submitted

    Example: A revision arrives with its shipping information unchanged
      Given an order "GOODS" with header
        | account  | payer | ship to                      | ship by        |
        | Customer | Payer | Łódź, c/o O'Brien & Söhne KG | Courier "A", ½ |
      And its lines are
        | line | action | product |
        | 1    | Add    | Handset |
      And the order system has order "GOODS"
      When order "GOODS" is revised to the due date "in 5 days"
      Then the order system receives order "GOODS" just as it was submitted

  @PV-03 @integration
  Rule: Texts reach provisioning and come back unchanged

    Continued from ../provisioning/through_the_integration.feature.

    Example: Provisioning receives the texts of the order unchanged
      Given the order system has the order
      When the order system asks provisioning for the order
        | line | target  |
        | 1    | network |
        | 2    | network |
        | 3    | network |
        | 4    | network |
        | 5    | network |
        | 6    | network |
        | 7    | network |
      Then provisioning is told of the order
        | line | greeting                                                                                                       |
        | 1    | Grüß Gott, <Herr> & "Frau" O'Neill; %41 stays %41, and this sentence is longer than what most columns can hold |
        | 2    | 007                                                                                                            |
        | 3    | B  0, 日本語 😀 #2 + {3} = $5 \\ 6                                                                                 |
        | 4    | 0                                                                                                              |
        | 5    | no                                                                                                             |
        | 6    | null                                                                                                           |
        | 7    | 1e5                                                                                                            |

    Example: Two values of one line come back unchanged, one of them after a correction
      Given the order system has the order and provisioning works on it
      When provisioning reports the value "00 49/<A> & Ü" of "number" of line 2 of the order
      And provisioning reports the value "b-07" of "rack" of line 2 of the order
      And provisioning reports the value "00 49/<a> & ü" of "number" of line 2 of the order
      Then the order system receives the value "00 49/<a> & ü" of "number" of line 2 of the order
      And the order system receives the value "b-07" of "rack" of line 2 of the order

  @FL-09
  Rule: Texts reach billing unchanged

    Continued from to_billing.feature.

    @integration
    Example: Billing receives the texts of the order unchanged
      Given the order system has the order
      When the order system asks billing for the order
        | line | price list                  |
        | 1    | Consumer Price List         |
        | 2    | Premium Consumer Price List |
        | 3    | Consumer Price List         |
        | 4    | Consumer Price List         |
        | 5    | Consumer Price List         |
        | 6    | Consumer Price List         |
        | 7    | Consumer Price List         |
      Then billing is asked for the order
        | line | greeting                                                                                                       |
        | 1    | Grüß Gott, <Herr> & "Frau" O'Neill; %41 stays %41, and this sentence is longer than what most columns can hold |
        | 2    | 007                                                                                                            |
        | 3    | B  0, 日本語 😀 #2 + {3} = $5 \\ 6                                                                                 |
        | 4    | 0                                                                                                              |
        | 5    | no                                                                                                             |
        | 6    | null                                                                                                           |
        | 7    | 1e5                                                                                                            |

  @FL-08
  Rule: Texts from the order system reach the CRM unchanged

    Continued from cross_references.feature.

    @integration
    Example: Values with accents, markup and leading zeros reach the CRM unchanged
      Given the order system has the order
      When the order system reports the value "Ø  <b> & \ + 'c' 😀" of "greeting" of line 1 of the order
      And the order system reports the value "0050" of "number" of line 2 of the order
      And the order system reports the value "0" of "unit" of line 2 of the order
      Then the CRM receives the value "Ø  <b> & \ + 'c' 😀" of "greeting" of line 1 of the order
      And the CRM receives the value "0050" of "number" of line 2 of the order
      And the CRM receives the value "0" of "unit" of line 2 of the order

  @FL-04
  Rule: The CRM queues texts as they were entered

    Continued from submission.feature.

    @crm @header-price-list-choice @line-price-lists
    Example: Accents, markup, leading zeros, long texts and an address are queued unchanged
      When the order is submitted
      Then the queue holds the lines of the order
        | line | greeting                                                                                                       |
        | 1    | Grüß Gott, <Herr> & "Frau" O'Neill; %41 stays %41, and this sentence is longer than what most columns can hold |
        | 2    | 007                                                                                                            |
        | 3    | B  0, 日本語 😀 #2 + {3} = $5 \\ 6                                                                                 |
        | 4    | 0                                                                                                              |
        | 5    | no                                                                                                             |
        | 6    | null                                                                                                           |
        | 7    | 1e5                                                                                                            |
      And the queue holds the header of the order
        | account  | payer | site                          |
        | Customer | Payer | 5 & 7 Rue de l'Église <Hof 2> |
