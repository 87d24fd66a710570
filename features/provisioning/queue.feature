Feature: The queue between order management and service order management
  Service order management is sometimes stopped for maintenance while orders come in. They
  wait in a queue, and afterwards each of them is provisioned exactly once.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About the Provision Order Business Flow".

  Background:
    Given an order "FIRST" with
      | line | action | product         | asset | speed |
      | 1    | Add    | Internet Access | HOME  | 100   |
      | 2    | Add    | Handset         | PHONE |       |
    And an order "SECOND" with
      | line | action | product        | asset | version |
      | 1    | Add    | Static Address | FIXED | v4      |

  @PV-12
  Rule: A provisioning order waits in a queue until it is taken; none is lost and none is taken twice

    @oms @two-places
    Example: Order management goes on with other work while nobody reads the queue
      Given an order "THIRD" with
        | line | action | product |
        | 1    | Add    | Handset |
      And the intake of service order management is held
      When order "FIRST" is submitted
      And order "THIRD" is submitted
      Then provisioning is asked at least once for line 1 of order "THIRD"
      And order "FIRST" is free of refusals and fallouts

    @oms
    Example: Two waiting orders are provisioned once each when the queue is read again
      Given the intake of service order management is held
      When order "FIRST" is submitted
      And order "SECOND" is submitted
      And the intake of service order management is released
      Then provisioning is asked once for line 1 of order "FIRST"
      And provisioning is asked once for line 1 of order "SECOND"

    @oms @virtual-clock
    Example: An order that waits for a week is not sent again
      Given the intake of service order management is held
      When order "FIRST" is submitted
      And a week passes
      And the intake of service order management is released
      Then provisioning is asked once for line 1 of order "FIRST"
      And order "FIRST" is complete

    @som
    Example: Two orders that come close together are each provisioned once
      Given order "FIRST" is held in the network
      When order "SECOND" is submitted
      And the network completes all its work for order "FIRST"
      And the network completes all its work for order "SECOND"
      Then the network did each step of line 1 of order "SECOND" once and undid none

    @som @stoppable-reader
    Example: An order is not taken while the reader is stopped
      Given the intake of service order management is held
      When order "FIRST" is submitted
      Then the network has nothing of line 1 of order "FIRST"
      When the intake of service order management is released
      Then the network did each step of line 1 of order "FIRST" once and undid none

    @som @stoppable-reader
    Example: Two waiting orders are each taken once
      Given the intake of service order management is held
      When order "FIRST" is submitted
      And order "SECOND" is submitted
      And the intake of service order management is released
      Then the network did each step of line 1 of order "FIRST" once and undid none
      And the network did each step of line 1 of order "SECOND" once and undid none

    @som @stoppable-reader
    Example: An order that waits behind one that nobody can do is taken
      Given an order "ODD" with
        | line | action | product        |
        | 1    | Add    | Weather Report |
      And the intake of service order management is held
      When order "ODD" is submitted
      And order "FIRST" is submitted
      And the intake of service order management is released
      Then the network did each step of line 1 of order "FIRST" once and undid none

    @som @stoppable-reader
    Example: An order that was taken before the reader stopped is not taken again
      Given order "FIRST" is held in the network
      And the intake of service order management is held
      When order "SECOND" is submitted
      And the intake of service order management is released
      And the network completes all its work for order "FIRST"
      Then the network did each step of line 1 of order "FIRST" once and undid none

    @som @stoppable-reader
    Example: An order and its cancel that wait together are taken in sequence
      Given the intake of service order management is held
      When order "SECOND" is submitted
      And the CRM cancels order "SECOND"
      And the intake of service order management is released
      Then the order system receives the status "CANCELLED" of line 1 of order "SECOND"
      And the network has nothing of line 1 of order "SECOND"

    @som @stoppable-reader
    Example: An order and its revision that wait together are both taken
      Given the intake of service order management is held
      When order "FIRST" is submitted
      And order "FIRST" is revised to
        | line | action | product         | asset | speed | version |
        | 1    | Add    | Internet Access | HOME  | 100   |         |
        | 2    | Add    | Handset         | PHONE |       |         |
        | 3    | Add    | Static Address  | FIXED |       | v6      |
      And the intake of service order management is released
      Then the network has set up order "FIRST"
        | line | speed | version |
        | 1    | 100   |         |
        | 3    |       | v6      |

    @som @stoppable-reader
    Example: An Urgent revision is taken after the Low order that it revises
      Given order "SECOND" has priority Low
      And the intake of service order management is held
      When order "SECOND" is submitted
      And order "SECOND" has priority Urgent
      And order "SECOND" is revised to
        | line | action | product        | asset | version |
        | 1    | Add    | Static Address | FIXED | v6      |
      And the intake of service order management is released
      Then the network has set up order "SECOND"
        | line | version |
        | 1    | v6      |

    @som @stoppable-reader
    Example: A cancel is taken after the Low order that it cancels
      Given order "SECOND" has priority Low
      And the intake of service order management is held
      When order "SECOND" is submitted
      And the CRM cancels order "SECOND"
      And the intake of service order management is released
      Then the order system receives the status "CANCELLED" of line 1 of order "SECOND"
      And the network has nothing of line 1 of order "SECOND"
