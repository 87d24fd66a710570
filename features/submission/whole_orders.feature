Feature: Orders reach the order system whole
  The order system works from what a sales representative entered: who the customer is,
  what is wanted, where, when, and on which terms. A field that is lost on the way is
  missed by the customer first.

  Source: Process Sales Order Fulfillment, "About Sales Orders".

  @FL-07 @integration
  Rule: The order system receives the header and every line as the CRM submitted them

    Example: An order with every kind of line arrives whole
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

    Example: The header arrives with the order
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

    Example: The second of two orders arrives as whole as the first
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

    Example: A line of an unlisted kind arrives, or it falls out
      Given an order with
        | line | action | product         |
        | 1    | Add    | Home Router     |
        | 2    | Add    | Internet Access |
      When the order is submitted
      Then the order system receives the order with
        | line | product         |
        | 2    | Internet Access |
      And line 1 of the order reaches the order system or falls out

    Scenario Outline: A line with action <action> arrives
      Given an order with
        | line | action   | product         | asset | site         | speed |
        | 1    | <action> | Internet Access | HOME  | 12 Mill Lane | 500   |
        | 2    | Add      | Static Address  | FIXED |              |       |
      When the order is submitted
      Then the order system receives the order with
        | line | action   | product         | asset | site         | speed |
        | 1    | <action> | Internet Access | HOME  | 12 Mill Lane | 500   |
        | 2    | Add      | Static Address  | FIXED |              |       |

      Examples:
        | action      |
        | Update      |
        | Suspend     |
        | Resume      |
        | Delete      |
        | Move-Add    |
        | Move-Delete |

    @no-action-dash
    Example: A line that stays unchanged arrives too
      Given an order with
        | line | action | product             | asset |
        | 1    | -      | VoIP Service Bundle | VOICE |
        | 1.1  | Add    | VoIP Voicemail      | MAIL  |
      When the order is submitted
      Then the order system receives the order with
        | line | action | product             | asset |
        | 1    | -      | VoIP Service Bundle | VOICE |
        | 1.1  | Add    | VoIP Voicemail      | MAIL  |

    Example: A line with every field filled arrives whole
      Given an order with header
        | account  | payer | price list           | priority | due date  | site         | ship to       | ship by |
        | Customer | Payer | Household Price List | High     | in 3 days | 12 Mill Lane | 7 Harbour Row | Courier |
      And its lines are
        | line | action | product         | asset | price list          | price override | due date  | site          | service point | speed | upload |
        | 1    | Add    | Internet Access | HOME  | Consumer Price List | 19.90          | in 8 days | 7 Harbour Row | Sp 0042/kV a  | 100   | 20     |
        | 2    | Add    | Static Address  | FIXED |                     |                |           |               |               |       |        |
      When the order is submitted
      Then the order system receives the order just as it was submitted

    Example: An order that awaits its approval still says so before the order system
      Given an order with header
        | account  | price list           | approval |
        | Customer | Household Price List | awaited  |
      And its lines are
        | line | action | product     |
        | 1    | Add    | Leased Line |
      When the order is submitted
      Then the order system receives the order just as it was submitted

    Example: A bundle inside a bundle arrives whole
      Given an order with
        | line  | action | product             | greeting |
        | 1     | Add    | VoIP Service Bundle |          |
        | 1.1   | Add    | VoIP Voicemail      | short    |
        | 1.2   | Add    | Handset Kit         |          |
        | 1.2.1 | Add    | Handset             |          |
        | 2     | Add    | VoIP Voicemail      | long     |
      When the order is submitted
      Then the order system receives the order just as it was submitted
