Feature: Splitting an order for provisioning
  One order may need the network, the warehouse and a technician. Order management splits
  it, gives each system its part, and follows all parts. No other system sends work to
  provisioning, or the same work could be done twice.

  In the catalogue Internet Access and Static Address are provisioned by the network,
  Handset by the warehouse, Installation by field service. Loyalty Discount is not
  provisioned.

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
  Rule: The CRM's orders go to central order management, and only order management sends work to provisioning

    @oms
    Example: Order management has an accepted order provisioned
      When the order is submitted
      Then the order is complete
      And provisioning is asked for exactly this work on the order
        | line | target        |
        | 1    | network       |
        | 2    | warehouse     |
        | 3    | field service |
        | 4    | network       |

    @oms
    Example: Order management does not have a refused order provisioned
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
    Example: The integration hands an order to order management only
      Given an order "NEXT" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When order "NEXT" is submitted
      And the order is submitted
      Then the order system receives order "NEXT" once
      And the order system receives the order once
      And provisioning is told nothing about the order

    @crm
    Example: The CRM puts an order on the queue only
      When the order is submitted
      Then the order is queued once
      And provisioning is told nothing about the order

  @PV-02 @oms
  Rule: Order management splits an order into components, at least one for each provisioning system, and loses no part of it

    Example: Each line's work is in one component, for the system that provisions it
      When the order is submitted
      Then provisioning is asked for exactly this work on the order
        | line | target        |
        | 1    | network       |
        | 2    | warehouse     |
        | 3    | field service |
        | 4    | network       |

    Example: A product and its component can be provisioned by two systems
      Given an order "PHONE" with
        | line | action | product           |
        | 1    | Add    | Telephone Service |
        | 1.1  | Add    | Installation      |
      When order "PHONE" is submitted
      Then provisioning is asked for exactly this work on order "PHONE"
        | line | target        |
        | 1    | network       |
        | 1.1  | field service |
