@som
Feature: Orders for a service that an earlier order has moved
  An order moves a service, and another one waits for it or comes later. The later order
  finds the service where the last version of the earlier one has put it.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning".

  Background:
    Given an order "BASE" with
      | line | action | product         | asset | site         | speed |
      | 1    | Add    | Internet Access | HOME  | 12 Mill Lane | 100   |
    And order "BASE" is fulfilled in the network

  @PV-06
  Rule: A move that another order waits for is done in its last version before that order

    Background:
      Given a change order "MOVE" with
        | line | action      | asset | site         |
        | 1    | Move-Add    | HOME  | 4 River Walk |
        | 2    | Move-Delete | HOME  | 12 Mill Lane |
      And order "MOVE" is held in the network

    @supplementals+service-changes+service-points
    Example: A change is made where the last version of a half-done move has put the service
      Given the order system has order "LATER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      When the network completes line 2 of order "MOVE"
      And the network does a step of line 1 of order "MOVE"
      And order "MOVE" is revised to
        | line | action      | asset | site         |
        | 1    | Move-Add    | HOME  | 9 Church Row |
        | 2    | Move-Delete | HOME  | 12 Mill Lane |
      And the network completes all its work for order "MOVE"
      And the network completes all its work for order "LATER"
      Then the network has set up order "LATER"
        | line | speed |
        | 1    | 500   |

  @PV-04
  Rule: A service that an update has moved is found at its new address

    @service-changes+service-points
    Example: A moved service is deleted at the address to which an update has moved it
      Given a change order "MOVE" with
        | line | action | asset | site         |
        | 1    | Update | HOME  | 4 River Walk |
      And order "MOVE" is fulfilled in the network
      And a change order "END" with
        | line | action | asset | site         |
        | 1    | Delete | HOME  | 4 River Walk |
      When order "END" is submitted
      Then the order system receives the status "COMPLETE" of line 1 of order "END"
      And the network has nothing of line 1 of order "MOVE"
