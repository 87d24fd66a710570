Feature: From price list to rate plan
  Price lists belong to the CRM, rate plans to billing. Every line is billed on the rate
  plan that its price list stands for, in every call to billing.

  Source: Process Sales Order Fulfillment, "Supporting Multiple Price Lists on Orders".

  @PL-01
  Rule: The lines of one order may be charged on different price lists

    @oms
    Example: Two lines on two price lists are charged each on its own
      Given an order on the "Household Price List" with
        | line | action | product         | price list                  |
        | 1    | Add    | Internet Access | Premium Consumer Price List |
        | 2    | Add    | Static Address  | Consumer Price List         |
      When the order is submitted
      Then billing charges for the order
        | line | product         | price list                  |
        | 1    | Internet Access | Premium Consumer Price List |
        | 2    | Static Address  | Consumer Price List         |

    @integration
    Example: Two lines on two price lists reach billing on two rate plans
      Given an order on the "Household Price List" with
        | line | action | product         | price list                  |
        | 1    | Add    | Internet Access | Premium Consumer Price List |
        | 2    | Add    | Static Address  | Consumer Price List         |
      When the order is submitted
      And the order system asks billing for the order
        | line | price list                  |
        | 1    | Premium Consumer Price List |
        | 2    | Consumer Price List         |
      Then billing charges for the order
        | line | product         | price list                  |
        | 1    | Internet Access | Premium Consumer Price List |
        | 2    | Static Address  | Consumer Price List         |

  @PL-06 @integration
  Rule: Every price list has its own rate plan, and only a line with a rate plan is billed

    Scenario Outline: A price list is translated to its own rate plan: <price list>
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      And the order system asks billing for the order
        | line | price list   |
        | 1    | <price list> |
      Then billing charges for the order
        | line | product         | price list   |
        | 1    | Internet Access | <price list> |

      Examples:
        | price list                  |
        | Household Price List        |
        | Standard Price List         |
        | Catalogue Price List        |
        | Premium Consumer Price List |
        | Consumer Price List         |
        | Seasonal Price List         |

    Example: A line is not billed where its price list lacks a rate plan
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 2    | Add    | Static Address  |
      When the order is submitted
      And the order system asks billing for the order
        | line | price list       |
        | 1    | Staff Price List |
      Then billing is told nothing about the order

    Example: Two lines without a rate plan are reported, and the line between them is billed
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 2    | Add    | Static Address  |
        | 3    | Add    | VoIP Voicemail  |
      And the order system has the order
      When the order system asks billing for the order
        | line | price list          |
        | 1    | Staff Price List    |
        | 2    | Seasonal Price List |
        | 3    | Staff Price List    |
      Then it is reported that line 1 of the order cannot be billed
      And it is reported that line 3 of the order cannot be billed
      And billing is asked for the order
        | line | effect | price list          |
        | 2    | start  | Seasonal Price List |

    Example: An asset stays on its rate plan when its new price list has none
      Given an order with
        | line | action | product         | price list          |
        | 1    | Add    | Internet Access | Consumer Price List |
      And the order system has the order and has had it billed
      When the order system asks billing for the order
        | line | effect | price list       |
        | 1    | change | Staff Price List |
      Then it is reported that line 1 of the order cannot be billed
      And billing charges for the order
        | line | product         | price list          |
        | 1    | Internet Access | Consumer Price List |

  @PL-08
  Rule: Billing is begun and completed on the rate plan of the line's price list

    @oms @two-phase-billing
    Example: The order system names the line's price list in both calls to billing
      Given an order on the "Household Price List" with
        | line | action | product         | price list          |
        | 1    | Add    | Internet Access | Consumer Price List |
      When the order is submitted
      Then in each phase billing is told of line 1 of the order on the plan of Consumer Price List

    @oms
    Example: A line is charged on its own price list in the end
      Given an order on the "Household Price List" with
        | line | action | product         | price list          |
        | 1    | Add    | Internet Access | Consumer Price List |
      When the order is submitted
      Then billing charges for the order
        | line | product         | price list          |
        | 1    | Internet Access | Consumer Price List |

    @integration @two-phase-billing
    Example: The integration names the line's rate plan in both calls to billing
      Given an order on the "Household Price List" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      And the order system asks billing for the order
        | line | price list          | phase    |
        | 1    | Consumer Price List | initiate |
        | 1    | Consumer Price List | fulfil   |
      Then in each phase billing is told of line 1 of the order on the plan of Consumer Price List

    @integration
    Example: The integration names the line's rate plan in a single call to billing
      Given an order on the "Household Price List" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      And the order system asks billing for the order
        | line | price list          |
        | 1    | Consumer Price List |
      Then billing charges for the order
        | line | product         | price list          |
        | 1    | Internet Access | Consumer Price List |
