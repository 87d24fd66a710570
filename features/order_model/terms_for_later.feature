Feature: Table 8-1, names for modify orders and future-dated orders
  A modify order has no name of its own in the order system: there it is a new order. A
  future-dated order has the same name in both systems.

  Source: Process Sales Order Fulfillment, "About Sales Orders", table 8-1.

  @TM-04 @installed-base @order-tracking
  Rule: A modify order of the CRM is a new order in the order system

    @oms @two-places
    Example: A modify order waits for no other order of the customer
      Given the customer has
        | asset | product         | speed |
        | HOME  | Internet Access | 100   |
      And a small order "OTHER" with priority Low is held at provisioning
      And a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      When order "FASTER" is submitted
      And provisioning completes order "FASTER"
      Then order "FASTER" is complete
      But order "OTHER" is not complete

    @crm
    Example: The CRM submits a modify order under a number of its own and with no base order
      Given the customer has
        | asset | product         | speed |
        | HOME  | Internet Access | 100   |
      And a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      When order "FASTER" is submitted
      Then the queue holds the lines of order "FASTER"
        | line | action | asset | speed | depends on |
        | 1    | Update | HOME  | 500   |            |
      And the queue holds the header of order "FASTER"
        | account  | base order |
        | Customer |            |

  @TM-05
  Rule: In both systems a future-dated order is an order whose start is planned for a later date

    @oms @virtual-clock
    Example: A future-dated order is open, and waits
      Given an order "LATER" with header
        | account  | price list           | due date  |
        | Customer | Household Price List | in 5 days |
      And its lines are
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When order "LATER" is submitted
      Then order "LATER" is open
      And no work has started on order "LATER"

    @oms @virtual-clock
    Example: An order with today's date does not wait
      Given an order "TODAY" with header
        | account  | price list           | due date |
        | Customer | Household Price List | now      |
      And its lines are
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When order "TODAY" is submitted
      Then work has started on order "TODAY"

    @oms @virtual-clock @supplementals+dates
    Example: An order that is revised to today's date is started at once
      Given an order "LATER" with header
        | account  | price list           | due date   |
        | Customer | Household Price List | in 10 days |
      And its lines are
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When order "LATER" is submitted
      And the clock comes to 5 days before the due date of order "LATER"
      # Days are counted from the beginning of the example, so this is the day that the clock has come to.
      And order "LATER" is revised to the due date "in 5 days"
      Then work has started on order "LATER"

    @crm
    Example: A future-dated order is open at the desk and is submitted with its date
      Given an order "LATER" with header
        | account  | due date  |
        | Customer | in 5 days |
      And its lines are
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When order "LATER" is submitted
      Then order "LATER" is open
      And the desk shows order "LATER" with due date "in 5 days"
      And the queue holds the header of order "LATER"
        | account  | due date  |
        | Customer | in 5 days |

    @crm
    Example: An order with today's date is submitted with that date
      Given an order "TODAY" with header
        | account  | due date |
        | Customer | now      |
      And its lines are
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When order "TODAY" is submitted
      Then the queue holds the header of order "TODAY"
        | account  | due date |
        | Customer | now      |
