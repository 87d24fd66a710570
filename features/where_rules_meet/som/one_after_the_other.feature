@som
Feature: Orders for one service that come one after the other, and several values in one order
  The latest order says how a service is to be, whatever became of the order before it. An
  order may change several values and quantities at once.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning" and "About the Provision Order Business Flow".

  Background:
    Given an order "BASE" with
      | line | action | product         | asset | speed | upload | version | quantity |
      | 1    | Add    | Static Address  | FIXED |       |        | v4      | 3        |
      | 2    | Add    | Internet Access | HOME  | 100   | 40     |         |          |
    And a change order "CHANGE" with
      | line | action | product         | asset | speed | upload | version | quantity |
      | 1    | Update | Internet Access | HOME  | 500   | 80     |         |          |
      | 2    | Update | Static Address  | FIXED |       |        | v6      | 2        |
    And a change order "LATER" with
      | line | action | product         | asset | speed |
      | 1    | Update | Internet Access | HOME  | 1000  |

  @PV-06
  Rule: Every value and every quantity of an order counts, each for its own line

    @service-changes+redelivery @idempotent-delivery
    Example: Two values of one service, and value and quantity of the other, are changed
      Given order "BASE" is fulfilled in the network
      When order "CHANGE" is submitted
      And everything is delivered again
      Then the network has set up order "CHANGE"
        | line | speed | upload | version | quantity |
        | 1    | 500   | 80     |         | 1        |
        | 2    |       |        | v6      | 2        |

  @PV-04
  Rule: The later order counts, though the earlier one is still being undone when the later one comes

    Background:
      Given order "BASE" is fulfilled in the network
      And order "CHANGE" is held in the network

    @service-changes+cancellation
    Example: A change that comes while an earlier one is being undone ends with its own value
      When the network completes line 1 of order "CHANGE"
      And the CRM cancels order "CHANGE"
      And order "LATER" is submitted
      And the network completes all its work for order "LATER"
      And the network completes all its work for order "CHANGE"
      And the network completes all its work for order "LATER"
      Then the network has set up order "LATER"
        | line | speed |
        | 1    | 1000  |

  @PV-05
  Rule: A cancelled change leads back to what it found when its turn came

    @service-changes+cancellation
    Example: The cancel of a change that had waited leads back to the change before it
      Given order "BASE" is fulfilled in the network
      And order "CHANGE" is held in the network
      When order "LATER" is submitted
      And the network completes all its work for order "CHANGE"
      And the CRM cancels order "LATER"
      And the network completes all its work for order "LATER"
      Then the network has set up order "CHANGE"
        | line | speed | upload | version | quantity |
        | 1    | 500   | 80     |         | 1        |
        | 2    |       |        | v6      | 2        |

  @PV-04
  Rule: Of several changes that wait for one service each adds to what it finds when its turn has come

    Background:
      Given order "BASE" is fulfilled in the network
      And order "CHANGE" is held in the network
      And a change order "LAST" with
        | line | action | product         | asset | upload |
        | 1    | Update | Internet Access | HOME  | 20     |

    @service-changes+restarts @restartable
    Example: The third of three changes leaves the value that the second has set, though a breakdown came between
      When order "LATER" is submitted
      And order "LAST" is submitted
      And service order management breaks down and is started again
      And the network completes all its work for order "CHANGE"
      And the network completes all its work for order "LATER"
      And the network completes all its work for order "LAST"
      Then the network has set up order "LATER"
        | line | speed |
        | 1    | 1000  |

    @service-changes+cancellation
    Example: A change that waited for one that is cancelled sets up nothing of that
      When order "LATER" is submitted
      And the CRM cancels order "CHANGE"
      And the network completes all its work for order "CHANGE"
      And the network completes all its work for order "LATER"
      Then the network has set up order "BASE"
        | line | upload |
        | 2    | 40     |
