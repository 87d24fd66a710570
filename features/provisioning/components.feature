Feature: An order is taken apart for those who provision it
  One order may need the network, the warehouse and a technician. Order management
  takes it apart, gives each his part, and keeps it all together; nobody else sends
  work to provisioning, or two hands would work on one order.

  In the catalogue Internet Access and Static Address are provisioned by the network,
  Handset by the warehouse, Installation by field service, Loyalty Discount by nobody.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning".

  Background:
    Given an order with
      | line | action | product          |
      | 1    | Add    | Internet Access  |
      | 2    | Add    | Handset          |
      | 3    | Add    | Installation     |
      | 4    | Add    | Static Address   |
      | 5    | Add    | Loyalty Discount |

  @PV-01
  Rule: What the CRM wants fulfilled goes to central order management, never straight to provisioning

    @oms
    Example: What order management takes in, it has provisioned
      When the order is submitted
      Then the order is complete
      And for the order exactly this is asked of provisioning
        | line | target        |
        | 1    | network       |
        | 2    | warehouse     |
        | 3    | field service |
        | 4    | network       |

    @oms
    Example: Only what order management has taken in is provisioned
      Given an order "NOBODY" with header
        | account | price list           |
        |         | Household Price List |
      And its lines are
        | line | action | product         | price list          |
        | 1    | Add    | Internet Access | Consumer Price List |
      When order "NOBODY" is submitted
      Then order "NOBODY" is refused or fallen out
      And provisioning is told nothing about order "NOBODY"

    @integration
    Example: An order goes to order management, and to nobody else
      Given an order "NEXT" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When order "NEXT" is submitted
      And the order is submitted
      Then the order system receives order "NEXT" once
      And the order system receives the order once
      And provisioning is told nothing about the order

    @crm
    Example: An order goes to the queue, and nowhere else
      When the order is submitted
      Then the order is queued once
      And provisioning is told nothing about the order

  @PV-02 @oms
  Rule: An order is taken apart into components, one or more for each system, which together are the whole of it

    Example: Each line's work is in a component of its system, and once
      When the order is submitted
      Then for the order exactly this is asked of provisioning
        | line | target        |
        | 1    | network       |
        | 2    | warehouse     |
        | 3    | field service |
        | 4    | network       |

    Example: A product and its component can be the work of two systems
      Given an order "PHONE" with
        | line | action | product           |
        | 1    | Add    | Telephone Service |
        | 1.1  | Add    | Installation      |
      When order "PHONE" is submitted
      Then for order "PHONE" exactly this is asked of provisioning
        | line | target        |
        | 1    | network       |
        | 1.1  | field service |
