@som
Feature: What is undone for a service order that is revised again
  A line may be withdrawn, added again and withdrawn again while other lines are being
  worked on. The last version of the order counts.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning".

  Background:
    Given an order with
      | line | action | product         | asset | speed | quantity |
      | 1    | Add    | Internet Access | HOME  | 100   |          |
      | 2    | Add    | Static Address  | FIXED |       | 3        |
    And the order is held in the network

  @PV-06
  Rule: A revision undoes only the work that it changes, also when it is revised again
    Continued from revising.feature.

    @failed-line-alone
    Example: A line that was undone is set up when a later revision adds it again
      Given the network cannot do line 2 of the order
      When the network does a step of line 1 of the order
      And the order is revised to
        | line | action | product        | asset | quantity |
        | 2    | Add    | Static Address | FIXED | 3        |
      And the network does what is under way for the order
      And the order is revised to
        | line | action | product         | asset | speed | quantity |
        | 1    | Add    | Internet Access | HOME  | 100   |          |
        | 2    | Add    | Static Address  | FIXED |       | 3        |
      And the network completes all its work for the order
      Then the network has set up the order
        | line | speed | quantity |
        | 1    | 100   | 1        |

    Example: A line that is added again with other values is set up with these values
      When the network does a step of line 1 of the order
      And the order is revised to
        | line | action | product        | asset | quantity |
        | 2    | Add    | Static Address | FIXED | 3        |
      And the order is revised to
        | line | action | product         | asset | speed | quantity |
        | 1    | Add    | Internet Access | HOME  | 500   |          |
        | 2    | Add    | Static Address  | FIXED |       | 3        |
      And the network completes all its work for the order
      Then the network has set up the order
        | line | speed | quantity |
        | 1    | 500   | 1        |
        | 2    |       | 3        |

    Example: A line that is added again and withdrawn again is not there in the end
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
      And the network completes all its work for the order
      Then the network has nothing of line 1 of the order

    Example: A Delete order takes down all units of a line
      Given a change order "END" with
        | line | action | asset |
        | 1    | Delete | FIXED |
      When the network completes all its work for the order
      And order "END" is submitted
      And the network completes all its work for order "END"
      Then the network has nothing of line 2 of the order

    Example: A second revision of the quantity is compared with the first revision
      When the network does a step of line 2 of the order
      And the order is revised to
        | line | action | product         | asset | speed | quantity |
        | 1    | Add    | Internet Access | HOME  | 100   |          |
        | 2    | Add    | Static Address  | FIXED |       | 9        |
      And the order is revised to
        | line | action | product         | asset | speed | quantity |
        | 1    | Add    | Internet Access | HOME  | 100   |          |
        | 2    | Add    | Static Address  | FIXED |       | 10       |
      And the network completes all its work for the order
      Then the network has set up the order
        | line | quantity |
        | 2    | 10       |

  @PV-04
  Rule: A complete line stays complete while its order is suspended, and all other lines go on after the resumption
    Continued from life_cycle.feature.

    Example: Nothing more is reported about a complete line when its order is suspended and resumed
      When the network completes line 1 of the order
      And the CRM suspends the order
      And the CRM resumes the order
      And the network completes all its work for the order
      Then the order system receives nothing of line 1 of the order after its completion

    Example: Every line goes on after the resumption when its step was done during the suspension
      When the CRM suspends the order
      And the network does what is under way for the order
      And the CRM resumes the order
      And the network completes all its work for the order
      Then the order system receives the status "COMPLETE" of line 1 of the order
      And the order system receives the status "COMPLETE" of line 2 of the order

  @PV-05
  Rule: An order that is cancelled twice is undone once
    Continued from cancelling.feature.

    Example: A second cancel does not undo a step again
      When the network does a step of line 1 of the order
      And the CRM cancels the order
      And the CRM cancels the order
      And the network completes all its work for the order
      Then the network has nothing of the order
      And the order system receives the status "CANCELLED" of the order

  @PV-06
  Rule: What a revision changes in one line is done, though another line of it cannot be read
    Continued from revising.feature.

    @failed-line-alone
    Example: A revision changes a line, and names no quantity for the other one
      When the order is revised to
        | line | action | product         | asset | speed | quantity |
        | 1    | Add    | Internet Access | HOME  | 500   |          |
        | 2    | Add    | Static Address  | FIXED |       | several  |
      And the network completes all its work for the order
      Then the network has set up the order
        | line | speed | quantity |
        | 1    | 500   |          |
        | 2    |       | 3        |
