Feature: Cancelling in the network
  The network has done some steps of a cancelled order and not others. Exactly the
  completed steps are undone.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning".

  Background:
    Given an order with
      | line | action | product        | asset | greeting |
      | 1    | Add    | VoIP Voicemail | VOICE | short    |
      | 2    | Add    | Static Address | FIXED |          |

  @PV-05 @som
  Rule: Service order management undoes every completed step, and then reports the cancellation

    Continued from cancelling.feature.

    Example: Every completed step is undone
      Given the order is held in the network
      When the network does a step of line 1 of the order
      And the network does a step of line 1 of the order
      And the CRM cancels the order
      And the network completes all its work for the order
      Then the network has nothing of line 1 of the order

    Example: A complete line of a cancelled order is undone as well
      Given the order is held in the network
      When the network completes one line of the order
      And the CRM cancels the order
      And the network completes all its work for the order
      Then the network has nothing of the order
      And the order system receives the status "CANCELLED" of the order

    Example: An order is reported as cancelled only when its last step is undone
      Given the order is held in the network
      When the network does a step of line 1 of the order
      And the CRM cancels the order
      Then the order system does not receive the status "CANCELLED" of line 1 of the order
      When the network completes all its work for the order
      Then the order system receives the status "CANCELLED" of line 1 of the order

    Example: Only completed steps are undone
      Given the order is held in the network
      When the CRM cancels the order
      And the network completes all its work for the order
      Then the order system receives the status "CANCELLED" of line 2 of the order
      And the network is asked to undo only what was done

    Example: A cancelled order is undone, though a resume comes after the cancel
      Given the order is held in the network
      When the network does a step of line 1 of the order
      And the CRM suspends the order
      And the CRM cancels the order
      And the CRM resumes the order
      And the network completes all its work for the order
      Then the network has nothing of the order

    @restartable @cancellation+restarts
    Example: Undoing goes on after a breakdown
      Given the order is held in the network
      When the network completes one line of the order
      And the CRM cancels the order
      And service order management breaks down and is started again
      And the network completes all its work for the order
      Then the network has nothing of the order
      And the order system receives the status "CANCELLED" of the order

    Example: A suspended order is undone when it is cancelled
      Given the order is held in the network
      When the network completes one line of the order
      And the CRM suspends the order
      And the CRM cancels the order
      And the network completes all its work for the order
      Then the network has nothing of the order
      And the order system receives the status "CANCELLED" of the order

    @failures+cancellation
    Example: A failed line is undone when its order is cancelled
      Given the network cannot do line 1 of the order
      When the order is submitted
      And the CRM cancels the order
      Then the network has nothing of the order
      And the order system receives the status "CANCELLED" of the order

    Example: The cancel of one order leaves another order's line of the same number alone
      Given an order "OTHER" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And the order is held in the network
      When order "OTHER" is submitted
      And the CRM cancels the order
      And the network completes all its work for order "OTHER"
      Then the order system receives the status "COMPLETE" of line 1 of order "OTHER"
