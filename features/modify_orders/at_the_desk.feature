Feature: Modify orders at the desk
  A customer can have an installed asset changed. The order that brought the asset stays
  as it is. The new order names the asset, so that nobody takes the change for a second
  sale.

  Source: Process Sales Order Fulfillment, "About Modify Orders".

  Background:
    Given an order "FIRST" with
      | line | action | product         | asset | site           | speed | upload | version |
      | 1    | Add    | Internet Access | HOME  | 12 Mill Lane   | 100   | 20     |         |
      | 2    | Add    | Static Address  | FIXED | 3 Harbour Road |       |        | v4      |

  @MO-01 @installed-base @order-tracking @crm
  Rule: A modify order changes what a complete order left, and leaves that order as it is

    Background:
      Given order "FIRST" is submitted and fulfilled
      And a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |

    Example: A modify order is an order of its own, and the first order stays complete
      When order "FASTER" is submitted
      Then order "FASTER" is queued once
      And order "FIRST" is queued once
      And order "FIRST" is complete

    Example: The first order still shows what was ordered then
      When order "FASTER" is submitted and fulfilled
      Then the desk shows the lines of order "FIRST"
        | line | product         | action | speed | upload |
        | 1    | Internet Access | Add    | 100   | 20     |
      But the customer has the assets
        | product         | speed | version |
        | Internet Access | 500   |         |
        | Static Address  |       | v4      |

  @MO-02 @installed-base @order-tracking @crm
  Rule: The lines of a modify order name assets that the customer has, and no other asset is changed

    Background:
      Given order "FIRST" is submitted and fulfilled

    Example: The line of a modify order names the asset and is no Add
      Given a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      When order "FASTER" is submitted
      Then the queue holds the lines of order "FASTER"
        | line | action | asset | product         | speed |
        | 1    | Update | HOME  | Internet Access | 500   |

    Example: An update makes no further asset and leaves the other asset alone
      Given a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      When order "FASTER" is submitted and fulfilled
      Then the customer has the assets
        | product         | speed | upload | version |
        | Internet Access | 500   | 20     |         |
        | Static Address  |       |        | v4      |

    Example: A deletion ends only the asset that it names
      Given a change order "LESS" with
        | line | action | asset |
        | 1    | Delete | HOME  |
      When order "LESS" is submitted
      Then the queue holds the lines of order "LESS"
        | line | action | asset |
        | 1    | Delete | HOME  |
      When the order system reports of order "LESS"
        | line | status   |
        | 1    | COMPLETE |
      Then the customer has the assets
        | product        | version |
        | Static Address | v4      |

    Example: Of two assets of one product, only the named one is updated
      Given the customer has
        | line | action | product         | asset  | site         | speed |
        | 1    | Add    | Internet Access | OFFICE | 7 Church Way | 100   |
      And a change order "FASTER" with
        | line | action | asset  | speed |
        | 1    | Update | OFFICE | 500   |
      When order "FASTER" is submitted and fulfilled
      Then the queue holds the lines of order "FASTER"
        | line | action | asset  | speed |
        | 1    | Update | OFFICE | 500   |
      And the customer has the assets
        | asset  | product         | site           | speed |
        | HOME   | Internet Access | 12 Mill Lane   | 100   |
        | OFFICE | Internet Access | 7 Church Way   | 500   |
        | FIXED  | Static Address  | 3 Harbour Road |       |
