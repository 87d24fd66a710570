Feature: Table 8-1, names for the kinds of order
  CRM and order system have different names for the same things. What the CRM calls an
  open order is an order in flight in the order system. What the CRM calls a supplemental
  order is a revision there.

  Source: Process Sales Order Fulfillment, "About Sales Orders", table 8-1.

  @TM-01 @order-tracking
  Rule: An open order of the CRM is an order in flight in the order system: submitted and not yet complete

    @oms
    Example: An order is open while it is being worked on
      Given provisioning holds its work
      And an order "BASE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When order "BASE" is submitted
      Then order "BASE" is open

    @oms @virtual-clock
    Example: An order is open while it waits for its date
      Given an order "BASE" with header
        | account  | price list           | due date  |
        | Customer | Household Price List | in 5 days |
      And its lines are
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When order "BASE" is submitted
      Then order "BASE" is open

    @oms
    Example: A complete order is no longer open
      Given an order "BASE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When order "BASE" is submitted
      Then order "BASE" is complete
      And order "BASE" is not open

    @crm
    Example: The CRM shows an order as open until it hears of the completion
      Given an order "BASE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And the order system has order "BASE"
      When the order system reports of order "BASE"
        | line | status   | order status |
        | 1    | COMPLETE | IN PROGRESS  |
      Then order "BASE" is open
      When the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
      Then order "BASE" is not open

    @crm
    Example: A draft is not an open order
      Given an order "BASE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When order "BASE" is saved again
      Then order "BASE" is not open

    @crm
    Example: An order stays open when another order is complete
      Given an order "BASE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And order "BASE" is submitted and fulfilled
      And an order "OTHER" with
        | line | action | product        |
        | 1    | Add    | Static Address |
      When order "OTHER" is submitted
      Then order "OTHER" is open
      And order "BASE" is not open

  @TM-02
  Rule: A supplemental order of the CRM is a revision of the open order in the order system, and not a further order

    @oms
    Example: A supplemental order and its order together are fulfilled as one order
      Given an order "BASE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And order "BASE" is held at provisioning
      When order "BASE" is revised to
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 2    | Add    | Static Address  |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And the number of assets charged is two

    @crm
    Example: The CRM submits a supplemental order under the number of the order that it revises
      Given an order "BASE" with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
      And the order system has order "BASE"
      When order "BASE" is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
      Then order "BASE" is queued two times
      And the order system receives order "BASE" revision by revision

  @TM-03 @installed-base @order-tracking
  Rule: In both systems a follow-on order is an order of its own, which waits for a line of its base order

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |

    @oms
    Example: A follow-on order is open while it waits
      Given order "BASE" is held at provisioning past its points of no return
      And a change order "CHANGE" with
        | line | action | product        | depends on     |
        | 1    | Add    | Static Address | line 1 of BASE |
      When order "CHANGE" is submitted
      Then order "CHANGE" is open
      And no work has started on order "CHANGE"

    @oms
    Example: A follow-on order does not revise its base order
      Given order "BASE" is held at provisioning past its points of no return
      And a change order "CHANGE" with
        | line | action | product        | depends on     |
        | 1    | Add    | Static Address | line 1 of BASE |
      When order "CHANGE" is submitted
      Then provisioning and billing are told nothing more about order "BASE"
      When provisioning completes order "BASE"
      Then order "BASE" is complete

    @crm
    Example: The CRM submits a follow-on order under a number of its own and leaves its base order alone
      Given the order system has order "BASE" past its points of no return
      And a change order "FASTER" with
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 500   | line 1 of BASE |
      When order "FASTER" is submitted
      Then order "FASTER" is queued once
      And the queue holds the header of order "FASTER"
        | base order |
        | BASE       |
      And order "BASE" is queued once
