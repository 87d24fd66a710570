@crm @installed-base @order-tracking
Feature: Changes that are provisioned and not yet complete
  The network has fulfilled its part of a change; billing has not. The change can no
  longer be revised, and can still fail: until it is complete the customer has what was
  there before.

  Source: Process Sales Order Fulfillment, "About Sales Orders", the list of
  line actions.

  Background:
    Given the customer has
      | asset | product         | speed |
      | HOME  | Internet Access | 100   |

  @AC-07
  Rule: An asset is suspended once its suspension is complete, and not before

    @points-of-no-return+service-changes
    Scenario Outline: An asset is still active while its suspension is <status>
      Given a change order "PAUSE" with
        | line | action  | asset |
        | 1    | Suspend | HOME  |
      And the order system has order "PAUSE"
      When the order system reports of order "PAUSE"
        | line | status   | milestone   |
        | 1    | <status> | <milestone> |
      Then the customer has the assets
        | product         | status |
        | Internet Access | Active |

      Examples:
        | status      | milestone   |
        | PROVISIONED |             |
        | IN PROGRESS | PROVISIONED |

  @AC-08
  Rule: An asset is active again once its resumption is complete, and not before

    @points-of-no-return+service-changes
    Scenario Outline: An asset is still suspended while its resumption is <status>
      Given the customer's "HOME" is suspended
      And a change order "RESUME" with
        | line | action | asset |
        | 1    | Resume | HOME  |
      And the order system has order "RESUME"
      When the order system reports of order "RESUME"
        | line | status   | milestone   |
        | 1    | <status> | <milestone> |
      Then the customer has the assets
        | product         | status    |
        | Internet Access | Suspended |

      Examples:
        | status      | milestone   |
        | PROVISIONED |             |
        | IN PROGRESS | PROVISIONED |

  @AC-04
  Rule: An asset ends once its disconnection is complete, and not before

    @points-of-no-return+service-changes
    Scenario Outline: An asset is still there while its disconnection is <status>
      Given a change order "LEAVE" with
        | line | action | asset |
        | 1    | Delete | HOME  |
      And the order system has order "LEAVE"
      When the order system reports of order "LEAVE"
        | line | status   | milestone   |
        | 1    | <status> | <milestone> |
      Then the customer has the assets
        | product         | status |
        | Internet Access | Active |

      Examples:
        | status      | milestone   |
        | PROVISIONED |             |
        | IN PROGRESS | PROVISIONED |

  @AC-05
  Rule: An asset has its new value once the update is complete, and not before

    @points-of-no-return+modify-orders
    Scenario Outline: An asset has its former value while its update is <status>
      Given a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And the order system has order "FASTER"
      When the order system reports of order "FASTER"
        | line | status   | milestone   |
        | 1    | <status> | <milestone> |
      Then the customer has the assets
        | product         | speed |
        | Internet Access | 100   |

      Examples:
        | status      | milestone   |
        | PROVISIONED |             |
        | IN PROGRESS | PROVISIONED |

  @MO-01
  Rule: A line that is complete changes its asset once, also where it is told of again with the rest of its order

    @modify-orders+redelivery
    Example: A line that is reported complete again before its order is does not overwrite a later change
      Given a change order "BOTH" with
        | line | action | product         | asset | speed | version |
        | 1    | Update | Internet Access | HOME  | 500   |         |
        | 2    | Add    | Static Address  |       |       | v6      |
      And the order system has order "BOTH"
      And the order system reports of order "BOTH"
        | line | status   |
        | 1    | COMPLETE |
      And a change order "SLOWER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 300   |
      And order "SLOWER" is submitted and fulfilled
      When the order system reports of order "BOTH"
        | line | status      |
        | 1    | COMPLETE    |
        | 2    | IN PROGRESS |
      Then the customer has the assets
        | product         | speed |
        | Internet Access | 300   |
