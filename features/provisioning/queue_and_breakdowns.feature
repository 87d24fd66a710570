Feature: Provisioning orders after a breakdown
  Service order management breaks down and is started again. Work that was under way goes
  on: none of it is lost, and none is done twice.

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

  @PV-12 @som
  Rule: No provisioning order is lost or taken twice when service order management breaks down

    Continued from queue.feature.

    @stoppable-reader @idempotent-delivery
    Example: An order that is delivered again while the reader is stopped is not done again
      Given order "FIRST" is held in the network
      And the intake of service order management is held
      When every version of order "FIRST" is delivered again
      And the intake of service order management is released
      And the network completes all its work for order "FIRST"
      Then the network did each step of line 1 of order "FIRST" once and undid none

    @restartable @stoppable-reader
    Example: Orders on the queue are taken after a breakdown
      Given the intake of service order management is held
      When order "FIRST" is submitted
      And order "SECOND" is submitted
      And service order management breaks down and is started again
      And the intake of service order management is released
      Then the network did each step of line 1 of order "SECOND" once and undid none

    @restartable
    Example: A line that was under way in a breakdown is completed and not done twice
      Given order "FIRST" is held in the network
      When the network does a step of line 1 of order "FIRST"
      And service order management breaks down and is started again
      And the network completes all its work for order "FIRST"
      Then the order system receives the status "COMPLETE" of line 1 of order "FIRST"
      And the network did each step of line 1 of order "FIRST" once and undid none

    @restartable
    Example: An order is provisioned once, though a breakdown comes at every message
      Given service order management breaks down at every message and is started again
      When order "FIRST" is submitted
      Then the order system receives the status "COMPLETE" of line 1 of order "FIRST"
      And the network did each step of line 1 of order "FIRST" once and undid none

    @restartable
    Example: An order that is taken in a breakdown is carried on
      Given service order management breaks down at the next message and is started again
      When order "SECOND" is submitted
      Then the network did each step of line 1 of order "SECOND" once and undid none

    @restartable @idempotent-delivery @redelivery+restarts
    Example: An order that is delivered again after a breakdown is not done again
      Given order "FIRST" is held in the network
      When service order management breaks down and is started again
      And everything is delivered again
      And the network completes all its work for order "FIRST"
      Then the network did each step of line 1 of order "FIRST" once and undid none

    @restartable
    Example: A line that was complete before a breakdown is not done again
      When order "SECOND" is submitted
      And service order management breaks down and is started again
      Then the network did each step of line 1 of order "SECOND" once and undid none

    @restartable @service-changes+restarts
    Example: A service that was set up before a breakdown can be changed after it
      Given a change order "CHANGE" with
        | line | action | asset | version |
        | 1    | Update | FIXED | v6      |
      When order "SECOND" is submitted
      And service order management breaks down and is started again
      And order "CHANGE" is submitted
      Then the network has set up order "CHANGE"
        | line | version |
        | 1    | v6      |
