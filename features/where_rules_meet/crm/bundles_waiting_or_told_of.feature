Feature: Bundles whose components fail, wait or get values
  An order for a bundle is one order, but its components progress separately: one is
  complete, another has failed, a third gets an assigned value.

  Source: Process Sales Order Fulfillment, "About Sales Orders"; Siebel Order
  Management Guide, "Scenario for Order Management".

  @AS-01 @installed-base @order-tracking @crm
  Rule: A component becomes an asset when it is complete, whatever is reported of its bundle

    Background:
      Given an order with
        | line | action | product           | site           |
        | 1    | Add    | Home Starter Pack | 12 Mill Lane   |
        | 1.1  | Add    | Internet Access   | 12 Mill Lane   |
        | 1.2  | Add    | Static Address    | 3 Harbour Road |
      And the order system has the order

    @bundles+failures
    Example: A failed component is no asset while its bundle and the other component are complete
      When the order system reports a fallout of line 1.2 of the order
      And the order system reports of the order
        | line | status   |
        | 1    | COMPLETE |
        | 1.1  | COMPLETE |
      Then the customer has no assets at "3 Harbour Road"

    @bundles+failures
    Example: A failed component becomes an asset when it is done after all
      When the order system reports a fallout of line 1.2 of the order
      And the order system reports of the order
        | line | status   |
        | 1    | COMPLETE |
        | 1.1  | COMPLETE |
      And the order system reports the end of the fallout of line 1.2 of the order
      And the order system reports of the order
        | line | status   |
        | 1.2  | COMPLETE |
      Then the customer has the assets
        | product           |
        | Home Starter Pack |
        | Internet Access   |
        | Static Address    |

    @bundles+redelivery
    Example: A component whose completion is reported three times becomes one asset
      When the order system reports of the order
        | line | status   |
        | 1.1  | COMPLETE |
      And the order system reports of the order
        | line | status   |
        | 1.1  | COMPLETE |
      And the order system reports of the order
        | line | status   |
        | 1    | COMPLETE |
        | 1.1  | COMPLETE |
        | 1.2  | COMPLETE |
      Then the customer has the assets
        | product           |
        | Home Starter Pack |
        | Internet Access   |
        | Static Address    |

  @AS-02 @installed-base @order-tracking
  Rule: A value that is assigned to a component belongs to that component only

    @crm @bundles+filled-in-data
    Example: A value for a component of the second bundle does not reach the first bundle
      Given an order with
        | line | action | product           | site           | speed |
        | 1    | Add    | Home Starter Pack | 12 Mill Lane   |       |
        | 1.1  | Add    | Internet Access   | 12 Mill Lane   | 100   |
        | 1.2  | Add    | Static Address    | 12 Mill Lane   |       |
        | 2    | Add    | Home Starter Pack | 3 Harbour Road |       |
        | 2.1  | Add    | Internet Access   | 3 Harbour Road | 100   |
        | 2.2  | Add    | Static Address    | 3 Harbour Road |       |
      And the order system has the order
      When the order system reports the value "40" of "upload" of line 2.1 of the order
      And the order system reports the status "COMPLETE" of the order
      And the order system reports of the order
        | line | status   |
        | 1    | COMPLETE |
        | 1.1  | COMPLETE |
        | 1.2  | COMPLETE |
        | 2    | COMPLETE |
        | 2.1  | COMPLETE |
        | 2.2  | COMPLETE |
      Then the customer has the assets
        | product           | site           | speed | upload |
        | Home Starter Pack | 12 Mill Lane   |       |        |
        | Internet Access   | 12 Mill Lane   | 100   |        |
        | Static Address    | 12 Mill Lane   |       |        |
        | Home Starter Pack | 3 Harbour Road |       |        |
        | Internet Access   | 3 Harbour Road | 100   | 40     |
        | Static Address    | 3 Harbour Road |       |        |

  @FO-02 @installed-base @order-tracking
  Rule: A cancelled order for a bundle leaves nothing of it, and another order is unaffected

    @crm @bundles+cancellation
    Example: The projection leaves out a cancelled bundle with its components
      Given an order "PACK" with
        | line | action | product           | speed |
        | 1    | Add    | Home Starter Pack |       |
        | 1.1  | Add    | Internet Access   | 100   |
        | 1.2  | Add    | Static Address    |       |
      And the order system has order "PACK"
      And an order "SINGLE" with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
      And the order system has order "SINGLE"
      When the order system reports the status "CANCELLED" of order "PACK"
      Then the desk lists the projected assets of the customer
        | product         | speed |
        | Internet Access | 500   |

  @SC-12
  Rule: An order with one line that needs approval waits as a whole

    @crm @bundles+approval
    Example: A bundle beside a line that needs approval is released with it, whole
      Given an order "BIG" with
        | line | action | product           |
        | 1    | Add    | Home Starter Pack |
        | 1.1  | Add    | Internet Access   |
        | 2    | Add    | Leased Line       |
      When order "BIG" is submitted
      And a supervisor approves order "BIG"
      Then order "BIG" is released to fulfilment once
      And the queue holds the lines of order "BIG"
        | line | product         | component of |
        | 1.1  | Internet Access | 1            |
        | 2    | Leased Line     |              |
