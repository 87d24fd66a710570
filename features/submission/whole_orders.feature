Feature: Orders arrive as they were submitted
  What a sales representative has entered, the order system has to work from: who
  the customer is, what is wanted, where, when, on which terms, of which line of
  which bundle. A field that is lost on the way is missed by the customer first.

  Source: Process Sales Order Fulfillment, "About Sales Orders".

  @FL-07 @integration
  Rule: What the CRM submits is what the order system receives, header and every line

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

    Example: A line of an unlisted kind is handed over, or it falls out
      Given an order with
        | line | action | product         |
        | 1    | Add    | Home Router     |
        | 2    | Add    | Internet Access |
      When the order is submitted
      Then the order system receives the order with
        | line | product         |
        | 2    | Internet Access |
      And line 1 of the order reaches the order system or falls out

    Scenario Outline: A line of every action: <action>
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
    Example: A line that stays as it is arrives too
      Given an order with
        | line | action | product             | asset |
        | 1    | -      | VoIP Service Bundle | VOICE |
        | 1.1  | Add    | VoIP Voicemail      | MAIL  |
      When the order is submitted
      Then the order system receives the order with
        | line | action | product             | asset |
        | 1    | -      | VoIP Service Bundle | VOICE |
        | 1.1  | Add    | VoIP Voicemail      | MAIL  |

    Example: All that can be said of a line arrives
      Given an order with header
        | account  | payer | price list           | priority | due date  | site         | ship to       | ship by |
        | Customer | Payer | Household Price List | High     | in 3 days | 12 Mill Lane | 7 Harbour Row | Courier |
      And its lines are
        | line | action | product         | asset | price list          | price override | due date  | site          | service point | speed | upload |
        | 1    | Add    | Internet Access | HOME  | Consumer Price List | 19.90          | in 8 days | 7 Harbour Row | Sp 0042/kV a  | 100   | 20     |
        | 2    | Add    | Static Address  | FIXED |                     |                |           |               |               |       |        |
      When the order is submitted
      Then the order system receives the order just as it was submitted

    Example: A bundle in a bundle
      Given an order with
        | line  | action | product             | greeting |
        | 1     | Add    | VoIP Service Bundle |          |
        | 1.1   | Add    | VoIP Voicemail      | short    |
        | 1.2   | Add    | Handset Kit         |          |
        | 1.2.1 | Add    | Handset             |          |
        | 2     | Add    | VoIP Voicemail      | long     |
      When the order is submitted
      Then the order system receives the order just as it was submitted
