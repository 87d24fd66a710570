Feature: Service points between CRM and network inventory
  The CRM names the service point at which a service is delivered, and the network
  inventory has service points of its own. Both must mean the same place. There are four
  ways to ensure that, and a deployment uses at least one of them.

  The ids in these examples have blanks, letters of both cases and leading zeros, so that
  a changed id is found.

  Source: Process Sales Order Fulfillment, "Assumptions and Constraints".

  @SP-04 @integration
  Rule: A deployment meets at least one of four conditions on service points

    Background:
      Given an order with
        | line | action | product         | site            | service point |
        | 1    | Add    | Internet Access | 1 Market Square | Sp 0042/kV a  |
      When the order is submitted

    Example: The deployment names its condition and accepts an order with a service point
      Then at least one condition on service points is claimed
      And the order system receives the order with
        | line | action | product         | site            |
        | 1    | Add    | Internet Access | 1 Market Square |

    Example: An order is provisioned at its service point
      When the order system asks provisioning for the order
        | line | target  |
        | 1    | network |
      Then provisioning is told of the order
        | line | product         | effect | site            |
        | 1    | Internet Access | add    | 1 Market Square |

  @SP-05
  Rule: Where inventory ignores the CRM's service point, an order is fulfilled with any service point or without one

    @integration
    Scenario Outline: An order is provisioned in the same way, <which>
      Given an order with
        | line | action | product         | site            | service point   |
        | 1    | Add    | Internet Access | 1 Market Square | <service point> |
      When the order is submitted
      And the order system asks provisioning for the order
        | line | target  |
        | 1    | network |
      Then the order is free of refusals and fallouts
      And provisioning is told of the order
        | line | product         | effect | site            |
        | 1    | Internet Access | add    | 1 Market Square |

      Examples:
        | which                     | service point |
        | with one                  | Sp 0042/kV a  |
        | with one that nobody knows | ?             |
        | with none                 |               |

  @SP-06 @integration
  Rule: Where inventory finds the service point itself, the result is reported, so that a difference can be seen

    CRM and inventory each work out the service point, and should come to the same one.

    Background:
      Given an order with
        | line | action | product         | service point |
        | 1    | Add    | Internet Access | Sp 0042/kV a  |
        | 2    | Add    | Static Address  | Sp 0043/kV a  |
      When the order is submitted
      And the order system asks provisioning for the order
        | line | target  |
        | 1    | network |
        | 2    | network |

    Example: Inventory reports the same service point as the order
      When provisioning reports the value "Sp 0042/kV a" of "service point" of line 1 of the order
      Then the order system receives the value "Sp 0042/kV a" of "service point" of line 1 of the order

    Example: Inventory reports another service point than the order
      When provisioning reports the value "Sp 0043/kV a" of "service point" of line 1 of the order
      Then the order system receives the value "Sp 0043/kV a" of "service point" of line 1 of the order
      But the order system does not receive the value "Sp 0042/kV a" of "service point" of line 1 of the order

  @SP-07
  Rule: Where CRM and inventory share service point ids, an id reaches provisioning exactly as the CRM wrote it

    Both systems use the same ids. An id with one changed letter would name another place, or none.

    @integration
    Scenario Outline: A service point's id is handed on unchanged: <what>
      Given an order with
        | line | action | product         | service point |
        | 1    | Add    | Internet Access | <id>          |
        | 2    | Add    | Static Address  | Sp 1          |
      When the order is submitted
      And the order system asks provisioning for the order
        | line | target  |
        | 1    | network |
        | 2    | network |
      Then the order system receives the order with
        | line | service point |
        | 1    | <id>          |
        | 2    | Sp 1          |
      And provisioning is told of the order
        | line | service point |
        | 1    | <id>          |
        | 2    | Sp 1          |

      Examples:
        | what                   | id           |
        | zeros in front         | 000042       |
        | letters of both cases  | sP-Kv-a      |
        | more than one blank    | Sp  42   a   |
        | letters beyond English | Straße Ø 7/é |

  @SP-08 @integration
  Rule: Where inventory resolves service point ids itself, the integration keeps no cross-reference for them

    Only inventory knows what such an id stands for, so the integration passes it on unchanged.

    Example: A service point id that equals a line id is not translated
      Given an order "FIRST" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And the order system has order "FIRST"
      And an order "NEXT" with
        | line | action | product        | service point   |
        | 1    | Add    | Static Address | line 1 of FIRST |
      When the order system has order "NEXT" and has had it provisioned
      Then the order system receives order "NEXT" with
        | line | service point   |
        | 1    | line 1 of FIRST |
      And provisioning is told of order "NEXT"
        | line | service point   |
        | 1    | line 1 of FIRST |

    Example: The same service point id can be used by two orders
      Given an order "FIRST" with
        | line | action | product         | service point |
        | 1    | Add    | Internet Access | Sp 0042/kV a  |
      And the order system has order "FIRST"
      And an order "NEXT" with
        | line | action | product        | service point |
        | 1    | Add    | Static Address | Sp 0042/kV a  |
      When order "NEXT" is submitted
      Then the order system receives order "NEXT" with
        | line | service point |
        | 1    | Sp 0042/kV a  |
      And the order system receives order "FIRST" with
        | line | service point |
        | 1    | Sp 0042/kV a  |
