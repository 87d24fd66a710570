Feature: A modify order that is changed while it is open
  A modify order is an open order like any other while it is being worked on. It can be
  revised, and past its point of no return it can have follow-on orders. If its change is
  withdrawn, the customer keeps what was installed before.

  Source: Process Sales Order Fulfillment, "About Modify Orders".

  Background:
    Given the customer has
      | asset | product         | speed | version |
      | HOME  | Internet Access | 100   |         |
      | FIXED | Static Address  |       | v4      |

  @MO-06 @installed-base @order-tracking
  Rule: A modify order may be revised by a supplemental order

    Background:
      Given a change order "FASTER" with
        | line | action | asset | speed | version |
        | 1    | Update | HOME  | 500   |         |
        | 2    | Update | FIXED |       | v6      |

    @oms
    Example: A revised modify order is fulfilled with the revised value
      Given order "FASTER" is held at provisioning
      When order "FASTER" is revised to
        | line | action | asset | speed | version |
        | 1    | Update | HOME  | 900   |         |
        | 2    | Update | FIXED |       | v6      |
      And provisioning completes order "FASTER"
      Then order "FASTER" is complete
      And provisioning has
        | asset | speed | version |
        | HOME  | 900   |         |
        | FIXED |       | v6      |

    @oms @withdrawal-absent
    Example: A withdrawn update leaves the asset as it was before the modify order
      Given order "FASTER" is held at provisioning
      When order "FASTER" is revised to
        | line | action | asset | version |
        | 2    | Update | FIXED | v6      |
      And provisioning completes order "FASTER"
      Then order "FASTER" is complete
      And provisioning has
        | asset | speed | version |
        | HOME  | 100   |         |
        | FIXED |       | v6      |
      And the number of assets charged is two

    @crm
    Example: The CRM submits the revision of a modify order under the same number and for the same asset
      Given order "FASTER" is held at provisioning
      When order "FASTER" is revised to
        | line | action | asset | speed | version |
        | 1    | Update | HOME  | 900   |         |
        | 2    | Update | FIXED |       | v6      |
      Then order "FASTER" is queued two times
      And the queue holds the lines of order "FASTER"
        | line | action | asset | speed |
        | 1    | Update | HOME  | 900   |

    @crm
    Example: In the CRM a withdrawn update leaves the asset as it was
      Given order "FASTER" is held at provisioning
      When order "FASTER" is revised to
        | line | action | asset | version |
        | 2    | Update | FIXED | v6      |
      And the order system reports of order "FASTER"
        | line | status   |
        | 2    | COMPLETE |
      Then order "FASTER" is queued two times
      And line 1 of order "FASTER" is not queued with action "Delete"
      And the customer has the assets
        | product         | speed | version |
        | Internet Access | 100   |         |
        | Static Address  |       | v6      |

    @oms @withdrawal-absent @whole-lines
    Example: A withdrawn disconnection leaves a suspended asset suspended
      Given the customer's "HOME" is suspended
      And a change order "LEAVING" with
        | line | action | asset |
        | 1    | Delete | HOME  |
        | 2    | Delete | FIXED |
      And order "LEAVING" is held at provisioning
      When order "LEAVING" is revised to
        | line | action | asset |
        | 2    | Delete | FIXED |
      And provisioning completes order "LEAVING"
      Then order "LEAVING" is complete
      And provisioning has
        | asset | speed | status    |
        | HOME  | 100   | suspended |

  @MO-07 @installed-base @order-tracking
  Rule: A modify order past its point of no return may be changed by a follow-on order

    Background:
      Given a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And order "FASTER" is held at provisioning past its points of no return
      And a change order "FASTEST" with
        | line | action | asset | speed | depends on       |
        | 1    | Update | HOME  | 900   | line 1 of FASTER |

    @oms
    Example: A follow-on order waits for the modify order, although the asset is installed already
      When order "FASTEST" is submitted
      Then no work has started on order "FASTEST"

    @oms
    Example: A follow-on order is fulfilled once the modify order is complete
      When order "FASTEST" is submitted
      And provisioning completes order "FASTER"
      And provisioning completes order "FASTEST"
      Then order "FASTEST" is complete
      And provisioning has
        | asset | speed |
        | HOME  | 900   |

    @crm
    Example: The CRM submits a follow-on order that depends on the modify order's line, not on the first order's
      When order "FASTEST" is submitted
      Then the queue holds the lines of order "FASTEST"
        | line | action | asset | speed | depends on       |
        | 1    | Update | HOME  | 900   | line 1 of FASTER |

    @crm
    Example: In the CRM the asset has the follow-on order's value in the end
      When order "FASTEST" is submitted
      And the order system reports of order "FASTER"
        | line | status   |
        | 1    | COMPLETE |
      And the order system reports of order "FASTEST"
        | line | status   |
        | 1    | COMPLETE |
      Then the customer has the assets
        | product         | speed |
        | Internet Access | 900   |
        | Static Address  |       |
