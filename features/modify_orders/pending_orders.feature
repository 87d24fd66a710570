Feature: Pending change orders
  A sales representative begins a change, is called away, and submits it weeks later.
  Meanwhile the customer's assets have changed. The late change must not bring old values
  back.

  Source: Process Sales Order Fulfillment, "Assumptions and Constraints".

  Background:
    Given the customer has
      | asset | product         | speed | upload | version | quantity |
      | HOME  | Internet Access | 100   | 20     |         |          |
      | FIXED | Static Address  |       |        | v4      | 1        |
    And a change order "PENDING" with
      | line | action | asset | speed | version |
      | 1    | Update | HOME  | 500   |         |
      | 2    | Update | FIXED |       | v6      |

  @PD-01 @installed-base @order-tracking @crm
  Rule: A pending change order is brought up to date with the installed assets before it is submitted

    Example: A value that the user left alone is queued as the asset has it now
      Given a change order "SOONER" with
        | line | action | asset | upload |
        | 1    | Update | HOME  | 50     |
      When order "SOONER" is submitted and fulfilled
      And order "PENDING" is submitted
      Then line 1 of order "PENDING" is not queued with upload "20"
      And the queue holds the lines of order "PENDING"
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |

    Example: The customer has both changes after a pending order and an order submitted before it
      Given a change order "SOONER" with
        | line | action | asset | upload |
        | 1    | Update | HOME  | 50     |
      When order "SOONER" is submitted and fulfilled
      And order "PENDING" is submitted and fulfilled
      Then the customer has the assets
        | product         | speed | upload | version | quantity |
        | Internet Access | 500   | 50     |         |          |
        | Static Address  |       |        | v6      | 1        |

    Example: A value that the user changed is queued as entered, or the desk objects
      Given a change order "SOONER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 300   |
      When order "SOONER" is submitted and fulfilled
      And order "PENDING" is submitted
      Then line 1 of order "PENDING" is queued with "speed" "500", or the desk objects

    Example: The desk objects to a pending order whose asset is gone
      Given a change order "SOONER" with
        | line | action | asset |
        | 1    | Delete | HOME  |
      When order "SOONER" is submitted and fulfilled
      And order "PENDING" is submitted
      Then the desk objects to order "PENDING"

  @PD-02 @installed-base @order-tracking @crm
  Rule: Every CRM brings pending orders up to date itself and does not leave that to the systems after it

    Example: Every line of a pending order is brought up to date, and not only the first
      Given a change order "SOONER" with
        | line | action | asset | quantity |
        | 1    | Update | FIXED | 4        |
      When order "SOONER" is submitted and fulfilled
      And order "PENDING" is submitted
      Then line 2 of order "PENDING" is not queued with quantity "1"
      And the queue holds the lines of order "PENDING"
        | line | action | asset | version |
        | 2    | Update | FIXED | v6      |

    Example: A pending order that was saved again is still brought up to date
      Given a change order "SOONER" with
        | line | action | asset | upload |
        | 1    | Update | HOME  | 50     |
      When order "PENDING" is saved again
      And order "SOONER" is submitted and fulfilled
      And order "PENDING" is submitted
      Then line 1 of order "PENDING" is not queued with upload "20"
      And the queue holds the lines of order "PENDING"
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |

    Example: A pending follow-on order is brought up to date with the assets of its complete base order
      Given an order "BASE" with
        | line | action | product         | asset | speed | upload |
        | 1    | Add    | Internet Access | NEW   | 100   | 20     |
      And the order system has order "BASE" past its points of no return
      And a change order "FOLLOWING" with
        | line | action | asset | speed | depends on     |
        | 1    | Update | NEW   | 500   | line 1 of BASE |
      When the order system reports of order "BASE"
        | line | status      | upload |
        | 1    | IN PROGRESS | 50     |
      And order "FOLLOWING" is submitted
      Then line 1 of order "FOLLOWING" is not queued with upload "20"
