@som
Feature: Bundles in service order management
  A bundle is sold as one product and set up as several services. Each component has its
  own work, failures and values. A system with one state for the whole bundle undoes,
  delays or forgets work on other components.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning".

  Background:
    Given an order with
      | line | action | product             | asset  | site         | greeting |
      | 1    | Add    | VoIP Service Bundle | BUNDLE | 12 Mill Lane |          |
      | 1.1  | Add    | VoIP Access         | VOICE  | 12 Mill Lane |          |
      | 1.2  | Add    | VoIP Voicemail      | MAIL   | 4 River Walk | short    |

  @PV-06
  Rule: A revision of one component leaves the bundle and the other components alone

    @bundles+supplementals
    Example: A withdrawn component is undone, and its bundle and the other component are not
      Given the order is held in the network
      When the network does a step of line 1.2 of the order
      And the order is revised to
        | line | action | product             | asset  | site         |
        | 1    | Add    | VoIP Service Bundle | BUNDLE | 12 Mill Lane |
        | 1.1  | Add    | VoIP Access         | VOICE  | 12 Mill Lane |
      And the network completes all its work for the order
      Then the network has nothing of line 1.2 of the order
      And the network did each step of line 1.1 of the order once and undid none

    @bundles+supplementals
    Example: A component that a revision adds is set up, and the bundle is not set up again
      Given the order is held in the network
      When the network does a step of line 1 of the order
      And the order is revised to
        | line | action | product             | asset  | site         | greeting |
        | 1    | Add    | VoIP Service Bundle | BUNDLE | 12 Mill Lane |          |
        | 1.1  | Add    | VoIP Access         | VOICE  | 12 Mill Lane |          |
        | 1.2  | Add    | VoIP Voicemail      | MAIL   | 4 River Walk | short    |
        | 1.3  | Add    | VoIP Voicemail      | SECOND | 12 Mill Lane | long     |
      And the network completes all its work for the order
      Then the network has set up the order
        | line | greeting |
        | 1.2  | short    |
        | 1.3  | long     |
      And the network did each step of line 1 of the order once and undid none

    @bundles+supplementals
    Example: A changed attribute of one component is changed on that component only
      Given the order is held in the network
      When the network does a step of line 1.2 of the order
      And the order is revised to
        | line | action | product             | asset  | site         | greeting |
        | 1    | Add    | VoIP Service Bundle | BUNDLE | 12 Mill Lane |          |
        | 1.1  | Add    | VoIP Access         | VOICE  | 12 Mill Lane |          |
        | 1.2  | Add    | VoIP Voicemail      | MAIL   | 4 River Walk | long     |
      And the network completes all its work for the order
      Then the network has set up the order
        | line | greeting |
        | 1.2  | long     |
      And the network did each step of line 1 of the order once and undid none

  @PV-04
  Rule: A line about one component leaves the bundle and the other components alone

    @bundles+service-changes
    Example: A deleted component leaves its bundle and the other component
      Given a change order "CHANGE" with
        | line | action | asset | site         |
        | 1    | Delete | MAIL  | 4 River Walk |
      And the order is fulfilled in the network
      When order "CHANGE" is submitted
      Then the network has nothing of line 1 of order "CHANGE"
      And the network has set up the order
        | line | site         |
        | 1    | 12 Mill Lane |
        | 1.1  | 12 Mill Lane |

    @bundles+service-points
    Example: A component is set up at its own address, and not at that of its bundle
      When the order is submitted
      Then the network has set up the order
        | line | site         |
        | 1    | 12 Mill Lane |
        | 1.2  | 4 River Walk |

  @PV-05
  Rule: A cancel undoes the components as well as the bundle

    @bundles+cancellation
    Example: Completed components and those under way are undone with their bundle
      Given the order is held in the network
      When the network completes one line of the order
      And the network does a step of line 1.2 of the order
      And the CRM cancels the order
      And the network completes all its work for the order
      Then the network has nothing of the order
      And the order system receives the status "CANCELLED" of the order

  @PV-15 @failed-line-alone
  Rule: A failed component is reported for its own line, and the other component goes on

    @bundles+failures
    Example: A failed component is reported for its own line, and the other one is set up
      Given the network cannot do line 1.1 of the order
      When the order is submitted
      Then the order system receives a fault of line 1.1 of the order
      And the order system receives the status "COMPLETE" of line 1.2 of the order

    @bundles+failures
    Example: Two failed components are two failures, and only one of them is mended
      Given the network cannot do line 1.1 of the order
      And the network cannot do line 1.2 of the order
      When the order is submitted
      And the network does line 1.2 of the order after all
      Then the order system receives the status "COMPLETE" of line 1.2 of the order
      And the order system does not receive the status "COMPLETE" of line 1.1 of the order

  @UF-01
  Rule: A value that is assigned to a component is reported for that component

    @bundles+filled-in-data
    Example: A component's number is not reported for its bundle or the other component
      Given the network assigns "number" "020 7946 0123" to line 1.1 of the order
      And the network assigns "mailbox" "4711" to line 1.2 of the order
      When the order is submitted
      Then the order system receives the value "020 7946 0123" of "number" of line 1.1 of the order
      And the order system receives the value "4711" of "mailbox" of line 1.2 of the order
      But the order system does not receive the value "4711" of "mailbox" of line 1 of the order

  @PV-12
  Rule: Components are set up once, whatever is delivered again and whatever breaks down

    @idempotent-delivery @bundles+redelivery
    Example: A bundle that is delivered again is not set up again, nor are its components
      When the order is submitted
      And every version of the order is delivered again
      Then the network did each step of line 1 of the order once and undid none
      And the network did each step of line 1.2 of the order once and undid none

    @restartable @bundles+restarts
    Example: Components that were under way in a breakdown are completed with their bundle
      Given the order is held in the network
      When the network completes line 1 of the order
      And service order management breaks down and is started again
      And the network completes all its work for the order
      Then the order system receives the status "COMPLETE" of line 1.2 of the order
      And the network did each step of line 1.1 of the order once and undid none
