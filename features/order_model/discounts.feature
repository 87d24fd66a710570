Feature: Discounts on an order
  A customer who is promised a discount wants to see it on the bill. A discount is sold
  like any product: it has a line of its own, and can be ended by itself.

  Source: Process Sales Order Fulfillment, "About Sales Orders".

  @OM-06
  Rule: A discount is a simple product on a line of its own

    @oms
    Example: A discount takes the header's price list and is billed like any simple product
      Given an order on the "Household Price List" with
        | line | action | product          | price list          |
        | 1    | Add    | Internet Access  | Consumer Price List |
        | 2    | Add    | Loyalty Discount |                     |
      When the order is submitted
      Then billing charges for the order
        | line | product          | price list           |
        | 1    | Internet Access  | Consumer Price List  |
        | 2    | Loyalty Discount | Household Price List |

    @oms
    Example: A discount is ended by itself
      Given the customer has
        | asset   | product          |
        | HOME    | Internet Access  |
        | REBATED | Loyalty Discount |
      And a change order with
        | line | action | asset   |
        | 1    | Delete | REBATED |
      When the order is submitted and fulfilled
      Then billing has
        | asset   | charge |
        | REBATED | none   |
        | HOME    | active |

    @integration
    Example: A discount reaches the order system and billing on its own line
      Given an order with
        | line | action | product          | price list          |
        | 1    | Add    | Internet Access  | Consumer Price List |
        | 2    | Add    | Loyalty Discount |                     |
      When the order is submitted
      And the order system asks billing for the order
        | line | price list           |
        | 2    | Household Price List |
      Then the order system receives the order with
        | line | action | product          | price list |
        | 2    | Add    | Loyalty Discount |            |
      And billing charges for the order
        | line | product          | price list           |
        | 2    | Loyalty Discount | Household Price List |

    @crm
    Example: The CRM submits a discount on its own line
      Given an order with
        | line | action | product          |
        | 1    | Add    | Internet Access  |
        | 2    | Add    | Loyalty Discount |
      When the order is submitted
      Then the queue holds the lines of the order
        | line | action | product          | component of |
        | 1    | Add    | Internet Access  |              |
        | 2    | Add    | Loyalty Discount |              |

    @crm @installed-base @order-tracking
    Example: A discount is an asset of its own in the CRM and is ended by itself
      Given the customer has
        | asset   | product          |
        | HOME    | Internet Access  |
        | REBATED | Loyalty Discount |
      And a change order with
        | line | action | asset   |
        | 1    | Delete | REBATED |
      When the order is submitted and fulfilled
      Then the customer has the assets
        | product         |
        | Internet Access |
