Feature: What is told of a component
  A component has a name at each neighbour, as every line has. What goes well or
  badly with it is told of it, and not of its bundle, nor of the same product in the
  bundle beside it.

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
  Rule: Work on a component that fails is the component's failure

    @integration @bundles+failures
    Example: Of two bundles the component of the second one fails
      Given provisioning cannot do line 2.1 of order "BASE"
      When the order system has order "BASE" and has had it provisioned
      Then the order system receives a fault of line 2.1 of order "BASE"
      And the order system receives the status "COMPLETE" of line 2 of order "BASE"
      And the order system receives the status "COMPLETE" of line 1.1 of order "BASE"

  @FL-08 @integration
  Rule: A component is known by its own id, whatever becomes of its order

    @bundles+filled-in-data
    Example: A value is told of the component that it was filled in for
      Given the order system has order "BASE"
      When the order system reports the value "second" of "greeting" of line 2.1 of order "BASE"
      And the order system reports the value "first" of "greeting" of line 1.1 of order "BASE"
      Then the CRM receives the value "first" of "greeting" of line 1.1 of order "BASE"
      And the CRM receives the value "second" of "greeting" of line 2.1 of order "BASE"

    @cancel-message @bundles+cancellation
    Example: What is told of a component after its order was cancelled reaches the CRM
      Given the order system has order "BASE"
      When the CRM cancels order "BASE"
      And the order system reports the status "CANCELLED" of line 1.2 of order "BASE"
      And the order system reports the milestone "DESIGNED" of line 2.1 of order "BASE"
      Then the CRM receives the line statuses of order "BASE"
        | line | status    |
        | 1.2  | CANCELLED |
      And the CRM receives the milestone "DESIGNED" of line 2.1 of order "BASE"

    @restartable @bundles+restarts
    Example: Components are known after a breakdown, and below which bundles
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
  Rule: An order that waits is handed on as it is, with every line in its place

    @integration @restartable @holdable-intake @bundles+restarts
    Example: Bundles that wait on the queue outlive a breakdown
      Given the intake is held
      When order "BASE" is submitted
      And the integration breaks down and is started again
      And the intake is released
      Then the order system receives order "BASE" just as it was submitted
