@som
Feature: Cancels of revised, failed and moved orders
  A cancelled order may have several versions, failures and withdrawn lines. Everything
  that is left of it is undone, exactly as much as there is, and nothing of another order.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning".

  Background:
    Given an order with
      | line | action | product         | asset | site         | quantity |
      | 1    | Add    | Internet Access | HOME  | 12 Mill Lane |          |
      | 2    | Add    | Static Address  | FIXED | 4 River Walk | 3        |

  @PV-05
  Rule: A cancel undoes what all versions of the order together have left

    Background:
      Given the order is held in the network

    @supplementals+cancellation
    Example: A line of the first version and an added line are both undone
      When the order is revised to
        | line | action | product         | asset | site         | quantity |
        | 1    | Add    | Internet Access | HOME  | 12 Mill Lane |          |
        | 2    | Add    | Static Address  | FIXED | 4 River Walk | 3        |
        | 3    | Add    | VoIP Voicemail  | MAIL  | 12 Mill Lane |          |
      And the network does a step of line 3 of the order
      And the CRM cancels the order
      And the network completes all its work for the order
      Then the network has nothing of the order
      And the order system receives the status "CANCELLED" of the order

    @supplementals+cancellation
    Example: The quantity of the latest version is undone
      When the order is revised to
        | line | action | product         | asset | site         | quantity |
        | 1    | Add    | Internet Access | HOME  | 12 Mill Lane |          |
        | 2    | Add    | Static Address  | FIXED | 4 River Walk | 5        |
      And the network does a step of line 2 of the order
      And the network does a step of line 2 of the order
      And the CRM cancels the order
      And the network completes all its work for the order
      Then the network has nothing of the order
      And the order system receives the status "CANCELLED" of the order

    @supplementals+cancellation
    Example: A line that was withdrawn before the cancel is undone once
      When the network does a step of line 2 of the order
      And the network does a step of line 2 of the order
      And the order is revised to
        | line | action | product         | asset | site         | quantity |
        | 1    | Add    | Internet Access | HOME  | 12 Mill Lane |          |
      And the CRM cancels the order
      And the network completes all its work for the order
      Then the network has nothing of the order
      And the order system receives the status "CANCELLED" of the order

    @supplementals+cancellation
    Example: A line that is added again while it is being undone is not set up after the cancel
      When the network does a step of line 2 of the order
      And the order is revised to
        | line | action | product         | asset | site         | quantity |
        | 1    | Add    | Internet Access | HOME  | 12 Mill Lane |          |
      And the order is revised to
        | line | action | product         | asset | site         | quantity |
        | 1    | Add    | Internet Access | HOME  | 12 Mill Lane |          |
        | 2    | Add    | Static Address  | FIXED | 4 River Walk | 3        |
      And the CRM cancels the order
      And the network completes all its work for the order
      Then the network has nothing of the order
      And the order system receives the status "CANCELLED" of the order

  @PV-05
  Rule: Each line is undone at its own address, failed or not

    @cancellation+service-points
    Example: Lines at two addresses are both undone where they are
      Given the order is held in the network
      When the network completes one line of the order
      And the network does a step of line 2 of the order
      And the CRM cancels the order
      And the network completes all its work for the order
      Then the network has nothing of the order
      And the order system receives the status "CANCELLED" of the order

    @failures+cancellation
    Example: A line that failed after its first step is undone, and so is the line without a failure
      Given the network cannot finish line 1 of the order
      And the order is held in the network
      When the network completes all its work for the order
      And the CRM cancels the order
      And the network completes all its work for the order
      Then the network has nothing of the order
      And the order system receives the status "CANCELLED" of the order

  @PV-12
  Rule: A cancel that waits in the queue is taken in sequence after a breakdown

    Background:
      Given the order is held in the network
      And the intake of service order management is held

    @restartable @stoppable-reader @cancellation+restarts
    Example: An order whose cancel came while nobody read the queue is undone
      When the CRM cancels the order
      And service order management breaks down and is started again
      And the intake of service order management is released
      And the network completes all its work for the order
      Then the network has nothing of the order
      And the order system receives the status "CANCELLED" of the order
