Feature: Orders without a price list in the header
  Where a line has no price list, the header's holds. If the header has none either,
  billing cannot charge the order. Such an order should be stopped where somebody can
  correct it.

  Source: Process Sales Order Fulfillment, "Supporting Multiple Price Lists on
  Orders" and "Specifying Different Price Lists on New Orders".

  @PL-11
  Rule: Only an order with a price list in its header is billed

    @oms @crm @order-tracking
    Example: An order with a price list in its header is accepted
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted and fulfilled
      Then the order is complete

    @crm @enforced-header-price-list
    Example: An order whose header's price list was removed is not submitted
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And a user gives the order no price list
      When the order is submitted
      Then the order is not queued

    # For systems that declare no_header_pl = "fault":
    @oms @no-header-pl-fault
    Example: Where it is a fault, an order without a header price list is refused and not billed
      Given an order with header
        | account  | price list |
        | Customer |            |
      And its lines are
        | line | action | product         | price list |
        | 1    | Add    | Internet Access |            |
      When the order is submitted
      Then the order is refused or fallen out
      And billing is told nothing about the order

    @oms @no-header-pl-fault @price-lists-on-supplementals
    Example: Where it is a fault, a revision without a header price list is refused, and the order goes on as it was
      Given an order "BASE" with
        | line | action | product         | price list |
        | 1    | Add    | Internet Access |            |
      And order "BASE" is held at provisioning
      When order "BASE" is revised on no price list to
        | line | action | product         | price list |
        | 1    | Add    | Internet Access |            |
        | 2    | Add    | Static Address  |            |
      And provisioning takes up its work again
      Then the revision of order "BASE" is refused
      And billing charges for order "BASE"
        | line | product         | price list           |
        | 1    | Internet Access | Household Price List |

    # For systems that declare no_header_pl = "default":
    @oms @no-header-pl-default
    Example: Where a default is configured, an order without a header price list is charged on the default
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
  Rule: The CRM should stop an order without a header price list and give the reason

    Example: The desk stops an order without a header price list
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And a user gives the order no price list
      When the order is submitted
      Then the order is refused or fallen out
      And the order is not queued

    Example: Saving an order once more does not fill in the list that a user has cleared
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And a user gives the order no price list
      When the order is saved again
      And the order is submitted
      Then the order is refused or fallen out
      And the order is not queued

    @installed-base @order-tracking
    Example: The desk stops a modify order without a header price list
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

    Example: The desk submits an order with a header price list
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      Then the order is queued once

    Example: The desk stops a revision without a header price list
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
