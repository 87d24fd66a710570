Feature: Orders and their lines
  An order is what a customer buys: a header that holds for everything on it,
  and lines that each say what is to happen to one product or service. Whoever
  fulfils orders has to know who bought what, and must not guess.

  Source: Process Sales Order Fulfillment, "About Sales Orders".

  @OM-01
  Rule: An order names a customer and something that is bought

    @oms
    Example: An order of one product for one customer is fulfilled
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      Then the order is complete

    @oms
    Example: An order without a customer is not
      Given an order with header
        | account | price list           |
        |         | Household Price List |
      And its lines are
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      Then the order is refused or falls out

    @oms
    Example: An order without a line is not
      Given an order with
        | line | action | product |
      When the order is submitted
      Then the order is refused or falls out

    @crm
    Example: An order that leaves the CRM names both
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      Then the queue holds the header of the order
        | account  |
        | Customer |
      And the queue holds the lines of the order
        | line | product         |
        | 1    | Internet Access |

    @crm
    Example: Without a customer it does not leave the CRM
      Given an order with header
        | account | price list           |
        |         | Household Price List |
      And its lines are
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      Then nothing is queued for the order

    @crm
    Example: Without a line it does not either
      Given an order with
        | line | action | product |
      When the order is submitted
      Then nothing is queued for the order

  @OM-02
  Rule: An order has one header and lines, numbered by their place under each other

    @oms
    Example: Every line of a bundle is known by itself
      Given an order with
        | line | action | product             |
        | 1    | Add    | Internet Access     |
        | 2    | Add    | VoIP Service Bundle |
        | 2.1  | Add    | VoIP Access         |
        | 2.2  | Add    | VoIP Voicemail      |
      When the order is submitted
      Then the order system shows the lines of the order
        | line | status   |
        | 1    | COMPLETE |
        | 2    | COMPLETE |
        | 2.1  | COMPLETE |
        | 2.2  | COMPLETE |

    @oms
    Example: Lines without a header are no order
      Given an order with header
        | account | price list |
        |         |            |
      And its lines are
        | line | action | product         | price list          |
        | 1    | Add    | Internet Access | Consumer Price List |
      When the order is submitted
      Then the order is refused or falls out

    @crm
    Example: The CRM sends header and lines, each component below its product
      Given an order with
        | line | action | product             |
        | 1    | Add    | Internet Access     |
        | 2    | Add    | VoIP Service Bundle |
        | 2.1  | Add    | VoIP Access         |
      When the order is submitted
      Then the queue holds the header of the order
        | account  |
        | Customer |
      And the queue holds the lines of the order
        | line | product             | component of |
        | 1    | Internet Access     |              |
        | 2    | VoIP Service Bundle |              |
        | 2.1  | VoIP Access         | 2            |

  @OM-03
  Rule: What the header says holds for every line that does not say otherwise

    @oms
    Example: The header's price list reaches the last line and a nested one
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
    Example: The header's address holds where a line has none of its own
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
    Example: Each order brings the values of its own header
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
