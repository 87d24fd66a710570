Feature: What a line can be about
  Customers buy single products, bundles, promotions and discounts; some products are
  charged by several events. All of them are lines of the same order, and the list of
  kinds is not closed.

  Source: Process Sales Order Fulfillment, "About Sales Orders".

  @OM-05
  Rule: A line can be about a simple product, a customizable product, a service bundle or a promotion

    @oms
    Scenario Outline: An order of a <kind> is fulfilled
      Given an order on the "Household Price List" with
        | line | action | product   | price list          |
        | 1    | Add    | <product> | Consumer Price List |
      When the order is submitted
      Then billing charges for the order
        | line | product   | price list          |
        | 1    | <product> | Consumer Price List |
      And the order is complete

      Examples:
        | kind                 | product             |
        | simple product       | Internet Access     |
        | customizable product | Handset Kit         |
        | service bundle       | VoIP Service Bundle |
        | promotion            | Welcome Promotion   |

    @oms
    Example: A promotion, which is not provisioned, does not hold up the other products
      Given an order with
        | line | action | product           |
        | 1    | Add    | Welcome Promotion |
        | 2    | Add    | Internet Access   |
      When the order is submitted
      Then the order is complete

    @oms
    Example: The components of a bundle are fulfilled with the bundle
      Given an order with
        | line | action | product             |
        | 1    | Add    | VoIP Service Bundle |
        | 1.1  | Add    | VoIP Access         |
      When the order is submitted
      Then the order system shows the lines of the order
        | line | status   |
        | 1    | COMPLETE |
        | 1.1  | COMPLETE |

    @integration
    Scenario Outline: A line about a <kind> reaches the order system and billing
      Given an order with
        | line | action | product   |
        | 1    | Add    | <product> |
      When the order is submitted
      And the order system asks billing for the order
        | line | price list          |
        | 1    | Consumer Price List |
      Then the order system receives the order with
        | line | product   |
        | 1    | <product> |
      And billing charges for the order
        | line | product   | price list          |
        | 1    | <product> | Consumer Price List |

      Examples:
        | kind                 | product             |
        | simple product       | Internet Access     |
        | customizable product | Handset Kit         |
        | service bundle       | VoIP Service Bundle |
        | promotion            | Welcome Promotion   |

    @integration
    Example: A component reaches the order system below its bundle
      Given an order with
        | line | action | product             |
        | 1    | Add    | VoIP Service Bundle |
        | 1.1  | Add    | VoIP Access         |
        | 1.2  | Add    | VoIP Voicemail      |
      When the order is submitted
      Then the order system receives the order with
        | line | product             |
        | 1    | VoIP Service Bundle |
        | 1.1  | VoIP Access         |
        | 1.2  | VoIP Voicemail      |

    @crm
    Scenario Outline: The CRM submits a line about a <kind>
      Given an order with
        | line | action | product   |
        | 1    | Add    | <product> |
      When the order is submitted
      Then the queue holds the lines of the order
        | line | action | product   |
        | 1    | Add    | <product> |

      Examples:
        | kind                 | product             |
        | simple product       | Internet Access     |
        | customizable product | Handset Kit         |
        | service bundle       | VoIP Service Bundle |
        | promotion            | Welcome Promotion   |
