Feature: What a line says
  A line says which product it is about and what is to happen to that product. If a line
  does not say both, somebody has to guess.

  Source: Process Sales Order Fulfillment, "About Sales Orders".

  @OM-04
  Rule: A line is about one product or service and has one action

    @oms
    Example: A line with a product and an action is fulfilled
      Given an order with
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |
      When the order is submitted
      Then provisioning has
        | asset | product         | speed |
        | HOME  | Internet Access | 100   |

    @oms
    Example: A line of a new order without an action is refused
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 2    |        | Static Address  |
      When the order is submitted
      Then the order is refused or fallen out

    @oms
    Example: A line without a product is refused
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 2    | Add    |                 |
      When the order is submitted
      Then the order is refused or fallen out

    @crm
    Example: The CRM submits a line with its product and its action
      Given an order with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
      When the order is submitted
      Then the queue holds the lines of the order
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |

    @crm
    Example: The CRM does not submit a line that lacks an action
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 2    |        | Static Address  |
      When the order is submitted
      Then line 2 of the order is not queued without action

    @crm
    Example: The CRM does not submit a line that lacks a product
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 2    | Add    |                 |
      When the order is submitted
      Then line 2 of the order is not queued without product
