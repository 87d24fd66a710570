Feature: What a line says
  A line says two things: which product it is about, and what is to happen to
  that product. A line that leaves one of them open leaves somebody guessing.

  Source: Process Sales Order Fulfillment, "About Sales Orders".

  @OM-04
  Rule: A line is about one product or service and says what is to happen to it

    @oms
    Example: A line with product and action is done as it says
      Given an order with
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |
      When the order is submitted
      Then provisioning has
        | asset | product         | speed |
        | HOME  | Internet Access | 100   |

    @oms
    Example: A line of a new order has to say what is to happen
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 2    |        | Static Address  |
      When the order is submitted
      Then the order is refused or fallen out

    @oms
    Example: A line has to be about something
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 2    | Add    |                 |
      When the order is submitted
      Then the order is refused or fallen out

    @crm
    Example: A line leaves the CRM with product and action
      Given an order with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
      When the order is submitted
      Then the queue holds the lines of the order
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |

    @crm
    Example: Each line that leaves the CRM has an action
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 2    |        | Static Address  |
      When the order is submitted
      Then line 2 of the order is not queued without action

    @crm
    Example: Each line that leaves the CRM has a product
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 2    | Add    |                 |
      When the order is submitted
      Then line 2 of the order is not queued without product
