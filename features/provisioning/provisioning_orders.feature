Feature: What a provisioning order says
  A technician needs to know what to do, for whom, where and by when, and does not need
  the prices. Every report from the technician must lead back to its order line.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About the Provision Order Business Flow".

  @PV-10 @oms
  Rule: A provisioning order is made from the sales order and refers to each of its lines

    Example: A provisioning order says what is to be done with which product and has no prices
      Given an order with
        | line | action | product         | asset |
        | 1    | Add    | Internet Access | HOME  |
        | 2    | Add    | Static Address  | FIXED |
      When the order is submitted
      Then provisioning is told of the order
        | line | product         | effect |
        | 1    | Internet Access | add    |
        | 2    | Static Address  | add    |
      And the provisioning order for the order is not a copy of it

    Scenario Outline: The action of a line becomes what provisioning does: <action>
      Given the customer has
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |
      And an order "CHANGE" with
        | line | action   | product         | asset | speed   |
        | 1    | <action> | Internet Access | HOME  | <speed> |
      When order "CHANGE" is submitted
      Then provisioning is told of order "CHANGE"
        | line | product         | effect   | asset |
        | 1    | Internet Access | <effect> | HOME  |

      Examples:
        | action  | speed | effect  |
        | Update  | 500   | change  |
        | Suspend |       | suspend |
        | Delete  |       | remove  |

  @PV-11 @oms
  Rule: A provisioning order contains the data of the sales order that provisioning needs

    Example: A provisioning order has the customer, the date and the priority
      Given an order with header
        | account  | price list           | priority | due date |
        | Customer | Household Price List | High     | now      |
      And its lines are
        | line | action | product         | price list          |
        | 1    | Add    | Internet Access | Consumer Price List |
      When the order is submitted
      Then provisioning is told of the order
        | line | customer | priority | requested delivery |
        | 1    | Customer | High     | now                |

    Example: A provisioning order has the address, service point and attributes of each line
      Given an order with
        | line | action | product         | site             | service point | speed | upload |
        | 1    | Add    | Internet Access | 1 Market Square  | SP-1          | 100   | 40     |
        | 2    | Add    | Internet Access | 2 Station Road   | SP-2          | 500   |        |
      When the order is submitted
      Then provisioning is told of the order
        | line | product         | effect | site            | service point | speed | upload |
        | 1    | Internet Access | add    | 1 Market Square | SP-1          | 100   | 40     |
        | 2    | Internet Access | add    | 2 Station Road  | SP-2          | 500   |        |

    Example: A line without an address is provisioned at the order's address
      Given an order with header
        | account  | price list           | site           |
        | Customer | Household Price List | 3 Harbour Road |
      And its lines are
        | line | action | product         | site           | price list          |
        | 1    | Add    | Internet Access |                | Consumer Price List |
        | 2    | Add    | Internet Access | 2 Station Road | Consumer Price List |
      When the order is submitted
      Then provisioning is told of the order
        | line | site           |
        | 1    | 3 Harbour Road |
        | 2    | 2 Station Road |
