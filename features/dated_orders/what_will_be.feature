Feature: What a dated order will make of an asset
  An order for next month changes nothing today. But whoever takes the next order has
  to see what the customer will have by then, and must not sell it as if it were there.

  Source: Process Sales Order Fulfillment, "About Future-Dated Orders".

  @FD-05 @installed-base @order-tracking @crm
  Rule: The CRM projects what a future-dated order will make of an asset

    Background:
      Given the customer has
        | asset | product         | speed | upload |
        | HOME  | Internet Access | 100   | 20     |

    Example: The desk shows what a dated order will change, and the asset as it is today
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

    Example: What will come is projected, and not there
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

    Example: What an order without a date takes away is projected to be gone as well
      Given a change order "LESS" with
        | line | action | asset |
        | 1    | Delete | HOME  |
      When order "LESS" is submitted
      Then the desk lists the projected assets of the customer
        | product |

    Example: What will go is projected to be gone, and still there
      Given a change order "LESS" for "in 5 days" with
        | line | action | asset |
        | 1    | Delete | HOME  |
      When order "LESS" is submitted
      Then the desk lists the projected assets of the customer
        | product |
      But the customer has the assets
        | product         | speed |
        | Internet Access | 100   |

    Example: Once the order is complete, projection and asset are one
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

    Example: An order for today does not start from what will be
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
