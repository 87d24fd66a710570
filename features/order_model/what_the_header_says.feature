Feature: What the header says
  A user enters the customer's address, price list and priority once, in the header. They
  hold for every line, so that no line has to repeat them.

  Source: Process Sales Order Fulfillment, "About Sales Orders".

  @OM-03
  Rule: A value in the header holds for every line that has no value of its own

    @oms
    Example: The header's price list holds for the last line and for a component
      Given an order on the "Household Price List" with
        | line | action | product           | price list |
        | 1    | Add    | Internet Access   |            |
        | 2    | Add    | Telephone Service |            |
        | 2.1  | Add    | Installation      |            |
        | 3    | Add    | Static Address    |            |
      When the order is submitted
      Then billing charges for the order
        | line | product           | price list           |
        | 1    | Internet Access   | Household Price List |
        | 2    | Telephone Service | Household Price List |
        | 2.1  | Installation      | Household Price List |
        | 3    | Static Address    | Household Price List |

    @oms
    Example: The header's address holds for a line without an address
      Given an order with header
        | account  | price list           | site         |
        | Customer | Household Price List | 12 Mill Lane |
      And its lines are
        | line | action | product         | asset  | site           |
        | 1    | Add    | Internet Access | HOME   |                |
        | 2    | Add    | Internet Access | OFFICE | 3 Harbour Road |
        | 3    | Add    | Static Address  | FIXED  |                |
      When the order is submitted
      Then provisioning has
        | asset  | site           |
        | HOME   | 12 Mill Lane   |
        | OFFICE | 3 Harbour Road |
        | FIXED  | 12 Mill Lane   |

    @oms
    Example: The header's address and price list hold for a component of a component
      Given an order with header
        | account  | price list           | site         |
        | Customer | Household Price List | 12 Mill Lane |
      And its lines are
        | line  | action | product             | asset | price list |
        | 1     | Add    | VoIP Service Bundle | VOIP  |            |
        | 1.1   | Add    | Handset Kit         | KIT   |            |
        | 1.1.1 | Add    | Handset             | PHONE |            |
      When the order is submitted
      Then billing charges for the order
        | line  | product             | price list           |
        | 1     | VoIP Service Bundle | Household Price List |
        | 1.1   | Handset Kit         | Household Price List |
        | 1.1.1 | Handset             | Household Price List |
      And provisioning has
        | asset | site         |
        | KIT   | 12 Mill Lane |
        | PHONE | 12 Mill Lane |

    @oms @changes-after-submission
    Example: The header's address holds for a line that a supplemental order adds
      Given an order "BASE" with header
        | account  | site         |
        | Customer | 12 Mill Lane |
      And its lines are
        | line | action | product        | asset |
        | 1    | Add    | Static Address | FIXED |
      And order "BASE" is held at provisioning
      When order "BASE" is revised to
        | line | action | product        | asset |
        | 1    | Add    | Static Address | FIXED |
        | 2    | Add    | VoIP Voicemail | VOICE |
      And provisioning completes order "BASE"
      Then provisioning has
        | asset | site         |
        | FIXED | 12 Mill Lane |
        | VOICE | 12 Mill Lane |

    @oms @changes-after-submission
    Example: A new address in the header holds for every line without an address
      Given an order "BASE" at "12 Mill Lane" with
        | line | action | product        | asset | site           |
        | 1    | Add    | VoIP Voicemail | VOICE |                |
        | 2    | Add    | Static Address | FIXED | 7 Church Close |
      And order "BASE" is held at provisioning
      When order "BASE" is revised at "3 Harbour Road" to
        | line | action | product        | asset | site           |
        | 1    | Add    | VoIP Voicemail | VOICE |                |
        | 2    | Add    | Static Address | FIXED | 7 Church Close |
        | 3    | Add    | Handset        | HANDS |                |
      And provisioning completes order "BASE"
      Then provisioning has
        | asset | site           |
        | VOICE | 3 Harbour Road |
        | FIXED | 7 Church Close |
        | HANDS | 3 Harbour Road |

    @oms
    Example: An order is billed to its own customer while another customer's order is open
      Given an order "HERS" with header
        | account | price list           |
        | Payer   | Household Price List |
      And its lines are
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And order "HERS" is held at provisioning
      When a small order "HIS" with priority High is submitted
      And provisioning completes order "HERS"
      Then billing receives the header of order "HERS" with
        | account |
        | Payer   |

    @integration
    Example: The header's values reach the order system with the order
      Given an order with header
        | account  | payer | price list           | priority | due date  | site         | ship to       | ship by |
        | Customer | Payer | Household Price List | High     | in 3 days | 12 Mill Lane | 7 Harbour Row | Courier |
      And its lines are
        | line | action | product           | price list |
        | 1    | Add    | Internet Access   |            |
        | 2    | Add    | Telephone Service |            |
        | 2.1  | Add    | Installation      |            |
      When the order is submitted
      Then the order system receives the header of the order with
        | account  | payer | price list           | priority | requested delivery | site         | ship to       | ship by |
        | Customer | Payer | Household Price List | High     | in 3 days          | 12 Mill Lane | 7 Harbour Row | Courier |

    @integration
    Example: Each of two orders reaches the order system with its own header
      Given an order "HIS" on the "Household Price List" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And an order "HERS" on the "Seasonal Price List" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When order "HIS" is submitted
      And order "HERS" is submitted
      Then the order system receives the header of order "HERS" with
        | price list          |
        | Seasonal Price List |
