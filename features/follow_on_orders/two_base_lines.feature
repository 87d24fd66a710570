Feature: Follow-on orders with two base lines
  The lines of a follow-on order can depend on different lines, also of different orders.
  Each line waits for its own base line at least.

  Source: Process Sales Order Fulfillment, "About Follow-On Orders".

  @FO-04 @oms @two-places
  Rule: No line of a follow-on order begins before its own base line is complete
    Continued from waiting_for_the_base.feature.

    Background:
      Given an order "FIRST" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And an order "SECOND" with
        | line | action | product        |
        | 1    | Add    | Static Address |
      And a change order "CHANGE" with
        | line | action | product        | depends on       |
        | 1    | Add    | VoIP Voicemail | line 1 of FIRST  |
        | 2    | Add    | VoIP Access    | line 1 of SECOND |

    Scenario Outline: A line waits for its own base line when the base order of another line is complete, here <complete>
      Given order "FIRST" is held at provisioning past its points of no return
      And order "SECOND" is held at provisioning past its points of no return
      When order "CHANGE" is submitted
      And provisioning completes order "<complete>"
      Then provisioning and billing are told nothing about line <waiting> of order "CHANGE"

      Examples:
        | complete | waiting |
        | FIRST    | 2       |
        | SECOND   | 1       |

    Example: A follow-on order is done once both of its base orders are complete
      Given order "FIRST" is held at provisioning past its points of no return
      And order "SECOND" is held at provisioning past its points of no return
      When order "CHANGE" is submitted
      And provisioning completes order "SECOND"
      And provisioning completes order "FIRST"
      And provisioning completes order "CHANGE"
      Then order "CHANGE" is complete
