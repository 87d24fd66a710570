Feature: Price lists of bundles
  A bundle is sold as one product on one price list. Its components are separate lines for
  every system after the CRM. So the CRM writes the bundle's price list on each component
  when the order is submitted.

  Source: Process Sales Order Fulfillment, "Specifying Different Price Lists on
  New Orders".

  @PL-13 @line-price-lists @crm
  Rule: On submission, the components of a customizable product are given the product's price list

    Scenario Outline: The components of a <kind> are submitted with its price list
      Given an order with
        | line | action | product     | price list                  |
        | 1    | Add    | <product>   | Premium Consumer Price List |
        | 1.1  | Add    | <component> |                             |
      When the order is submitted
      Then the queue holds the lines of the order
        | line | product     | price list                  |
        | 1    | <product>   | Premium Consumer Price List |
        | 1.1  | <component> | Premium Consumer Price List |

      Examples:
        | kind                                          | product             | component       |
        | service bundle                                | VoIP Service Bundle | VoIP Access     |
        | marketing bundle                              | Home Starter Pack   | Internet Access |
        | customizable product that is no service bundle | Handset Kit         | Handset         |

    Example: The components of two bundles are submitted with the price list of their own bundle
      Given an order with
        | line | action | product             | price list                  |
        | 1    | Add    | VoIP Service Bundle | Premium Consumer Price List |
        | 1.1  | Add    | VoIP Access         |                             |
        | 1.2  | Add    | VoIP Voicemail      |                             |
        | 2    | Add    | Home Starter Pack   | Consumer Price List         |
        | 2.1  | Add    | Static Address      |                             |
      When the order is submitted
      Then the queue holds the lines of the order
        | line | product        | price list                  |
        | 1.1  | VoIP Access    | Premium Consumer Price List |
        | 1.2  | VoIP Voicemail | Premium Consumer Price List |
        | 2.1  | Static Address | Consumer Price List         |

    Example: A product beside the bundle is not submitted with the bundle's price list
      Given an order with
        | line | action | product             | price list                  |
        | 1    | Add    | VoIP Service Bundle | Premium Consumer Price List |
        | 1.1  | Add    | VoIP Access         |                             |
        | 2    | Add    | Internet Access     |                             |
      When the order is submitted
      Then the order is queued once
      But line 2 of the order is not queued with price list "Premium Consumer Price List"

    Example: A component of a product that is not customizable takes the header's price list
      Given an order with
        | line | action | product           | price list                  |
        | 1    | Add    | Telephone Service | Premium Consumer Price List |
        | 1.1  | Add    | Installation      |                             |
      When the order is submitted
      Then the queue holds the lines of the order
        | line | product           | price list                  |
        | 1    | Telephone Service | Premium Consumer Price List |
      And the queue holds these lines of the order without a price list or with the header's
        | line | product      |
        | 1.1  | Installation |

    Example: The components have no price list until the order is submitted
      Given an order with
        | line | action | product             | price list                  |
        | 1    | Add    | VoIP Service Bundle | Premium Consumer Price List |
        | 1.1  | Add    | VoIP Access         |                             |
      When the order is saved again
      Then the desk shows the lines of the order
        | line | price list                  |
        | 1    | Premium Consumer Price List |
        | 1.1  |                             |

  @PL-14 @line-price-lists @crm
  Rule: The price list of a customizable product reaches its components at every depth

    Background:
      Given an order with
        | line  | action | product             | price list                  |
        | 1     | Add    | VoIP Service Bundle | Premium Consumer Price List |
        | 1.1   | Add    | Handset Kit         |                             |
        | 1.1.1 | Add    | Handset             |                             |

    Example: A component of a component is submitted with the product's price list
      When the order is submitted
      Then the queue holds the lines of the order
        | line  | product             | price list                  |
        | 1     | VoIP Service Bundle | Premium Consumer Price List |
        | 1.1   | Handset Kit         | Premium Consumer Price List |
        | 1.1.1 | Handset             | Premium Consumer Price List |

    Example: A customizable product inside another is submitted with the outer product's price list
      When a user gives line 1.1 of the order the "Consumer Price List"
      And the order is submitted
      Then the queue holds the lines of the order
        | line  | product     | price list                  |
        | 1.1   | Handset Kit | Premium Consumer Price List |
        | 1.1.1 | Handset     | Premium Consumer Price List |

  @PL-15 @line-price-lists @crm
  Rule: A user cannot give a component a price list of its own

    Background:
      Given an order with
        | line | action | product             | price list                  |
        | 1    | Add    | VoIP Service Bundle | Premium Consumer Price List |
        | 1.1  | Add    | VoIP Access         |                             |

    Example: A component keeps the bundle's price list when a user enters another one
      When a user gives line 1.1 of the order the "Consumer Price List"
      And the order is submitted
      Then the queue holds the lines of the order
        | line | product             | price list                  |
        | 1    | VoIP Service Bundle | Premium Consumer Price List |
        | 1.1  | VoIP Access         | Premium Consumer Price List |

    Example: The bundle's own price list can be changed
      When a user gives line 1 of the order the "Consumer Price List"
      And the order is submitted
      Then the queue holds the lines of the order
        | line | product             | price list          |
        | 1    | VoIP Service Bundle | Consumer Price List |
        | 1.1  | VoIP Access         | Consumer Price List |

    @installed-base @order-tracking
    Example: A component gets no price list of its own on a modify order
      Given the customer has
        | line | asset  | product             |
        | 1    | BUNDLE | VoIP Service Bundle |
        | 1.1  | ACCESS | VoIP Access         |
      And a change order "CHANGE" with
        | line | action | asset  | price list                  |
        | 1    | Update | BUNDLE | Premium Consumer Price List |
        | 1.1  | Update | ACCESS |                             |
      When a user gives line 1.1 of order "CHANGE" the "Consumer Price List"
      And order "CHANGE" is submitted
      Then line 1.1 of order "CHANGE" is not queued with price list "Consumer Price List"

    @price-lists-on-supplementals
    Example: A component gets no price list of its own on a revision
      Given the order system has the order
      When a user begins to revise the order
      And a user gives line 1.1 of the order the "Consumer Price List"
      And the order is submitted
      Then the order is queued two times
      And line 1.1 of the order is not queued with price list "Consumer Price List"
