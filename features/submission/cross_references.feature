Feature: Ids of the same line in several systems
  CRM, order system and billing each know a line by an id of their own. The integration
  knows which ids belong together. Without that, a status lands on the wrong line, or the
  wrong customer is charged.

  In these examples the order system gives every line an id of its own.

  Source: Process Sales Order Fulfillment, "About Sales Orders".

  Background:
    Given an order with header
      | account  | price list           | due date  |
      | Customer | Household Price List | in 3 days |
    And its lines are
      | line | action | product         | price list                  |
      | 1    | Add    | Internet Access | Premium Consumer Price List |
      | 2    | Add    | Static Address  | Consumer Price List         |
      | 3    | Add    | Handset         | Seasonal Price List         |

  @FL-08 @integration
  Rule: Each system is told about a line under the id that it knows

    Example: A status of the order system's line 2 reaches the CRM for line 2
      Given the order system has the order
      When the order system reports the status "COMPLETE" of line 2 of the order
      Then the CRM receives the line statuses of the order
        | line | status   |
        | 2    | COMPLETE |

    Example: A later status of another line reaches the CRM for that line
      Given the order system has the order
      When the order system reports the status "COMPLETE" of line 3 of the order
      And the order system reports the status "IN PROGRESS" of line 1 of the order
      Then the CRM receives the line statuses of the order
        | line | status      |
        | 1    | IN PROGRESS |
        | 3    | COMPLETE    |

    Example: A fallout of line 3 reaches the CRM for line 3
      Given the order system has the order
      When the order system reports a fallout of line 3 of the order
      Then the CRM receives a fallout of line 3 of the order

    Example: Billing's answer about line 2 reaches the order system for its own line 2
      Given the order system has the order
      When the order system asks billing for the order
        | line | price list          |
        | 2    | Consumer Price List |
      Then the order system receives the billing of line 2 of the order

    @billing-receipts
    Example: An answer under billing's own ids reaches the order system under its own ids
      Given billing gives lines ids of its own
      And the order system has the order
      When the order system asks billing for the order
        | line | price list          |
        | 2    | Consumer Price List |
        | 3    | Seasonal Price List |
      Then the order system receives the billing of line 2 of the order

    Example: A revised line keeps its id
      Given the order system has the order
      When the order is revised to
        | line | action | product         | price list          |
        | 1    | Add    | Internet Access | Seasonal Price List |
        | 2    | Add    | Static Address  | Consumer Price List |
      And the order system reports the status "COMPLETE" of line 2 of the order
      Then every version that the order system receives has one id for line 2 of the order
      And the CRM receives the line statuses of the order
        | line | status   |
        | 2    | COMPLETE |

    Scenario Outline: Every kind of update reaches the CRM for its line: <sort>
      Given the order system has the order
      When the order system reports <told> of line 2 of the order
      Then the CRM receives <told> of line 2 of the order
      But the CRM does not receive <told> of line 3 of the order

      Examples:
        | sort      | told                                  |
        | milestone | the milestone "DESIGNED"              |
        | value     | the value "020 7946 0123" of "number" |

    Example: A line that a revision adds gets an id too
      Given the order system has the order
      When the order is revised to
        | line | action | product         | price list          |
        | 1    | Add    | Internet Access | Consumer Price List |
        | 2    | Add    | Static Address  | Consumer Price List |
        | 3    | Add    | Handset         | Seasonal Price List |
        | 4    | Add    | VoIP Voicemail  | Seasonal Price List |
      And the order system reports the status "COMPLETE" of line 4 of the order
      Then the CRM receives the line statuses of the order
        | line | status   |
        | 4    | COMPLETE |

    Example: An update of line 1 of one order does not reach line 1 of another order
      Given the order system has the order
      And an order "OTHER" with
        | line | action | product        |
        | 1    | Add    | Static Address |
      When order "OTHER" is submitted
      And the order system reports the milestone "DESIGNED" of line 1 of the order
      Then the CRM receives the milestone "DESIGNED" of line 1 of the order
      But the CRM does not receive the milestone "DESIGNED" of line 1 of order "OTHER"

    Example: The end of a fallout reaches the CRM for the same line
      Given the order system has the order
      When the order system reports a fallout of line 3 of the order
      And the order system reports the end of the fallout of line 3 of the order
      Then the CRM receives the end of the fallout of line 3 of the order

    Example: An update under the order system's own order number reaches the CRM under the CRM's number
      Given the order system has the order under a number of its own
      When the order system reports the status "COMPLETE" of line 2 of the order
      Then the CRM receives the line statuses of the order
        | line | status   |
        | 2    | COMPLETE |
