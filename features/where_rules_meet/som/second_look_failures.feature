@som
Feature: Failures of orders that are suspended, cancelled or come too late
  A failure is reported whenever it comes: while the order is suspended, while it is being
  undone, or when its service is gone.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning" and "About the Provision Order Business Flow".

  Background:
    Given an order "BASE" with
      | line | action | product         | asset | speed |
      | 1    | Add    | Internet Access | HOME  | 100   |
    And a change order "LATER" with
      | line | action | asset | speed |
      | 1    | Update | HOME  | 1000  |
    And order "BASE" is fulfilled in the network

  @PV-15
  Rule: Work that can no longer be done or undone is a failure of its line

    Background:
      Given a change order "END" with
        | line | action | asset |
        | 1    | Delete | HOME  |

    @service-changes+failures
    Example: A change fails when the service that it waited for is deleted meanwhile
      Given order "END" is held in the network
      When order "LATER" is submitted
      And the network completes all its work for order "END"
      Then the order system receives a fault of line 1 of order "LATER"
      And the network has nothing of line 1 of order "BASE"

    @service-changes+failures+cancellation
    Example: A deletion is cancelled, and the service cannot be restored
      Given the network cannot do line 1 of order "END"
      And order "END" is held in the network
      When the network does a step of line 1 of order "END"
      And the CRM cancels order "END"
      And the network completes all its work for order "END"
      Then the order system receives a fault of line 1 of order "END"

  @PV-15
  Rule: A change that fails while its order is suspended is reported

    Background:
      Given a change order "PAUSE" with
        | line | action  | asset |
        | 1    | Suspend | HOME  |
      And order "PAUSE" is fulfilled in the network
      And a change order "WAKE" with
        | line | action | asset |
        | 1    | Resume | HOME  |

    @service-changes+failures
    Example: A failure between the suspension and the resumption of an order is reported
      Given the network cannot do line 1 of order "WAKE"
      And order "WAKE" is held in the network
      When the CRM suspends order "WAKE"
      And the network does what is under way for order "WAKE"
      And the CRM resumes order "WAKE"
      And the network completes all its work for order "WAKE"
      Then the order system receives a fault of line 1 of order "WAKE"

  @PV-07
  Rule: The end of a failed undoing is reported

    Background:
      Given a change order "END" with
        | line | action | asset |
        | 1    | Delete | HOME  |
      And the network cannot do line 1 of order "END"
      And order "END" is held in the network

    @service-changes+failures+cancellation
    Example: A deletion is cancelled, and the service is restored after all
      When the network does a step of line 1 of order "END"
      And the CRM cancels order "END"
      And the network completes all its work for order "END"
      And the network does line 1 of order "END" after all
      Then the order system receives the end of the fault of order "END"

  @PV-15
  Rule: The order system hears of a service that the network cannot suspend, and of the end of that failure

    @service-changes+failures
    Example: The suspension of a service fails and is mended
      Given a change order "PAUSE" with
        | line | action  | asset |
        | 1    | Suspend | HOME  |
      And the network cannot do line 1 of order "PAUSE"
      When order "PAUSE" is submitted
      Then the order system receives a fault of line 1 of order "PAUSE"
      When the network does line 1 of order "PAUSE" after all
      Then the order system receives the end of the fault of order "PAUSE"
      And the order system receives the status "COMPLETE" of line 1 of order "PAUSE"
