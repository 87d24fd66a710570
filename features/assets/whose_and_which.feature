Feature: Whose assets, and which products become assets
  An asset belongs to the customer who ordered it, whoever pays. Some products, such as an
  installation, are done once and leave nothing to keep track of.

  Source: Siebel Order Management Guide, "Scenario for Order Management".

  @AS-03 @installed-base @order-tracking @crm
  Rule: An asset belongs to the account of the customer who ordered it

    Example: Two customers have the assets that each of them ordered
      Given an order "OURS" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And an order "THEIRS" with header
        | account   |
        | Neighbour |
      And its lines are
        | line | action | product        |
        | 1    | Add    | Static Address |
      When order "OURS" is submitted and fulfilled
      And order "THEIRS" is submitted and fulfilled
      Then the account "Neighbour" has the assets
        | product        |
        | Static Address |

    Example: An asset belongs to the customer, though somebody else pays
      Given an order with header
        | account  | payer |
        | Customer | Payer |
      And its lines are
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted and fulfilled
      Then the account "Customer" has the assets
        | product         |
        | Internet Access |
      But the account "Payer" has no assets

  @AS-05 @order-tracking @crm
  Rule: A product that is not trackable is fulfilled and does not become an asset

    Background:
      Given an order with
        | line | action | product           |
        | 1    | Add    | Telephone Service |
        | 1.1  | Add    | Installation      |

    @installed-base
    Example: The telephone becomes an asset, its installation does not
      When the order is submitted and fulfilled
      Then the customer has the assets
        | product           |
        | Telephone Service |

    Example: An order for an untrackable product is complete when it is fulfilled
      When the order is submitted and fulfilled
      Then the order is complete

  @AS-06 @installed-base @order-tracking @crm
  Rule: The CRM's administrators set for each product whether it becomes an asset

    Example: An installation that is set to be trackable becomes an asset
      Given "Installation" is set to be trackable
      And an order with
        | line | action | product           |
        | 1    | Add    | Telephone Service |
        | 1.1  | Add    | Installation      |
      When the order is submitted and fulfilled
      Then the customer has the assets
        | product           |
        | Telephone Service |
        | Installation      |

    @restartable @bundles+restarts
    Example: An installation that was set to be trackable before a breakdown becomes an asset
      Given "Installation" is set to be trackable
      And the CRM breaks down and is started again
      And an order with
        | line | action | product           |
        | 1    | Add    | Telephone Service |
        | 1.1  | Add    | Installation      |
      When the order is submitted and fulfilled
      Then the customer has the assets
        | product           |
        | Telephone Service |
        | Installation      |

    Example: Setting a product to untrackable changes no asset of earlier orders
      Given "Installation" is set to be trackable
      And the customer has
        | line | product           |
        | 1    | Telephone Service |
        | 1.1  | Installation      |
      And "Installation" is set to be not trackable
      And an order "NEXT" with
        | line | action | product      |
        | 1    | Add    | Installation |
      When order "NEXT" is submitted and fulfilled
      Then the customer has the assets
        | product           |
        | Telephone Service |
        | Installation      |

    Example: A product that is set to untrackable while its order is open still becomes an asset
      Given "Installation" is set to be trackable
      And an order "OPEN" with
        | line | action | product      |
        | 1    | Add    | Installation |
      And the order system has order "OPEN"
      And "Installation" is set to be not trackable
      When the order system reports of order "OPEN"
        | line | status   |
        | 1    | COMPLETE |
      Then the customer has the assets
        | product      |
        | Installation |
