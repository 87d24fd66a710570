Feature: Values that are reported late of a base line
  A follow-on order changes what a base line has brought. What is reported of that line
  once both orders are complete comes too late for it.

  Source: Process Sales Order Fulfillment, "About Follow-On Orders".

  @FO-11 @installed-base @order-tracking @crm
  Rule: Late news of a base line does not overwrite the values of its follow-on order

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | speed | upload |
        | 1    | Add    | Internet Access | HOME  | 100   | 20     |
        | 2    | Add    | Static Address  |       |       |        |
      And the order system has order "BASE" past its points of no return
      And a change order "FASTER" with
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 500   | line 1 of BASE |

    @follow-ons+filled-in-data
    Example: A value that is reported late of a complete base order changes nothing
      When order "FASTER" is submitted
      And the order system reports the status "COMPLETE" of order "BASE"
      And the order system reports the status "COMPLETE" of order "FASTER"
      And the order system reports the value "100" of "speed" of line 1 of order "BASE"
      Then the customer has the assets
        | product         | speed | upload |
        | Internet Access | 500   | 20     |
        | Static Address  |       |        |
