@som
Feature: What is undone for a service order that is revised again
  A line may be taken out, put back otherwise, and taken out again, while other lines of
  the order are still worked on. What counts is what is wanted last.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning".

  Background:
    Given an order with
      | line | action | product         | asset | speed | quantity |
      | 1    | Add    | Internet Access | HOME  | 100   |          |
      | 2    | Add    | Static Address  | FIXED |       | 3        |
    And the order is held in the network

  @PV-06
  Rule: For a revision only the work that it alters is compensated, and only by as much as it alters
    Continued from revising.feature.

    Example: A line that was undone is set up when it comes back, while the other one is held
      When the network does a step of line 1 of the order
      And the order is revised to
        | line | action | product        | asset | quantity |
        | 2    | Add    | Static Address | FIXED | 3        |
      And the network does what is under way for the order
      And the order is revised to
        | line | action | product         | asset | speed | quantity |
        | 1    | Add    | Internet Access | HOME  | 100   |          |
        | 2    | Add    | Static Address  | FIXED |       | 3        |
      And the network completes what it has of the order
      Then the network has set up the order
        | line | speed | quantity |
        | 1    | 100   | 1        |
        | 2    |       | 3        |

    Example: A line that comes back with other values while it is undone is set up with its last values
      When the network does a step of line 1 of the order
      And the order is revised to
        | line | action | product        | asset | quantity |
        | 2    | Add    | Static Address | FIXED | 3        |
      And the order is revised to
        | line | action | product         | asset | speed | quantity |
        | 1    | Add    | Internet Access | HOME  | 500   |          |
        | 2    | Add    | Static Address  | FIXED |       | 3        |
      And the network completes what it has of the order
      Then the network has set up the order
        | line | speed | quantity |
        | 1    | 500   | 1        |
        | 2    |       | 3        |

    Example: A line that is put back and taken out again while it is undone is gone
      When the network does a step of line 1 of the order
      And the order is revised to
        | line | action | product        | asset | quantity |
        | 2    | Add    | Static Address | FIXED | 3        |
      And the order is revised to
        | line | action | product         | asset | speed | quantity |
        | 1    | Add    | Internet Access | HOME  | 500   |          |
        | 2    | Add    | Static Address  | FIXED |       | 3        |
      And the order is revised to
        | line | action | product        | asset | quantity |
        | 2    | Add    | Static Address | FIXED | 3        |
      And the network completes what it has of the order
      Then the network has nothing of line 1 of the order

    Example: All of several units are taken down by the order that deletes them
      Given a change order "END" with
        | line | action | asset |
        | 1    | Delete | FIXED |
      When the network completes what it has of the order
      And order "END" is submitted
      And the network completes what it has of order "END"
      Then the network has nothing of line 2 of the order

    Example: A second revision of the quantity is counted from the first one
      When the network completes line 2 of the order
      And the order is revised to
        | line | action | product         | asset | speed | quantity |
        | 1    | Add    | Internet Access | HOME  | 100   |          |
        | 2    | Add    | Static Address  | FIXED |       | 9        |
      And the order is revised to
        | line | action | product         | asset | speed | quantity |
        | 1    | Add    | Internet Access | HOME  | 100   |          |
        | 2    | Add    | Static Address  | FIXED |       | 10       |
      And the network completes what it has of the order
      Then the network has set up the order
        | line | quantity |
        | 2    | 10       |

  @PV-04
  Rule: A line of a suspended order that is complete rests no more than before, and every other line is carried on
    Continued from life_cycle.feature.

    Example: Nothing more is told of the complete line of an order that is suspended and resumed
      When the network completes line 1 of the order
      And the CRM suspends the order
      And the CRM resumes the order
      And the network completes what it has of the order
      Then the order system receives nothing of line 1 of the order after its completion

    Example: Every line whose step was done meanwhile is carried on when the order is resumed
      When the CRM suspends the order
      And the network does what is under way for the order
      And the CRM resumes the order
      And the network completes what it has of the order
      Then the order system receives the status "COMPLETE" of line 1 of the order
      And the order system receives the status "COMPLETE" of line 2 of the order

  @PV-05
  Rule: An order that is cancelled a second time is undone once
    Continued from cancelling.feature.

    Example: A second cancel, while the first one is under way, does not undo a step again
      When the network does a step of line 1 of the order
      And the CRM cancels the order
      And the CRM cancels the order
      And the network completes what it has of the order
      Then the network has nothing of the order
      And the order system receives the status "CANCELLED" of the order
