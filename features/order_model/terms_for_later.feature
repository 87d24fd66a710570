Feature: Table 8-1, changes to what is installed, and orders for later
  Two kinds of order that are named in the table look special and are not. A
  modify order has no name of its own in the order system, since it is a new order
  there; a future-dated one has the same name for both, and is only a little early.

  Source: Process Sales Order Fulfillment, "About Sales Orders", table 8-1.

  @TM-04 @installed-base @order-tracking
  Rule: A modify order of the CRM is simply a new order in the order system

    @oms
    Example: A modify order waits for no other order of the customer's
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
    Example: A modify order leaves the CRM under a number of its own, and depends on nothing
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
  Rule: A future-dated order is one for both whose start is planned for a later date

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
    Example: A date that an order is revised to is today's once that day is there, whenever the order came
      Given an order "LATER" with header
        | account  | price list           | due date   |
        | Customer | Household Price List | in 10 days |
      And its lines are
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When order "LATER" is submitted
      And the clock comes to 5 days before the due date of order "LATER"
      And order "LATER" is revised to the due date "in 5 days"
      Then work has started on order "LATER"

    @crm
    Example: A future-dated order is open at the desk, and is handed over with its date
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
    Example: An order with today's date is handed over with that date
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
