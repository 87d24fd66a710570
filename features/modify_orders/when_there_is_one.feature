Feature: When there can be a modify order
  A modify order starts from what an earlier order left behind. While that order
  is under way nobody knows yet what it will leave: what the customer wants then
  is a follow-on order, or has to wait.

  Source: Process Sales Order Fulfillment, "About Modify Orders".

  Background:
    Given an order "FIRST" with
      | line | action | product         | asset | site           | speed | upload | version |
      | 1    | Add    | Internet Access | HOME  | 12 Mill Lane   | 100   | 20     |         |
      | 2    | Add    | Static Address  | FIXED | 3 Harbour Road |       |        | v4      |

  @MO-03 @installed-base @order-tracking @crm
  Rule: There is no modify order before the order behind it has been both fulfilled and provisioned

    Scenario Outline: What is not there yet is changed by a follow-on order or not at all: the order is <so far>
      Given order "FIRST" is held at provisioning
      When the order system reports of order "FIRST"
        | line | status      | milestone   |
        | 1    | IN PROGRESS | <milestone> |
      And a user submits order "FASTER" to set "speed" to "500" on what line 1 of order "FIRST" will leave
      Then line 1 of order "FASTER" is not queued without base line
      And the customer has no assets

      Examples:
        | so far                             | milestone |
        | begun                              |           |
        | designed                           | DESIGNED  |
        | provisioned, and not fulfilled yet | ACTIVATED |
        | billed, and not provisioned yet    | BILLED    |

    Example: Once the first order is fulfilled and provisioned, its asset can be changed
      Given order "FIRST" is submitted and fulfilled
      And a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      When order "FASTER" is submitted
      Then the queue holds the lines of order "FASTER"
        | line | action | asset | speed | depends on |
        | 1    | Update | HOME  | 500   |            |

    Example: What counts is the line that is to be changed, complete while the other is not
      Given order "FIRST" is held at provisioning
      When the order system reports of order "FIRST"
        | line | status      |
        | 1    | IN PROGRESS |
        | 2    | COMPLETE    |
      And a user submits order "FASTER" to set "speed" to "500" on what line 1 of order "FIRST" will leave
      Then line 1 of order "FASTER" is not queued without base line
      And the customer has no assets at "12 Mill Lane"

    Example: While one change of an asset is under way, a second one waits for it, or is not possible
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
