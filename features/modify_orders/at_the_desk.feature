Feature: Modify orders at the desk
  A customer who has what was ordered can have it changed. The order that brought
  it is history and stays as it is; the new order speaks of the assets by name, so
  that nobody takes a change for a second sale.

  Source: Process Sales Order Fulfillment, "About Modify Orders".

  Background:
    Given an order "FIRST" with
      | line | action | product         | asset | site           | speed | upload | version |
      | 1    | Add    | Internet Access | HOME  | 12 Mill Lane   | 100   | 20     |         |
      | 2    | Add    | Static Address  | FIXED | 3 Harbour Road |       |        | v4      |

  @MO-01
  Rule: A modify order changes what a complete order left, and leaves that order as it is

    Background:
      Given order "FIRST" has been fulfilled
      And a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |

    @crm
    Example: It is an order of its own, and the first one is still complete
      When order "FASTER" is submitted
      Then order "FASTER" is queued once
      And order "FIRST" is queued once
      And order "FIRST" is complete

    @crm
    Example: What the first order says stays what was ordered then
      When order "FASTER" is submitted and fulfilled
      Then the desk shows the lines of order "FIRST"
        | line | product         | action | speed | upload |
        | 1    | Internet Access | Add    | 100   | 20     |
      But the customer has the assets
        | product         | speed | version |
        | Internet Access | 500   |         |
        | Static Address  |       | v4      |

  @MO-02
  Rule: Its lines speak of assets that the customer has, and no other asset is touched

    Background:
      Given order "FIRST" has been fulfilled

    @crm
    Example: The line names the asset, and is no Add
      Given a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      When order "FASTER" is submitted
      Then the queue holds the lines of order "FASTER"
        | line | action | asset | product         | speed |
        | 1    | Update | HOME  | Internet Access | 500   |

    @crm
    Example: An update makes no further asset, and leaves its neighbour alone
      Given a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      When order "FASTER" is submitted and fulfilled
      Then the customer has the assets
        | product         | speed | upload | version |
        | Internet Access | 500   | 20     |         |
        | Static Address  |       |        | v4      |

    @crm
    Example: A deletion ends the one asset that it names
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

  @MO-03
  Rule: There is no modify order before the order behind it has been both fulfilled and provisioned

    @crm
    Scenario Outline: What is not there yet is changed by a follow-on order or not at all: the order is <so far>
      Given order "FIRST" is in progress, held at provisioning
      When the order system reports of order "FIRST"
        | line | status      | milestone   |
        | 1    | IN PROGRESS | <milestone> |
      And a user tries to update "speed" of what line 1 of order "FIRST" will leave to "500", as order "FASTER"
      Then line 1 of order "FASTER" is not queued without base line
      And the customer has no assets

      Examples:
        | so far                             | milestone |
        | begun                              |           |
        | designed                           | DESIGNED  |
        | provisioned, and not fulfilled yet | ACTIVATED |

    @crm
    Example: Once it is both, the asset is there and is changed as it is
      Given order "FIRST" has been fulfilled
      And a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      When order "FASTER" is submitted
      Then the queue holds the lines of order "FASTER"
        | line | action | asset | speed | depends on |
        | 1    | Update | HOME  | 500   |            |

    @crm
    Example: What counts is the line that is to be changed, complete while the other is not
      Given order "FIRST" is in progress, held at provisioning
      When the order system reports of order "FIRST"
        | line | status      |
        | 1    | IN PROGRESS |
        | 2    | COMPLETE    |
      And a user tries to update "speed" of what line 1 of order "FIRST" will leave to "500", as order "FASTER"
      Then line 1 of order "FASTER" is not queued without base line
      And the customer has no asset at "12 Mill Lane"
