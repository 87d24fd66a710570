Feature: The life of a provisioning order
  Provisioning takes days: a port is reserved, a service designed, a line switched
  on. Meanwhile the customer's order may be put off or called off, and the network may
  be silent for days.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning".

  Background:
    Given an order with
      | line | action | product         | speed | version |
      | 1    | Add    | Internet Access | 100   |         |
      | 2    | Add    | Static Address  |       | v4      |

  @PV-04 @som
  Rule: Service order management follows its order from start to end, and says how it stands

    Example: An order is started and completed
      When the order is submitted
      Then the order system receives in turn "IN PROGRESS, COMPLETE" of line 1 of the order
      And the order system receives in turn "IN PROGRESS, COMPLETE" of line 2 of the order
      And the network has set up the order
        | line | speed | version |
        | 1    | 100   |         |
        | 2    |       | v4      |

    Example: While a line is being worked on it is not complete
      Given the order is held in the network
      When the network completes one line of the order
      Then the order system receives the status "COMPLETE" of that line of the order
      And the order system does not receive the status "COMPLETE" of any other line of the order

    Example: A suspended order rests once what is under way is done
      Given the order is held in the network
      When the CRM suspends the order
      And the network does what is under way for the order
      Then the order system receives the status "SUSPENDED" of line 1 of the order
      And the network has nothing more to do for the order

    Example: A resumed order is carried on to its end
      Given the order is held in the network
      When the CRM suspends the order
      And the CRM resumes the order
      And the network completes what it has of the order
      Then the order system receives the status "COMPLETE" of line 1 of the order
      And the network has set up the order
        | line | speed |
        | 1    | 100   |

    Example: A cancelled order is reported as cancelled, never as complete
      Given the order is held in the network
      When the CRM cancels the order
      And the network completes what it has of the order
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

    Example: A revision that comes while the order rests is worked in when the order is resumed
      Given the order is held in the network
      When the CRM suspends the order
      And the order is revised to
        | line | action | product         | speed | version |
        | 1    | Add    | Internet Access | 500   |         |
        | 2    | Add    | Static Address  |       | v6      |
      And the CRM resumes the order
      And the network completes what it has of the order
      Then the network has set up the order
        | line | speed | version |
        | 1    | 500   |         |
        | 2    |       | v6      |

    Example: A revision does not wake an order that rests
      Given the order is held in the network
      When the CRM suspends the order
      And the network does what is under way for the order
      And the order is revised to
        | line | action | product         | speed | version |
        | 1    | Add    | Internet Access | 500   |         |
        | 2    | Add    | Static Address  |       | v4      |
        | 3    | Add    | VoIP Access     |       |         |
      Then the network has nothing more to do for the order

    Example: While one order rests, the other is fulfilled
      Given an order "OTHER" with
        | line | action | product     |
        | 1    | Add    | VoIP Access |
      And the order is held in the network
      When the CRM suspends the order
      And order "OTHER" is submitted
      And the network completes what it has of order "OTHER"
      Then the order system receives the status "COMPLETE" of line 1 of order "OTHER"

    @virtual-clock
    Example: A network that says nothing for a week is neither asked again nor taken to have failed
      Given the order is held in the network
      When a week passes
      And the network completes what it has of the order
      Then the network did each step of line 1 of the order once and undid none
      And the order system does not receive a fault of the order

    @restartable
    Example: An order that is suspended rests after a breakdown as well
      Given the order is held in the network
      When the CRM suspends the order
      And service order management breaks down and is started again
      And the network does what is under way for the order
      Then the network has nothing more to do for the order
      And the order system receives the status "SUSPENDED" of line 1 of the order

    @restartable
    Example: An order that was suspended before a breakdown is resumed after it
      Given the order is held in the network
      When the CRM suspends the order
      And service order management breaks down and is started again
      And the CRM resumes the order
      And the network completes what it has of the order
      Then the order system receives in turn "SUSPENDED, COMPLETE" of line 1 of the order
