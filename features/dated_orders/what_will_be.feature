Feature: What a future-dated order will change
  An order for next month changes nothing today. But whoever takes the customer's next
  order has to see what the customer will have by then, and must not treat it as
  installed.

  Source: Process Sales Order Fulfillment, "About Future-Dated Orders".

  @FD-05 @installed-base @order-tracking @crm
  Rule: The CRM shows in a projection what a future-dated order will change, and leaves the assets as they are

    Background:
      Given the customer has
        | asset | product         | speed | upload |
        | HOME  | Internet Access | 100   | 20     |

    Example: The projection shows the value after a future-dated update, and the asset has the value of today
      Given a change order "FASTER" for "in 5 days" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      When order "FASTER" is submitted
      Then the desk lists the projected assets of the customer
        | product         | speed | upload |
        | Internet Access | 500   | 20     |
      But the customer has the assets
        | product         | speed | upload |
        | Internet Access | 100   | 20     |

    Example: The projection shows an asset that a future-dated order will add, and the customer does not have it yet
      Given a change order "MORE" for "in 5 days" with
        | line | action | product        | version |
        | 1    | Add    | Static Address | v4      |
      When order "MORE" is submitted
      Then the desk lists the projected assets of the customer
        | product         | speed | version |
        | Internet Access | 100   |         |
        | Static Address  |       | v4      |
      But the customer has the assets
        | product         | speed |
        | Internet Access | 100   |

    Example: The projection leaves out an asset that an open order without a date will end
      Given a change order "LESS" with
        | line | action | asset |
        | 1    | Delete | HOME  |
      When order "LESS" is submitted
      Then the desk lists the projected assets of the customer
        | product |

    Example: The projection leaves out an asset that a future-dated order will end, and the customer still has it
      Given a change order "LESS" for "in 5 days" with
        | line | action | asset |
        | 1    | Delete | HOME  |
      When order "LESS" is submitted
      Then the desk lists the projected assets of the customer
        | product |
      But the customer has the assets
        | product         | speed |
        | Internet Access | 100   |

    Example: Projection and asset are equal once the future-dated order is complete
      Given a change order "FASTER" for "in 5 days" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      When order "FASTER" is submitted and fulfilled
      Then the desk lists the projected assets of the customer
        | product         | speed | upload |
        | Internet Access | 500   | 20     |
      And the customer has the assets
        | product         | speed | upload |
        | Internet Access | 500   | 20     |

    Example: An order for today does not take over values from a future-dated order
      Given a change order "FASTER" for "in 5 days" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And a change order "WIDER" with
        | line | action | asset | upload |
        | 1    | Update | HOME  | 50     |
      When order "FASTER" is submitted
      And order "WIDER" is submitted
      Then line 1 of order "WIDER" is not queued with speed "500"
      And the desk lists the projected assets of the customer
        | product         | speed |
        | Internet Access | 500   |
