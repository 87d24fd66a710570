Feature: The queue between order management and service order management
  Service order management is taken down for maintenance now and then; orders come
  in all the same. They wait in a queue, and when it is back each of them is
  provisioned: every one, and once.

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

    @oms
    Example: While nobody reads the queue, order management goes on with everything else
      Given an order "THIRD" with
        | line | action | product |
        | 1    | Add    | Handset |
      And the intake of service order management is held
      When order "FIRST" is submitted
      And order "THIRD" is submitted
      Then provisioning is asked at least once for line 1 of order "THIRD"
      And order "FIRST" is free of refusals and fallouts

    @oms
    Example: What waited is provisioned once the queue is read again, once only
      Given the intake of service order management is held
      When order "FIRST" is submitted
      And order "SECOND" is submitted
      And the intake of service order management is released
      Then provisioning is asked once for line 1 of order "FIRST"
      And provisioning is asked once for line 1 of order "SECOND"

    @oms @virtual-clock
    Example: Nothing is sent again because the queue is not read for long
      Given the intake of service order management is held
      When order "FIRST" is submitted
      And a week passes
      And the intake of service order management is released
      Then provisioning is asked once for line 1 of order "FIRST"
      And order "FIRST" is complete

    @som
    Example: Orders that come close together are taken once each
      Given order "FIRST" is held in the network
      When order "SECOND" is submitted
      And the network completes what it has of order "FIRST"
      And the network completes what it has of order "SECOND"
      Then the network did each step of line 1 of order "SECOND" once and undid none

    @som @stoppable-reader
    Example: Nothing is taken while the reader is stopped
      Given the intake of service order management is held
      When order "FIRST" is submitted
      Then the network has nothing of line 1 of order "FIRST"
      When the intake of service order management is released
      Then the network did each step of line 1 of order "FIRST" once and undid none

    @som @stoppable-reader
    Example: All that waited is taken, once
      Given the intake of service order management is held
      When order "FIRST" is submitted
      And order "SECOND" is submitted
      And the intake of service order management is released
      Then the network did each step of line 1 of order "FIRST" once and undid none
      And the network did each step of line 1 of order "SECOND" once and undid none

    @som @stoppable-reader
    Example: What was taken before the reader stopped is not taken again
      Given order "FIRST" is held in the network
      And the intake of service order management is held
      When order "SECOND" is submitted
      And the intake of service order management is released
      And the network completes what it has of order "FIRST"
      Then the network did each step of line 1 of order "FIRST" once and undid none

    @som @stoppable-reader
    Example: What waited is taken in its order
      Given the intake of service order management is held
      When order "SECOND" is submitted
      And the CRM cancels order "SECOND"
      And the intake of service order management is released
      Then the order system receives the status "CANCELLED" of line 1 of order "SECOND"
      And the network has nothing of line 1 of order "SECOND"

    @som @stoppable-reader
    Example: A revision that waited behind its order does not take the order's place
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
