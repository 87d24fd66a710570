Feature: Orders and bundles of ten lines and more
  Line numbers have more than one digit in larger orders. Line 10 is no component of line
  1, and component 1.10 is another line than component 1.1.

  Source: Process Sales Order Fulfillment, "About Sales Orders".

  @OM-02
  Rule: Line 10 does not belong to line 1, and line 1.10 is not line 1.1
    Continued from orders_and_lines.feature.

    Background:
      Given an order with
        | line | action | product             |
        | 1    | Add    | VoIP Service Bundle |
        | 1.1  | Add    | VoIP Access         |
        | 1.10 | Add    | VoIP Voicemail      |
        | 2    | Add    | Static Address      |
        | 10   | Add    | Internet Access     |

    @oms
    Example: Provisioning is told of line 10 by itself, and of lines 1.1 and 1.10 as two components
      When the order is submitted
      Then provisioning is told of the order
        | line | product         | component of |
        | 1.1  | VoIP Access     | 1            |
        | 1.10 | VoIP Voicemail  | 1            |
        | 2    | Static Address  |              |
        | 10   | Internet Access |              |

    @crm
    Example: The CRM submits line 10 as a line of its own, and lines 1.1 and 1.10 as components
      When the order is submitted
      Then the queue holds the lines of the order
        | line | product             | component of |
        | 1    | VoIP Service Bundle |              |
        | 1.1  | VoIP Access         | 1            |
        | 1.10 | VoIP Voicemail      | 1            |
        | 2    | Static Address      |              |
        | 10   | Internet Access     |              |

  @OM-03 @oms
  Rule: What the header says holds for line 10, whatever line 1 says
    Continued from what_the_header_says.feature.

    Example: Line 10 gets the price list and the address of the header
      Given an order with header
        | account  | price list           | site         |
        | Customer | Household Price List | 12 Mill Lane |
      And its lines are
        | line | action | product         | asset | price list          | site           |
        | 1    | Add    | Internet Access | SHOP  | Consumer Price List | 3 Harbour Road |
        | 10   | Add    | Internet Access | HOME  |                     |                |
      When the order is submitted
      Then billing charges for the order
        | line | product         | price list           |
        | 1    | Internet Access | Consumer Price List  |
        | 10   | Internet Access | Household Price List |
      And provisioning has
        | asset | site           |
        | SHOP  | 3 Harbour Road |
        | HOME  | 12 Mill Lane   |
