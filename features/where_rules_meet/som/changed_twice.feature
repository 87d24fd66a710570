@som
Feature: Service changes with failures, values, repeated messages and breakdowns
  Orders for a customer's service follow each other for years. Each is done once, reports
  its own lines, and starts from what the orders before it left.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning".

  Background:
    Given an order "BASE" with
      | line | action | product         | asset | site         | speed | version |
      | 1    | Add    | Internet Access | HOME  | 12 Mill Lane | 100   |         |
      | 2    | Add    | Static Address  | FIXED | 12 Mill Lane |       | v4      |
    And order "BASE" is fulfilled in the network

  @PV-15
  Rule: A failed line does not hold up changes and deletions of other services

    @service-changes+failures @failed-line-alone
    Example: A new line fails, and the deletion and the change in the same order are done
      Given a change order "CHANGE" with
        | line | action | product         | asset | version |
        | 1    | Add    | VoIP Access     | VOICE |         |
        | 2    | Delete | Internet Access | HOME  |         |
        | 3    | Update | Static Address  | FIXED | v6      |
      And the network cannot do line 1 of order "CHANGE"
      When order "CHANGE" is submitted
      Then the order system receives a fault of line 1 of order "CHANGE"
      And the order system receives the status "COMPLETE" of line 2 of order "CHANGE"
      And the network has set up order "CHANGE"
        | line | version |
        | 3    | v6      |

    @service-changes+failures+service-points
    Example: A transfer that fails at the new address is mended there
      Given a change order "MOVE" with
        | line | action      | asset | site         |
        | 1    | Move-Delete | HOME  | 12 Mill Lane |
        | 2    | Move-Add    | HOME  | 4 River Walk |
      And the network cannot do line 2 of order "MOVE"
      When order "MOVE" is submitted
      And the network does line 2 of order "MOVE" after all
      Then the order system receives the end of the fault of order "MOVE"
      And the network has set up order "MOVE"
        | line | site         |
        | 2    | 4 River Walk |

  @PV-05
  Rule: The cancel of an order leaves failures and services of other orders alone

    @service-changes+failures+cancellation
    Example: A failed transfer is cancelled, and the service is at its old address
      Given a change order "MOVE" with
        | line | action      | asset | site         |
        | 1    | Move-Add    | HOME  | 4 River Walk |
        | 2    | Move-Delete | HOME  | 12 Mill Lane |
      And the network cannot do line 1 of order "MOVE"
      When order "MOVE" is submitted
      And the CRM cancels order "MOVE"
      Then the network has nothing of line 1 of order "MOVE"
      And the network has set up order "BASE"
        | line | site         |
        | 1    | 12 Mill Lane |

  @UF-01
  Rule: A value is reported for the line that it was assigned to, and not for an earlier line of the same service

    @service-changes+filled-in-data
    Example: A value that is assigned during a change is reported for the line of the change
      Given a change order "CHANGE" with
        | line | action | asset | version |
        | 1    | Update | FIXED | v6      |
      And the network assigns "address" "2001:db8::1" to line 1 of order "CHANGE"
      When order "CHANGE" is submitted
      Then the order system receives the value "2001:db8::1" of "address" of line 1 of order "CHANGE"
      But the order system does not receive the value "2001:db8::1" of "address" of line 2 of order "BASE"

    @service-changes+filled-in-data
    Example: A value that is assigned during a transfer is reported for the Move-Add line only
      Given a change order "MOVE" with
        | line | action      | asset | site         |
        | 1    | Move-Add    | HOME  | 4 River Walk |
        | 2    | Move-Delete | HOME  | 12 Mill Lane |
      And the network assigns "port" "7-12" to line 1 of order "MOVE"
      When order "MOVE" is submitted
      Then the order system receives the value "7-12" of "port" of line 1 of order "MOVE"
      But the order system does not receive the value "7-12" of "port" of line 2 of order "MOVE"

  @PV-12 @idempotent-delivery
  Rule: An order that is delivered again is not done again, whatever happened to its service since

    @service-changes+redelivery
    Example: An addition that is delivered again does not bring a deleted service back
      Given a change order "END" with
        | line | action | asset |
        | 1    | Delete | HOME  |
      And order "END" is fulfilled in the network
      When every version of order "BASE" is delivered again
      Then the network has nothing of line 1 of order "BASE"
      And the network did each step of line 2 of order "BASE" once and undid none

    @service-changes+redelivery
    Example: A change that is delivered again does not undo the change after it
      Given a change order "CHANGE" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And a change order "LATER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 1000  |
      And order "CHANGE" is fulfilled in the network
      And order "LATER" is fulfilled in the network
      When every version of order "CHANGE" is delivered again
      Then the network has set up order "LATER"
        | line | speed |
        | 1    | 1000  |
