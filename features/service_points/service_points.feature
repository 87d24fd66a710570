Feature: Service points in the CRM
  A service point is where a service reaches the customer, such as a plug in the wall or a
  box in the street. It is there before and after the service. The CRM keeps service
  points as assets, so that an order can name one.

  Source: Process Sales Order Fulfillment, "Assumptions and Constraints".

  @SP-01 @kept-service-points @crm
  Rule: The CRM keeps service points as assets, which orders refer to and nobody buys

    Example: The desk shows a service point as an asset
      Then the desk shows the service point of the customer as an asset
      And the desk shows the service point of the account "Neighbour" as an asset

    Example: An order names the service point
      Given an order with
        | line | action | product         | service point |
        | 1    | Add    | Internet Access | Customer      |
      When the order is submitted
      Then the queue holds the lines of the order
        | line | action | product         | service point |
        | 1    | Add    | Internet Access | Customer      |

    @installed-base @order-tracking
    Example: A service point is not added to the customer's assets when the service is ordered
      Given an order with
        | line | action | product         | service point |
        | 1    | Add    | Internet Access | Customer      |
      When the order is submitted and fulfilled
      Then the customer has the assets
        | product         |
        | Internet Access |

    @installed-base @order-tracking
    Example: A service point stays when its service ends
      Given the customer has
        | line | action | product         | asset | service point |
        | 1    | Add    | Internet Access | HOME  | Customer      |
      And an order "CHANGE" with
        | line | action | asset |
        | 1    | Delete | HOME  |
      When order "CHANGE" is submitted and fulfilled
      Then the customer has no assets
      But the desk shows the service point of the customer as an asset
