Feature: Texts are fulfilled and reported unchanged
  A name may have an accent, and a number may begin with a zero. Such texts are set up and
  kept as they were ordered, and values from provisioning are passed on as they came.

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

  @AC-01 @oms
  Rule: Added assets are set up, charged and kept with unchanged texts

    Continued from ../actions/assets_come_and_go.feature.

    Example: Provisioning has accents, markup and leading zeros as they were ordered
      When the order is submitted and fulfilled
      Then provisioning has
        | asset   | greeting                                                                                                       |
        | MAIL    | Grüß Gott, <Herr> & "Frau" O'Neill; %41 stays %41, and this sentence is longer than what most columns can hold |
        | VOICE   | 007                                                                                                            |
        | SECOND  | B  0, 日本語 😀 #2 + {3} = $5 \\ 6                                                                                 |
        | FOURTH  | 0                                                                                                              |
        | FIFTH   | no                                                                                                             |
        | SIXTH   | null                                                                                                           |
        | SEVENTH | 1e5                                                                                                            |

    @crm @installed-base @header-price-list-choice @line-price-lists
    Example: The customer's assets have texts as they were ordered
      When the order is submitted and fulfilled
      Then the customer has the assets
        | product        | greeting                                                                                                       |
        | VoIP Voicemail | Grüß Gott, <Herr> & "Frau" O'Neill; %41 stays %41, and this sentence is longer than what most columns can hold |
        | VoIP Voicemail | 007                                                                                                            |
        | VoIP Voicemail | B  0, 日本語 😀 #2 + {3} = $5 \\ 6                                                                                 |
        | VoIP Voicemail | 0                                                                                                              |
        | VoIP Voicemail | no                                                                                                             |
        | VoIP Voicemail | null                                                                                                           |
        | VoIP Voicemail | 1e5                                                                                                            |

  @UF-07
  Rule: Assigned values are passed on unchanged

    Continued from ../provisioning/assigned_values.feature.

    @oms
    Example: Order management passes an assigned value to the CRM unchanged
      Given the order is held at provisioning
      When provisioning reports the value "+0  49/<A> \ & Ü 😀" of "number" of line 2 of the order
      And provisioning reports the value "0070" of "rack" of line 2 of the order
      And provisioning reports the value "0" of "unit" of line 2 of the order
      Then the CRM receives the value "+0  49/<A> \ & Ü 😀" of "number" of line 2 of the order
      And the CRM receives the value "0070" of "rack" of line 2 of the order
      And the CRM receives the value "0" of "unit" of line 2 of the order

    @oms @billing-after-provisioning
    Example: Order management passes an assigned value to billing unchanged
      Given the order is held at provisioning
      When provisioning reports the value "+0  49/<A> \ & Ü 😀" of "number" of line 2 of the order
      And provisioning reports the value "0070" of "rack" of line 2 of the order
      And provisioning completes the order
      Then billing receives the value "+0  49/<A> \ & Ü 😀" of "number" of line 2 of the order
      And billing receives the value "0070" of "rack" of line 2 of the order

    @som
    Example: Service order management passes two assigned values on unchanged
      Given the network assigns "number" "+0  49/<A> \ & Ü 😀" to line 2 of the order
      And the network assigns "rack" "0070" to line 3 of the order
      And the order is held in the network
      When the network does a step of line 2 of the order
      And the network does a step of line 3 of the order
      Then the order system receives the value "+0  49/<A> \ & Ü 😀" of "number" of line 2 of the order
      And the order system receives the value "0070" of "rack" of line 3 of the order

  @PV-04
  Rule: Service order management has texts set up unchanged

    Continued from ../provisioning/life_cycle.feature.

    @som
    Example: Accents, markup and leading zeros reach the network unchanged
      When the order is submitted
      Then the network has set up the order
        | line | greeting                                                                                                       |
        | 1    | Grüß Gott, <Herr> & "Frau" O'Neill; %41 stays %41, and this sentence is longer than what most columns can hold |
        | 2    | 007                                                                                                            |
        | 3    | B  0, 日本語 😀 #2 + {3} = $5 \\ 6                                                                                 |
        | 4    | 0                                                                                                              |
        | 5    | no                                                                                                             |
        | 6    | null                                                                                                           |
        | 7    | 1e5                                                                                                            |
