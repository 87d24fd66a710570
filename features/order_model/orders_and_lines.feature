Feature: Orders and their lines
  An order has a header that holds for the whole order, and lines that each say what is to
  happen to one product or service. Whoever fulfils an order has to know who bought what,
  and must not guess.

  Source: Process Sales Order Fulfillment, "About Sales Orders".

  @OM-01
  Rule: An order names a customer and at least one product or service

    @oms
    Example: An order of one product for one customer is fulfilled
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      Then the order is complete

    @oms
    Example: Order management refuses an order without a customer
      Given an order with header
        | account | price list           |
        |         | Household Price List |
      And its lines are
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      Then the order is refused or fallen out

    @oms
    Example: Order management refuses an order without a line
      Given an order with
        | line | action | product |
      When the order is submitted
      Then the order is refused or fallen out

    @crm
    Example: The CRM submits an order with its customer and its lines
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
    Example: The CRM does not submit an order that lacks a customer
      Given an order with header
        | account | price list           |
        |         | Household Price List |
      And its lines are
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      Then the order is not queued

    @crm
    Example: The CRM does not submit an order that lacks a line
      Given an order with
        | line | action | product |
      When the order is submitted
      Then the order is not queued

  @OM-02
  Rule: An order has one header, and lines whose numbers say which belongs below which

    @oms
    Example: The order system shows every line of a bundle by itself
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
    Example: The order system refuses lines without a header
      Given an order with header
        | account | price list |
        |         |            |
      And its lines are
        | line | action | product         | price list          |
        | 1    | Add    | Internet Access | Consumer Price List |
      When the order is submitted
      Then the order is refused or fallen out

    @oms
    Example: A component of a component is provisioned as part of its bundle
      Given an order with
        | line  | action | product             |
        | 1     | Add    | Internet Access     |
        | 2     | Add    | VoIP Service Bundle |
        | 2.1   | Add    | VoIP Access         |
        | 2.2   | Add    | Handset Kit         |
        | 2.2.1 | Add    | Handset             |
      When the order is submitted
      Then provisioning is told of the order
        | line  | product         | component of |
        | 1     | Internet Access |              |
        | 2.1   | VoIP Access     | 2            |
        | 2.2   | Handset Kit     | 2            |
        | 2.2.1 | Handset         | 2.2          |

    @crm
    Example: The CRM submits header and lines, each component below its product
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
