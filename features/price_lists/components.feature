Feature: Price lists of bundles
  A bundle is sold as one thing on one price list. Its components are lines of
  their own to everybody after the CRM, so the CRM writes the bundle's list on
  each of them when the order is submitted.

  Source: Process Sales Order Fulfillment, "Specifying Different Price Lists on
  New Orders".

  @PL-13 @line-price-lists @crm
  Rule: On submission, the components of a customizable product are given the product's price list

    Scenario Outline: The components of a <kind> go with its list
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

    Example: Each bundle's components go with their own bundle
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

    Example: A product beside the bundle does not take the bundle's list
      Given an order with
        | line | action | product             | price list                  |
        | 1    | Add    | VoIP Service Bundle | Premium Consumer Price List |
        | 1.1  | Add    | VoIP Access         |                             |
        | 2    | Add    | Internet Access     |                             |
      When the order is submitted
      Then the order is queued once
      But line 2 of the order is not queued with price list "Premium Consumer Price List"

    Example: A component of a product that nobody puts together goes on the header's list
      Given an order with
        | line | action | product           | price list                  |
        | 1    | Add    | Telephone Service | Premium Consumer Price List |
        | 1.1  | Add    | Installation      |                             |
      When the order is submitted
      Then the queue holds the lines of the order
        | line | product           | price list                  |
        | 1    | Telephone Service | Premium Consumer Price List |
      And the queue leaves lines of the order to the header's price list
        | line | product      |
        | 1.1  | Installation |

    Example: Until the order is submitted the components are blank
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
  Rule: The product's price list reaches its components at every depth

    Background:
      Given an order with
        | line  | action | product             | price list                  |
        | 1     | Add    | VoIP Service Bundle | Premium Consumer Price List |
        | 1.1   | Add    | Handset Kit         |                             |
        | 1.1.1 | Add    | Handset             |                             |

    Example: A component of a component has the product's list too
      When the order is submitted
      Then the queue holds the lines of the order
        | line  | product             | price list                  |
        | 1     | VoIP Service Bundle | Premium Consumer Price List |
        | 1.1   | Handset Kit         | Premium Consumer Price List |
        | 1.1.1 | Handset             | Premium Consumer Price List |

    Example: A customizable product inside another has no list of its own
      When a user gives line 1.1 of the order the "Consumer Price List"
      And the order is submitted
      Then the queue holds the lines of the order
        | line  | product     | price list                  |
        | 1.1   | Handset Kit | Premium Consumer Price List |
        | 1.1.1 | Handset     | Premium Consumer Price List |

  @PL-15 @line-price-lists @crm
  Rule: Nobody can give a component a price list of its own

    Background:
      Given an order with
        | line | action | product             | price list                  |
        | 1    | Add    | VoIP Service Bundle | Premium Consumer Price List |
        | 1.1  | Add    | VoIP Access         |                             |

    Example: The component keeps the bundle's list
      When a user gives line 1.1 of the order the "Consumer Price List"
      And the order is submitted
      Then the queue holds the lines of the order
        | line | product             | price list                  |
        | 1    | VoIP Service Bundle | Premium Consumer Price List |
        | 1.1  | VoIP Access         | Premium Consumer Price List |

    Example: The bundle's own list can be changed
      When a user gives line 1 of the order the "Consumer Price List"
      And the order is submitted
      Then the queue holds the lines of the order
        | line | product             | price list          |
        | 1    | VoIP Service Bundle | Consumer Price List |
        | 1.1  | VoIP Access         | Consumer Price List |

    @installed-base @order-tracking
    Example: A component gets no list on an order that changes what the customer has
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
    Example: A component keeps its list on a revision of an order that was submitted
      Given the order system has the order
      When a user begins to revise the order
      And a user gives line 1.1 of the order the "Consumer Price List"
      And the order is submitted
      Then the order is queued two times
      And line 1.1 of the order is not queued with price list "Consumer Price List"
