@som
Feature: Two services of one product
  A customer has the same product at home and at the office, and an order is about one of
  them. A system that finds a service by its product or by its line number changes the
  wrong one.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning".

  Background:
    Given an order "BASE" with
      | line | action | product         | asset  | site         | speed |
      | 1    | Add    | Internet Access | HOME   | 12 Mill Lane | 100   |
      | 2    | Add    | Internet Access | OFFICE | 4 River Walk | 200   |
    And order "BASE" is fulfilled in the network

  @PV-04
  Rule: An order changes the service that it names, and no other of the same product

    @service-changes+service-points
    Example: The service at the office is deleted, and the one at home stays
      Given a change order "END" with
        | line | action | asset  | site         |
        | 1    | Delete | OFFICE | 4 River Walk |
      When order "END" is submitted
      Then the network has nothing of line 2 of order "BASE"
      And the network has set up order "BASE"
        | line | site         | speed |
        | 1    | 12 Mill Lane | 100   |

    @service-changes+service-points
    Example: The service at the office is changed, and the one at home is not
      Given a change order "CHANGE" with
        | line | action | asset  | site         | speed |
        | 1    | Update | OFFICE | 4 River Walk | 500   |
      When order "CHANGE" is submitted
      Then the network has set up order "CHANGE"
        | line | site         | speed |
        | 1    | 4 River Walk | 500   |
      And the network did each step of line 1 of order "BASE" once and undid none

  @PV-05
  Rule: The cancel of an order leaves another service of the same product alone

    Background:
      Given a change order "HOME" with
        | line | action | asset | site         | speed |
        | 1    | Update | HOME  | 12 Mill Lane | 500   |
      And a change order "OFFICE" with
        | line | action | asset  | site         | speed |
        | 1    | Update | OFFICE | 4 River Walk | 900   |

    @service-changes+cancellation+service-points
    Example: The change at home is cancelled, and the one at the office is made
      Given order "HOME" is held in the network
      When order "OFFICE" is submitted
      And the CRM cancels order "HOME"
      And the network completes all its work for order "OFFICE"
      Then the network has set up order "OFFICE"
        | line | site         | speed |
        | 1    | 4 River Walk | 900   |

  @PV-12
  Rule: After a breakdown an order still finds the service that it names

    @restartable @service-changes+service-points+restarts
    Example: The service at the office is moved after a breakdown, and the one at home stays
      Given a change order "MOVE" with
        | line | action      | asset  | site         | speed |
        | 1    | Move-Delete | OFFICE | 4 River Walk |       |
        | 2    | Move-Add    | OFFICE | 9 New Street | 200   |
      When service order management breaks down and is started again
      And order "MOVE" is submitted
      Then the network has set up order "MOVE"
        | line | site         | speed |
        | 2    | 9 New Street | 200   |
      And the network has set up order "BASE"
        | line | site         | speed |
        | 1    | 12 Mill Lane | 100   |
