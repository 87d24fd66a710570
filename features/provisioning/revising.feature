Feature: What is undone for a revised order
  A revision often changes one attribute of one line. If provisioning takes down
  everything, the customer waits longer and may lose a phone number.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning".

  Background:
    Given an order with
      | line | action | product         | asset | speed | quantity |
      | 1    | Add    | Internet Access | HOME  | 100   |          |
      | 2    | Add    | Static Address  | FIXED |       | 3        |
      | 3    | Add    | Handset         | PHONE |       |          |

  @PV-06
  Rule: A revision undoes only the work that it changes, and only as much as it changes

    @oms
    Example: A line that the revision leaves unchanged is not worked on again
      Given the order is held at provisioning
      When the order is revised to
        | line | action | product         | asset | speed | quantity |
        | 1    | Add    | Internet Access | HOME  | 500   |          |
        | 2    | Add    | Static Address  | FIXED |       | 3        |
        | 3    | Add    | Handset         | PHONE |       |          |
      Then provisioning and billing are told nothing more about line 2 of the order
      When provisioning completes the order
      Then the order is complete
      And provisioning has
        | asset | speed |
        | HOME  | 500   |

    # An order of one line: of more, one may be complete, and the order locked, when another is set up.
    @oms @billing-after-provisioning
    Example: Of three units that are set up, one is removed when two are wanted
      Given an order "FIXED" with
        | line | action | product        | asset | quantity |
        | 1    | Add    | Static Address | SPARE | 3        |
      And order "FIXED" is held at provisioning
      And provisioning has set up line 1 of order "FIXED", which is not billed yet
      When order "FIXED" is revised to
        | line | action | product        | asset | quantity |
        | 1    | Add    | Static Address | SPARE | 2        |
      And provisioning completes order "FIXED"
      Then provisioning has
        | asset | quantity |
        | SPARE | 2        |
      And provisioning never had fewer than 2 of line 1 of order "FIXED"

    @som
    Example: The network does not work again on a line that the revision leaves unchanged
      Given the order is held in the network
      When the network does a step of line 1 of the order
      And the order is revised to
        | line | action | product         | asset | speed | quantity |
        | 1    | Add    | Internet Access | HOME  | 500   |          |
        | 2    | Add    | Static Address  | FIXED |       | 3        |
        | 3    | Add    | Handset         | PHONE |       |          |
      And the network completes all its work for the order
      Then the network has set up the order
        | line | speed | quantity |
        | 1    | 500   | 1        |
        | 2    |       | 3        |
      And the network did each step of line 2 of the order once and undid none

    @som
    Example: The network removes one of three units when two are wanted
      Given the order is held in the network
      When the network does a step of line 2 of the order
      And the order is revised to
        | line | action | product         | asset | speed | quantity |
        | 1    | Add    | Internet Access | HOME  | 100   |          |
        | 2    | Add    | Static Address  | FIXED |       | 2        |
        | 3    | Add    | Handset         | PHONE |       |          |
      And the network completes all its work for the order
      Then the network has set up the order
        | line | speed | quantity |
        | 2    |       | 2        |
      And the network never had fewer than 2 of line 2 of the order

    @som
    Example: The network undoes a withdrawn line and leaves the other lines
      Given the order is held in the network
      When the network does a step of line 1 of the order
      And the order is revised to
        | line | action | product        | asset | speed | quantity |
        | 2    | Add    | Static Address | FIXED |       | 3        |
        | 3    | Add    | Handset        | PHONE |       |          |
      And the network completes all its work for the order
      Then the network has nothing of line 1 of the order
      And the network did each step of line 2 of the order once and undid none

    @som @failed-line-alone
    Example: A line that is set up already is changed to the revision's value
      Given the network cannot do line 2 of the order
      And the order is held in the network
      When the network completes line 1 of the order
      And the order is revised to
        | line | action | product         | asset | speed | quantity |
        | 1    | Add    | Internet Access | HOME  | 500   |          |
        | 2    | Add    | Static Address  | FIXED |       | 3        |
        | 3    | Add    | Handset         | PHONE |       |          |
      And the network completes all its work for the order
      Then the network has set up the order
        | line | speed | quantity |
        | 1    | 500   | 1        |
      And the order system receives the status "COMPLETE" of line 1 of the order

    @som
    Example: Only the additional units are set up when more are wanted
      Given the order is held in the network
      When the network does a step of line 2 of the order
      And the order is revised to
        | line | action | product         | asset | speed | quantity |
        | 1    | Add    | Internet Access | HOME  | 100   |          |
        | 2    | Add    | Static Address  | FIXED |       | 5        |
      And the network completes all its work for the order
      Then the network has set up the order
        | line | quantity |
        | 2    | 5        |
      And the order system receives the status "COMPLETE" of line 2 of the order
