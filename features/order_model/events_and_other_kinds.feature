Feature: Lines for pricing events and for other kinds of product
  A film rental is charged by the month and by the viewing; each of these pricing events
  has a line. Orders are made of simple and customizable products, bundles, promotions and
  discounts. Some day a company sells a product of another kind, such as a router that is
  equipment: the rest of the order must still be fulfilled.

  Source: Process Sales Order Fulfillment, "About Sales Orders".

  @OM-07
  Rule: A product that is billed by several events has a line for each pricing event

    @oms
    Example: Each pricing event is billed
      Given an order on the "Household Price List" with
        | line | action | product                 | price list          |
        | 1    | Add    | Film Rental             | Consumer Price List |
        | 1.1  | Add    | Film Rental Monthly Fee | Consumer Price List |
        | 1.2  | Add    | Film Rental Viewing Fee | Seasonal Price List |
      When the order is submitted
      Then billing charges for the order
        | line | product                 | price list          |
        | 1.1  | Film Rental Monthly Fee | Consumer Price List |
        | 1.2  | Film Rental Viewing Fee | Seasonal Price List |

    @oms
    Example: A pricing event is not provisioned
      Given an order with
        | line | action | product                 |
        | 1    | Add    | Film Rental             |
        | 1.1  | Add    | Film Rental Monthly Fee |
      When the order is submitted
      Then the order is complete
      But provisioning is told nothing about line 1.1 of the order

    @integration
    Example: The line of each pricing event reaches the order system and billing
      Given an order with
        | line | action | product                 |
        | 1    | Add    | Film Rental             |
        | 1.1  | Add    | Film Rental Monthly Fee |
        | 1.2  | Add    | Film Rental Viewing Fee |
      When the order is submitted
      And the order system asks billing for the order
        | line | price list          |
        | 1.1  | Consumer Price List |
        | 1.2  | Seasonal Price List |
      Then the order system receives the order with
        | line | product                 |
        | 1.1  | Film Rental Monthly Fee |
        | 1.2  | Film Rental Viewing Fee |
      And billing charges for the order
        | line | product                 | price list          |
        | 1.1  | Film Rental Monthly Fee | Consumer Price List |
        | 1.2  | Film Rental Viewing Fee | Seasonal Price List |

    @crm
    Example: The CRM submits each pricing event on a line below its product
      Given an order with
        | line | action | product                 |
        | 1    | Add    | Film Rental             |
        | 1.1  | Add    | Film Rental Monthly Fee |
        | 1.2  | Add    | Film Rental Viewing Fee |
      When the order is submitted
      Then the queue holds the lines of the order
        | line | action | product                 | component of |
        | 1    | Add    | Film Rental             |              |
        | 1.1  | Add    | Film Rental Monthly Fee | 1            |
        | 1.2  | Add    | Film Rental Viewing Fee | 1            |

  @OM-08
  Rule: A product of another kind than those on the list is fulfilled, or its own line fails

    @oms
    Example: A product of another kind does not stop the other lines of its order
      Given an order on the "Household Price List" with
        | line | action | product         | price list          |
        | 1    | Add    | Home Router     | Consumer Price List |
        | 2    | Add    | Internet Access | Consumer Price List |
      When the order is submitted
      Then billing charges for the order
        | line | product         | price list          |
        | 2    | Internet Access | Consumer Price List |
      And line 1 of the order is complete or fallen out

    @integration
    Example: A product of another kind is handed on with the other lines, or its own line fails
      Given an order with
        | line | action | product         |
        | 1    | Add    | Home Router     |
        | 2    | Add    | Internet Access |
      When the order is submitted
      Then the order system receives the order with
        | line | product         |
        | 2    | Internet Access |
      And line 1 of the order reaches the order system or falls out

    @integration
    Example: A kind of product that nobody has heard of is handed on, or its own line fails
      Given an order with
        | line | action | product         | subject           |
        | 1    | Add    | Home Router     | loan of a product |
        | 2    | Add    | Internet Access |                   |
      When the order is submitted
      Then the order system receives the order with
        | line | product         |
        | 2    | Internet Access |
      And line 1 of the order reaches the order system or falls out
