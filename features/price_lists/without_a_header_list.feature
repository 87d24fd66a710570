Feature: Orders without a price list in the header
  What no line says, the header says. Billing cannot charge an order whose header has
  no list. It is best stopped where somebody can mend it.

  Source: Process Sales Order Fulfillment, "Supporting Multiple Price Lists on
  Orders" and "Specifying Different Price Lists on New Orders".

  @PL-11
  Rule: Only an order with a price list in its header goes on to billing

    @oms @crm @order-tracking
    Example: An order that has one is accepted
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted and fulfilled
      Then the order is complete

    @crm @enforced-header-price-list
    Example: An order whose header's list was cleared does not leave the CRM
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And a user gives the order no price list
      When the order is submitted
      Then the order is not queued

    # For systems that declare no_header_pl = "fault":
    @oms @no-header-pl-fault
    Example: Only an order that has one is accepted
      Given an order with header
        | account  | price list |
        | Customer |            |
      And its lines are
        | line | action | product         | price list |
        | 1    | Add    | Internet Access |            |
      When the order is submitted
      Then the order is refused or fallen out
      And billing is told nothing about the order

    # For systems that declare no_header_pl = "default":
    @oms @no-header-pl-default
    Example: An order that has none is charged on the configured default
      Given an order with header
        | account  | price list |
        | Customer |            |
      And its lines are
        | line | action | product         | price list |
        | 1    | Add    | Internet Access |            |
      When the order is submitted
      Then billing charges for the order
        | line | product         | price list           |
        | 1    | Internet Access | Catalogue Price List |

  @PL-12 @crm
  Rule: The CRM should stop an order without a header price list, and say why

    Example: Submitting is stopped with a reason
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And a user gives the order no price list
      When the order is submitted
      Then the order is refused or fallen out
      And the order is not queued

    @installed-base @order-tracking
    Example: Submitting a change to what the customer has is stopped too
      Given the customer has
        | asset | product         |
        | HOME  | Internet Access |
      And a change order "MORE" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And a user gives order "MORE" no price list
      When order "MORE" is submitted
      Then order "MORE" is refused or fallen out
      And order "MORE" is not queued

    Example: An order that has its price list goes through
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      Then the order is queued once

    Example: Submitting a revision is stopped too
      Given an order "BASE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And the order system has order "BASE"
      And a user begins to revise order "BASE" to
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 2    | Add    | Static Address  |
      And a user gives order "BASE" no price list
      When order "BASE" is submitted
      Then the revision of order "BASE" is refused
