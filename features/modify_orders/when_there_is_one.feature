Feature: When a modify order is possible
  A modify order starts from what an earlier order left. While that earlier order is open,
  nobody knows what it will leave. The customer then needs a follow-on order, or has to
  wait.

  Source: Process Sales Order Fulfillment, "About Modify Orders".

  Background:
    Given an order "FIRST" with
      | line | action | product         | asset | site           | speed | upload | version |
      | 1    | Add    | Internet Access | HOME  | 12 Mill Lane   | 100   | 20     |         |
      | 2    | Add    | Static Address  | FIXED | 3 Harbour Road |       |        | v4      |

  @MO-03 @installed-base @order-tracking @crm
  Rule: A modify order is possible only when the order behind it has been both fulfilled and provisioned

    Scenario Outline: An asset that is not installed yet is changed by a follow-on order or not at all: the order is <so far>
      Given order "FIRST" is held at provisioning
      When the order system reports of order "FIRST"
        | line | status      | milestone   |
        | 1    | IN PROGRESS | <milestone> |
        | 2    | IN PROGRESS | ACTIVATED   |
      And a user submits order "FASTER" to set "speed" to "500" on the projected asset of line 1 of order "FIRST"
      Then line 1 of order "FASTER" is not queued without base line
      And the customer has no assets

      Examples:
        | so far                             | milestone |
        | begun                              |           |
        | designed                           | DESIGNED  |
        | provisioned, and not fulfilled yet | ACTIVATED |
        | billed, and not provisioned yet    | BILLED    |

    Example: The CRM submits a modify order once the first order is fulfilled and provisioned
      Given order "FIRST" is submitted and fulfilled
      And a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      When order "FASTER" is submitted
      Then the queue holds the lines of order "FASTER"
        | line | action | asset | speed | depends on |
        | 1    | Update | HOME  | 500   |            |

    Example: A complete line does not make a modify order possible for another line that is open
      Given order "FIRST" is held at provisioning
      When the order system reports of order "FIRST"
        | line | status      |
        | 1    | IN PROGRESS |
        | 2    | COMPLETE    |
      And a user submits order "FASTER" to set "speed" to "500" on the projected asset of line 1 of order "FIRST"
      Then line 1 of order "FASTER" is not queued without base line
      And the customer has no assets at "12 Mill Lane"

    Example: A second change of an asset depends on the open first change, or is refused
      Given order "FIRST" is submitted and fulfilled
      And a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And the order system has order "FASTER" past its points of no return
      And a change order "WIDER" with
        | line | action | asset | upload |
        | 1    | Update | HOME  | 50     |
      When order "WIDER" is submitted
      Then line 1 of order "WIDER" is not queued without base line
