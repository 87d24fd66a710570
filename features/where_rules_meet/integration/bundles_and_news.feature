Feature: Updates of components
  Every neighbour knows a component under an id, like any line. Success or failure of a
  component is reported for that component, and not for its bundle or an equal component.

  Source: Process Sales Order Fulfillment, "About Sales Orders"; Understanding the
  Provision Order and Update Fulfillment Order Business Flows, "About the Provision
  Order Business Flow".

  Background:
    Given an order "BASE" with
      | line | product             |
      | 1    | VoIP Service Bundle |
      | 1.1  | VoIP Voicemail      |
      | 1.2  | VoIP Access         |
      | 2    | VoIP Service Bundle |
      | 2.1  | VoIP Voicemail      |

  @PV-15
  Rule: Failed work on a component is reported for that component

    @integration @bundles+failures
    Example: The component of the second of two bundles fails
      Given provisioning cannot do line 2.1 of order "BASE"
      When the order system has order "BASE" and has had it provisioned
      Then the order system receives a fault of line 2.1 of order "BASE"
      And the order system receives the status "COMPLETE" of line 2 of order "BASE"
      And the order system receives the status "COMPLETE" of line 1.1 of order "BASE"

  @FL-08 @integration
  Rule: A component keeps its id through cancels and breakdowns

    @bundles+filled-in-data
    Example: A value is reported for the component that it was assigned to
      Given the order system has order "BASE"
      When the order system reports the value "second" of "greeting" of line 2.1 of order "BASE"
      And the order system reports the value "first" of "greeting" of line 1.1 of order "BASE"
      Then the CRM receives the value "first" of "greeting" of line 1.1 of order "BASE"
      And the CRM receives the value "second" of "greeting" of line 2.1 of order "BASE"

    @cancel-message @bundles+cancellation
    Example: Updates of a component reach the CRM after its order was cancelled
      Given the order system has order "BASE"
      When the CRM cancels order "BASE"
      And the order system reports the status "CANCELLED" of line 1.2 of order "BASE"
      And the order system reports the milestone "DESIGNED" of line 2.1 of order "BASE"
      Then the CRM receives the line statuses of order "BASE"
        | line | status    |
        | 1.2  | CANCELLED |
      And the CRM receives the milestone "DESIGNED" of line 2.1 of order "BASE"

    @restartable @bundles+restarts
    Example: Components and their bundles are known after a breakdown
      Given the order system has order "BASE"
      When the integration breaks down and is started again
      And the order system asks provisioning for order "BASE"
        | line | target  |
        | 2    | network |
        | 2.1  | network |
      And the order system reports the milestone "DESIGNED" of line 2.1 of order "BASE"
      Then provisioning is told of order "BASE"
        | line | component of |
        | 2.1  | 2            |
      And the CRM receives the milestone "DESIGNED" of line 2.1 of order "BASE"

  @FL-06
  Rule: A waiting order is handed on with every line in its place

    @integration @restartable @holdable-intake @bundles+restarts
    Example: Bundles on the queue are handed on after a breakdown
      Given the intake is held
      When order "BASE" is submitted
      And the integration breaks down and is started again
      And the intake is released
      Then the order system receives order "BASE" just as it was submitted
