Feature: Components on their way to provisioning
  Order management decides what is to be done, and the integration tells the network, the
  warehouse and field service. An order that should end a service must not arrive as one
  that begins a service.

  In the catalogue Internet Access and Static Address are provisioned by the network,
  Handset by the warehouse. Loyalty Discount and Welcome Promotion are not provisioned.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning".

  @PV-03
  Rule: The integration takes each component to the system that provisions it

    @oms
    Example: Each of two provisioning systems gets its own component
      Given an order "BOTH" with
        | line | action | product         |
        | 1    | Add    | Handset         |
        | 2    | Add    | Internet Access |
      When order "BOTH" is submitted
      Then provisioning is asked for exactly this work on order "BOTH"
        | line | target    |
        | 1    | warehouse |
        | 2    | network   |

    @oms
    Example: Provisioning is told only of lines that are provisioned
      Given an order "GIFT" with
        | line | action | product           |
        | 1    | Add    | Loyalty Discount  |
        | 2    | Add    | Welcome Promotion |
      When order "GIFT" is submitted
      Then order "GIFT" is complete
      And provisioning is told nothing about order "GIFT"

    @integration
    Example: The integration takes each component to its system
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 2    | Add    | Handset         |
      And the order system has the order
      When the order system asks provisioning for the order
        | line | target    |
        | 1    | network   |
        | 2    | warehouse |
      Then provisioning is asked for exactly this work on the order
        | line | target    |
        | 1    | network   |
        | 2    | warehouse |

    @integration
    Example: Work for the warehouse is done by the warehouse
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 2    | Add    | Handset         |
      And the order system has the order
      When the order system asks provisioning for the order
        | line | target    |
        | 2    | warehouse |
      Then the order system receives the status "COMPLETE" of line 2 of the order

    @integration
    Scenario Outline: The kind of work stays the same on its way to provisioning: <effect>
      Given an order "BASE" with
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |
      And the order system has order "BASE" and has had it provisioned
      And a change order "CHANGE" with
        | line | action   | asset | speed   |
        | 1    | <action> | HOME  | <speed> |
      And the order system has order "CHANGE"
      When the order system asks provisioning for order "CHANGE"
        | line | target  |
        | 1    | network |
      Then provisioning is told of order "CHANGE"
        | line | product         | effect   | asset | speed   |
        | 1    | Internet Access | <effect> | HOME  | <speed> |

      Examples:
        | effect  | action  | speed |
        | change  | Update  | 500   |
        | suspend | Suspend | 100   |
        | resume  | Resume  | 100   |
        | remove  | Delete  | 100   |

    @integration
    Example: A transfer reaches provisioning as an addition at one address and a removal at the other
      Given an order "BASE" with
        | line | action | product         | asset | site         |
        | 1    | Add    | Internet Access | HOME  | 12 Mill Lane |
      And the order system has order "BASE" and has had it provisioned
      And a change order "MOVE" with
        | line | action      | asset | site          |
        | 1    | Move-Delete | HOME  | 12 Mill Lane  |
        | 2    | Move-Add    | HOME  | 7 Harbour Row |
      And the order system has order "MOVE"
      When the order system asks provisioning for order "MOVE"
        | line | target  |
        | 1    | network |
        | 2    | network |
      Then provisioning is told of order "MOVE"
        | line | effect | site          | asset |
        | 1    | remove | 12 Mill Lane  | HOME  |
        | 2    | add    | 7 Harbour Row | HOME  |

    @integration
    Example: All data of a component reach provisioning
      Given an order with header
        | account  | price list           | priority | due date  |
        | Customer | Household Price List | High     | in 3 days |
      And its lines are
        | line | action | product             | site         | greeting |
        | 1    | Add    | VoIP Service Bundle | 12 Mill Lane |          |
        | 1.1  | Add    | VoIP Voicemail      | 12 Mill Lane | short    |
      And the order system has the order
      When the order system asks provisioning for the order
        | line | target  |
        | 1    | network |
        | 1.1  | network |
      Then provisioning is told of the order
        | line | site         | greeting | component of | customer | priority | requested delivery |
        | 1    | 12 Mill Lane |          |              | Customer | High     | in 3 days          |
        | 1.1  | 12 Mill Lane | short    | 1            | Customer | High     | in 3 days          |

    @integration
    Example: Undone or changed work reaches provisioning with its quantity
      Given an order with
        | line | action | product         | asset | quantity | speed |
        | 1    | Add    | Static Address  | FIXED | 3        |       |
        | 2    | Add    | Internet Access | HOME  |          | 100   |
      And the order system has the order and has had it provisioned
      When the order system asks provisioning for the order
        | line | target  | effect | quantity | speed |
        | 1    | network | remove | 1        |       |
        | 2    | network | change |          | 500   |
      Then provisioning has
        | asset | quantity | speed |
        | FIXED | 2        |       |
        | HOME  |          | 500   |
