Feature: Transfers, suspensions and disconnections that are approved or cancelled, or meet assigned values
  A transfer, a suspension or a disconnection is an order like any other: it has a
  priority and service points, may need approval, and may be cancelled. Assigned values
  stay on the asset through all of these.

  Source: Process Sales Order Fulfillment, "About Sales Orders" and "Supporting Order
  Priorities"; Siebel Order Management Guide, "Scenario for Order Management".

  Background:
    Given the customer has
      | asset | product         | site           | speed | version |
      | HOME  | Internet Access | 12 Mill Lane   | 100   |         |
      | FIXED | Static Address  | 3 Harbour Road |       | v4      |

  @TM-04 @installed-base @order-tracking @crm
  Rule: An asset whose disconnection will not happen is changed like any other

    Background:
      Given a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |

    @modify-orders+service-changes+cancellation
    Example: A modify order does not wait for a cancelled disconnection
      Given a change order "LEAVE" with
        | line | action | asset |
        | 1    | Delete | HOME  |
      And the order system has order "LEAVE"
      When the order system reports the status "CANCELLED" of order "LEAVE"
      And order "FASTER" is submitted and fulfilled
      Then the queue holds the lines of order "FASTER"
        | line | action | asset | depends on |
        | 1    | Update | HOME  |            |
      And the customer has the assets
        | asset | speed |
        | HOME  | 500   |
        | FIXED |       |

    @approval @modify-orders+service-changes+approval
    Example: A modify order does not wait for a rejected disconnection
      Given a change order "SWAP" with
        | line | action | product         | asset |
        | 1    | Delete | Internet Access | HOME  |
        | 2    | Add    | Leased Line     |       |
      When order "SWAP" is submitted
      And a supervisor rejects order "SWAP"
      And order "FASTER" is submitted and fulfilled
      Then the queue holds the lines of order "FASTER"
        | line | action | asset | depends on |
        | 1    | Update | HOME  |            |
      And the customer has the assets
        | asset | speed |
        | HOME  | 500   |
        | FIXED |       |

  @PR-01 @installed-base @order-tracking @order-priorities
  Rule: The user picks the priority of an order, whatever its action

    @crm @service-changes+priorities
    Scenario Outline: An order with action <action> has the priority that was picked
      Given a change order with
        | line | action   | asset |
        | 1    | <action> | HOME  |
      When a user submits the order with priority "<priority>"
      Then the queue holds the header of the order
        | priority   | queue priority |
        | <priority> | <number>       |

      Examples:
        | action  | priority | number |
        | Suspend | Low      | 3      |
        | Delete  | High     | 7      |

  @AC-08 @installed-base @order-tracking
  Rule: Assigned values stay on an asset that is moved or resumed

    Background:
      Given a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And the order system has order "FASTER"
      And the order system reports of order "FASTER"
        | line | status   | number      |
        | 1    | COMPLETE | 02079460130 |

    @crm @service-changes+filled-in-data
    Example: A resumed asset keeps the number that was assigned to it
      Given the customer's "HOME" is suspended
      And a change order "BACK" with
        | line | action | asset |
        | 1    | Resume | HOME  |
      When order "BACK" is submitted and fulfilled
      Then the customer has the assets
        | asset | status | speed | number      |
        | HOME  | Active | 500   | 02079460130 |
        | FIXED | Active |       |             |

  @AC-02 @installed-base @order-tracking
  Rule: A transfer changes the address of an asset and nothing else

    @crm @service-changes+filled-in-data
    Example: A transferred asset keeps the number that was assigned to it
      Given a change order "MOVE" with
        | line | action      | asset | site         |
        | 1    | Move-Add    | HOME  | 7 Church Way |
        | 2    | Move-Delete | HOME  | 12 Mill Lane |
      And a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      When order "FASTER" is submitted
      And the order system reports of order "FASTER"
        | line | status   | number      |
        | 1    | COMPLETE | 02079460131 |
      And order "MOVE" is submitted and fulfilled
      Then the customer has the assets
        | asset | site           | speed | number      |
        | HOME  | 7 Church Way   | 500   | 02079460131 |
        | FIXED | 3 Harbour Road |       |             |

  @SP-01 @installed-base @order-tracking @kept-service-points
  Rule: Each half of a transfer names its own service point, or none

    @crm @service-changes+service-points
    Example: Only the half for the new address names the service point
      Given a change order "MOVE" with
        | line | action      | asset | site         | service point |
        | 1    | Move-Add    | HOME  | 7 Church Way | Customer      |
        | 2    | Move-Delete | HOME  | 12 Mill Lane |               |
      When order "MOVE" is submitted
      Then the queue holds the lines of order "MOVE"
        | line | action      | asset | service point |
        | 1    | Move-Add    | HOME  | Customer      |
        | 2    | Move-Delete | HOME  |               |
