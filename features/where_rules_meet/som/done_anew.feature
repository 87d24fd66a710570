@som
Feature: Lines that are wanted otherwise after they failed or were done
  A line that failed, or that is complete while its order goes on, is wanted otherwise. It
  comes to what is wanted by now, and what is assigned to it by then is told. What cannot
  be done is said once, and what is taken out goes with all that is below it.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning" and "About the Provision Order Business Flow".

  Background:
    Given an order with
      | line | action | product         | asset | speed | quantity |
      | 1    | Add    | Internet Access | HOME  | 100   |          |
      | 2    | Add    | Static Address  | FIXED |       | 3        |

  @PV-06
  Rule: Of what could not be done there comes to be as many as are wanted by now

    @supplementals+failures
    Scenario Outline: As many units are set up as a revision wants after the network could not do more: <quantity>
      Given the network cannot do line 2 of the order
      When the order is submitted
      Then the order system receives a fault of line 2 of the order
      When the order is revised to
        | line | action | product         | asset | speed | quantity   |
        | 1    | Add    | Internet Access | HOME  | 100   |            |
        | 2    | Add    | Static Address  | FIXED |       | <quantity> |
      And the network does line 2 of the order after all
      Then the network has set up the order
        | line | quantity   |
        | 2    | <quantity> |

      Examples:
        | quantity |
        | 2        |
        | 1        |

  @UF-07
  Rule: What is assigned to a line that is done anew is told

    @supplementals+failures+filled-in-data @failed-line-alone
    Example: A network address that is assigned to a complete line when it is changed is reported
      Given the network cannot do line 2 of the order
      When the order is submitted
      Then the order system receives the status "COMPLETE" of line 1 of the order
      When the network assigns "address" "2001:db8::1" to line 1 of the order
      And the order is revised to
        | line | action | product         | asset | speed | quantity |
        | 1    | Add    | Internet Access | HOME  | 500   |          |
        | 2    | Add    | Static Address  | FIXED |       | 3        |
      Then the order system receives the value "2001:db8::1" of "address" of line 1 of the order

  @PV-15 @idempotent-delivery
  Rule: An order that is delivered again is not faulted again

    @failures+redelivery
    Example: An order with a quantity that is no number is faulted, and not faulted again when it is redelivered
      Given an order "ODD" with
        | line | action | product        | quantity |
        | 1    | Add    | Static Address | several  |
      When order "ODD" is submitted
      And every version of order "ODD" is delivered again
      Then the order system receives a fault of line 1 of order "ODD"

  @PV-06
  Rule: Of a bundle that is taken out nothing is left, nor of what is below it

    @bundles+supplementals
    Example: A bundle is taken out of its order, and its components are undone
      Given an order "PACK" with
        | line | action | product             | asset |
        | 1    | Add    | Static Address      | FIXED |
        | 2    | Add    | VoIP Service Bundle | VOICE |
        | 2.1  | Add    | VoIP Access         | CALLS |
        | 2.2  | Add    | VoIP Voicemail      | MAIL  |
      And order "PACK" is held in the network
      When the network completes line 2.1 of order "PACK"
      And order "PACK" is revised to
        | line | action | product        | asset |
        | 1    | Add    | Static Address | FIXED |
      And the network completes all its work for order "PACK"
      Then the network has nothing of line 2.1 of order "PACK"
      And the network has nothing of line 2.2 of order "PACK"
