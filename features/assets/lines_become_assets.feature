Feature: From order lines to assets
  A product that a customer bought becomes an asset once it is both set up and charged.
  Whoever takes the customer's next call relies on the list of assets.

  Source: Process Sales Order Fulfillment, "About Sales Orders", and Siebel
  Order Management Guide, "Scenario for Order Management".

  @AS-01 @installed-base @order-tracking
  Rule: A line becomes an asset only when it is both provisioned and fulfilled

    Background:
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |

    @oms
    Example: A line that is provisioned and billed becomes an asset
      When the order is submitted and fulfilled
      Then the customer has the assets
        | product         | status |
        | Internet Access | Active |

    @oms @billing-after-provisioning
    Example: A line that is provisioned and still to be billed does not become an asset
      Given billing holds its work
      When the order is submitted
      Then provisioning is asked at least once for line 1 of the order
      But the customer has no assets

    @oms @billing-after-provisioning
    Example: A suspension does not begin on a line that is provisioned and still to be billed
      Given an order "BASE" with
        | line | action | product         | asset |
        | 1    | Add    | Internet Access | HOME  |
      And order "BASE" is held at provisioning
      And provisioning has set up line 1 of order "BASE", which is not billed yet
      And a change order "PAUSE" with
        | line | action  | asset |
        | 1    | Suspend | HOME  |
      When order "PAUSE" is submitted
      Then order "PAUSE" is refused, fallen out or not begun

    @oms
    Example: A line that still waits for provisioning does not become an asset
      Given provisioning holds its work
      When the order is submitted
      Then provisioning is asked at least once for line 1 of the order
      But the customer has no assets

    @oms
    Example: A line becomes an asset when its late billing is done
      Given billing holds its work
      When the order is submitted
      And billing completes the order
      Then the customer has the assets
        | product         |
        | Internet Access |

    @crm
    Example: A line that the order system reports as complete becomes an asset
      When the order is submitted
      And the order system reports of the order
        | line | status   |
        | 1    | COMPLETE |
      Then the customer has the assets
        | product         | status |
        | Internet Access | Active |

    @crm
    Scenario Outline: A line whose status is <status> does not become an asset
      When the order is submitted
      And the order system reports of the order
        | line | status   | milestone   |
        | 1    | <status> | <milestone> |
      Then the customer has no assets

      Examples:
        | status            | milestone   |
        | PROVISIONED       | PROVISIONED |
        | BILLING INITIATED | BILLED      |

    @crm @back-office-status @back-office-reports
    Example: A line does not become an asset because a back office has shipped the goods
      When the order is submitted
      And the back office reports the order with
        | status  |
        | SHIPPED |
      Then the customer has no assets

    @crm
    Example: A line that is reported complete three times becomes one asset
      When the order is submitted
      And the order system reports of the order
        | line | status      | milestone   |
        | 1    | IN PROGRESS | PROVISIONED |
      And the order system reports of the order
        | line | status   |
        | 1    | COMPLETE |
      And the order system reports of the order
        | line | status   |
        | 1    | COMPLETE |
      Then the customer has the assets
        | product         |
        | Internet Access |

  @AS-02 @installed-base @order-tracking @crm
  Rule: When an order is fulfilled, each of its trackable lines has become one asset

    Background:
      Given an order with
        | line | action | product           |
        | 1    | Add    | Internet Access   |
        | 2    | Add    | Telephone Service |
        | 2.1  | Add    | Installation      |

    Example: Two trackable lines become two assets
      When the order is submitted and fulfilled
      Then the customer has the assets
        | product           |
        | Internet Access   |
        | Telephone Service |

    Example: An unfinished line does not become an asset before the order is fulfilled
      When the order is submitted
      And the order system reports of the order
        | line | status      |
        | 1    | IN PROGRESS |
        | 2    | IN PROGRESS |
        | 2.1  | COMPLETE    |
      Then the customer has no assets

    @changes-after-submission
    Example: A product that the first version did not have becomes an asset
      When the order is submitted
      And the order is revised to
        | line | action | product           |
        | 1    | Add    | Internet Access   |
        | 2    | Add    | Telephone Service |
        | 2.1  | Add    | Installation      |
        | 3    | Add    | Static Address    |
      And the order system reports of the order
        | line | status   | order status |
        | 1    | COMPLETE | COMPLETE     |
        | 2    | COMPLETE | COMPLETE     |
        | 3    | COMPLETE | COMPLETE     |
      Then the customer has the assets
        | product           |
        | Internet Access   |
        | Static Address    |
        | Telephone Service |
