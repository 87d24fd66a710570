Feature: From the queue to the order system
  Between the sales representative's click and the first work on an order lies a
  queue. What is on it must arrive: once, whole, and at the order system first.
  An order that is lost there is lost without anybody noticing.

  Source: Process Sales Order Fulfillment, "Process Sales Order Fulfillment
  Business Flow Overview" and "About Sales Orders".

  @FL-03
  Rule: An order reaches billing only by way of the order system

    @integration
    Example: Billing hears nothing while the order system has yet to send it on
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And the order system has the order
      Then billing is told nothing about the order

    @integration @holdable-intake
    Example: Billing hears nothing of an order that waits on the queue
      Given the intake is held and these orders wait on the queue
        | order | priority |
        | FIRST | Urgent   |
      Then billing is told nothing about order "FIRST"
      But the order system receives order "FIRST" when the intake is released

    @integration
    Example: Billing hears of it when the order system says so
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      And the order system has the order billed
        | line | price list          |
        | 1    | Consumer Price List |
      Then billing charges for the order
        | line | product         | price list          |
        | 1    | Internet Access | Consumer Price List |

  @FL-06
  Rule: Every order on the queue is taken off it and handed on, exactly once

    @integration @holdable-intake
    Example: Orders that were queued while nobody took them up arrive, each once
      Given the intake is held and these orders wait on the queue
        | order  | priority |
        | FIRST  | Medium   |
        | SECOND | Medium   |
        | THIRD  | Medium   |
      When the intake is released
      Then the order system receives order "FIRST" once
      And the order system receives order "SECOND" once
      And the order system receives order "THIRD" once

    @integration
    Example: So do orders that find nobody before them
      When these orders are submitted
        | order  | priority |
        | FIRST  | Medium   |
        | SECOND | Medium   |
      Then the order system receives order "FIRST" once
      And the order system receives order "SECOND" once

    @integration @idempotent-delivery
    Example: What is delivered to it a second time is handed on once
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      And every version of the order is delivered again
      Then the order system receives the order once

  @FL-07
  Rule: What the CRM submits is what the order system receives, header and every line

    @integration
    Example: An order of every kind of line
      Given an order on the "Household Price List" with
        | line | action | product                 | price list                  | site         | speed |
        | 1    | Add    | Internet Access         | Consumer Price List         | 12 Mill Lane | 100   |
        | 2    | Add    | VoIP Service Bundle     | Premium Consumer Price List |              |       |
        | 2.1  | Add    | VoIP Access             |                             |              |       |
        | 3    | Add    | Loyalty Discount        |                             |              |       |
        | 4    | Add    | Welcome Promotion       |                             |              |       |
        | 5    | Add    | Film Rental             |                             |              |       |
        | 5.1  | Add    | Film Rental Monthly Fee |                             |              |       |
      When the order is submitted
      Then the order system receives the order with
        | line | action | product                 | price list                  | site         | speed |
        | 1    | Add    | Internet Access         | Consumer Price List         | 12 Mill Lane | 100   |
        | 2    | Add    | VoIP Service Bundle     | Premium Consumer Price List |              |       |
        | 2.1  | Add    | VoIP Access             | Premium Consumer Price List |              |       |
        | 3    | Add    | Loyalty Discount        |                             |              |       |
        | 4    | Add    | Welcome Promotion       |                             |              |       |
        | 5    | Add    | Film Rental             |                             |              |       |
        | 5.1  | Add    | Film Rental Monthly Fee |                             |              |       |

    @integration
    Example: The header comes along
      Given an order with header
        | account  | payer | price list           | priority | due date  |
        | Customer | Payer | Household Price List | High     | in 3 days |
      And its lines are
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      Then the order system receives the header of the order with
        | account  | payer | price list           | priority | requested delivery |
        | Customer | Payer | Household Price List | High     | in 3 days          |

    @integration
    Example: The second order arrives as whole as the first
      Given an order "FIRST" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And an order "SECOND" with
        | line | action | product        | version |
        | 1    | Add    | Static Address | v6      |
      When order "FIRST" is submitted
      And order "SECOND" is submitted
      Then the order system receives order "SECOND" with
        | line | action | product        | version |
        | 1    | Add    | Static Address | v6      |

    @integration
    Example: A line of a kind that is on no list is not left out without a word
      Given an order with
        | line | action | product         |
        | 1    | Add    | Home Router     |
        | 2    | Add    | Internet Access |
      When the order is submitted
      Then the order system receives the order with
        | line | product         |
        | 2    | Internet Access |
      And line 1 of the order reaches the order system or falls out
