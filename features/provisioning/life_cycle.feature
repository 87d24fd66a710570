Feature: The life of a provisioning order
  Provisioning takes days: a port is reserved, a service designed, a line switched on.
  Meanwhile the customer may suspend or cancel the order, and the network may be silent
  for days.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning".

  Background:
    Given an order with
      | line | action | product         | speed | version |
      | 1    | Add    | Internet Access | 100   |         |
      | 2    | Add    | Static Address  |       | v4      |

  @PV-04 @som
  Rule: Service order management works on its order from start to end and reports its status

    Example: An order is reported as started and as complete
      When the order is submitted
      Then the order system receives in turn "IN PROGRESS, COMPLETE" of line 1 of the order
      And the order system receives in turn "IN PROGRESS, COMPLETE" of line 2 of the order
      And the network has set up the order
        | line | speed | version |
        | 1    | 100   |         |
        | 2    |       | v4      |

    Example: A line that is being worked on is not reported as complete
      Given the order is held in the network
      When the network completes one line of the order
      Then the order system receives the status "COMPLETE" of that line of the order
      And the order system does not receive the status "COMPLETE" of any other line of the order

    Example: A suspended order stops after the step that is under way
      Given the order is held in the network
      When the CRM suspends the order
      And the network does what is under way for the order
      Then the order system receives the status "SUSPENDED" of line 1 of the order
      And the network has nothing more to do for the order

    Example: A resumed order is completed
      Given the order is held in the network
      When the CRM suspends the order
      And the CRM resumes the order
      And the network completes all its work for the order
      Then the order system receives the status "COMPLETE" of line 1 of the order
      And the network has set up the order
        | line | speed |
        | 1    | 100   |

    Example: An order that was resumed rests again when it is suspended again
      Given the order is held in the network
      When the CRM suspends the order
      And the CRM resumes the order
      And the CRM suspends the order
      And the network does what is under way for the order
      Then the network has nothing more to do for the order
      And the order system receives the status "SUSPENDED" of line 1 of the order

    Example: A cancelled order is reported as cancelled, never as complete
      Given the order is held in the network
      When the CRM cancels the order
      And the network completes all its work for the order
      Then the order system receives the status "CANCELLED" of line 1 of the order
      And the order system does not receive the status "COMPLETE" of line 1 of the order

    Scenario Outline: A finished order can no longer be <event>
      Given the order is held in the network
      When the network completes line 1 of the order
      And the network completes line 2 of the order
      And the CRM <act> the order
      Then the order system receives a fault of the order
      And the network did each step of line 1 of the order once and undid none

      Examples:
        | event     | act      |
        | cancelled | cancels  |
        | suspended | suspends |
        | resumed   | resumes  |

    Example: A revision of a suspended order is worked in when the order is resumed
      Given the order is held in the network
      When the CRM suspends the order
      And the order is revised to
        | line | action | product         | speed | version |
        | 1    | Add    | Internet Access | 500   |         |
        | 2    | Add    | Static Address  |       | v6      |
      And the CRM resumes the order
      And the network completes all its work for the order
      Then the network has set up the order
        | line | speed | version |
        | 1    | 500   |         |
        | 2    |       | v6      |

    Example: A revision does not resume a suspended order
      Given the order is held in the network
      When the CRM suspends the order
      And the network does what is under way for the order
      And the order is revised to
        | line | action | product         | speed | version |
        | 1    | Add    | Internet Access | 500   |         |
        | 2    | Add    | Static Address  |       | v4      |
        | 3    | Add    | VoIP Access     |       |         |
      Then the network has nothing more to do for the order

    Example: Another order is fulfilled while one order is suspended
      Given an order "OTHER" with
        | line | action | product     |
        | 1    | Add    | VoIP Access |
      And the order is held in the network
      When the CRM suspends the order
      And order "OTHER" is submitted
      And the network completes all its work for order "OTHER"
      Then the order system receives the status "COMPLETE" of line 1 of order "OTHER"

    @virtual-clock
    Example: A network that is silent for a week is not asked again and has not failed
      Given the order is held in the network
      When a week passes
      And the network completes all its work for the order
      Then the network did each step of line 1 of the order once and undid none
      And the order system does not receive a fault of the order

    @restartable
    Example: A suspended order stays suspended after a breakdown
      Given the order is held in the network
      When the CRM suspends the order
      And service order management breaks down and is started again
      And the network does what is under way for the order
      Then the network has nothing more to do for the order
      And the order system receives the status "SUSPENDED" of line 1 of the order

    @restartable
    Example: An order that was suspended before a breakdown can be resumed after it
      Given the order is held in the network
      When the CRM suspends the order
      And service order management breaks down and is started again
      And the CRM resumes the order
      And the network completes all its work for the order
      Then the order system receives in turn "SUSPENDED, COMPLETE" of line 1 of the order
