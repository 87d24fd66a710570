@som
Feature: Revisions beside changes, failures and values
  A revision comes at any time: while a line has failed, while a service is being changed,
  after the network has assigned a number. Only what it alters may be touched, and all
  that was open before is still open after it.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning".

  Background:
    Given an order with
      | line | action | product         | asset | site         | speed | quantity |
      | 1    | Add    | Internet Access | HOME  | 12 Mill Lane | 100   |          |
      | 2    | Add    | Static Address  | FIXED | 12 Mill Lane |       | 3        |

  @PV-06
  Rule: Where a line has failed, a revision alters it or leaves it as it is

    @supplementals+failures
    Example: A failed line that the revision leaves alone is mended later, and done once
      Given the network cannot do line 1 of the order
      When the order is submitted
      And the order is revised to
        | line | action | product         | asset | site         | speed | quantity |
        | 1    | Add    | Internet Access | HOME  | 12 Mill Lane | 100   |          |
        | 2    | Add    | Static Address  | FIXED | 12 Mill Lane |       | 5        |
      And the network does line 1 of the order after all
      Then the order system hears that the fault of the order is mended
      And the network did each step of line 1 of the order once and undid none

    @supplementals+failures
    Example: A failed line that is wanted differently is set up as it is wanted last
      Given the network cannot do line 1 of the order
      When the order is submitted
      And the order is revised to
        | line | action | product         | asset | site         | speed | quantity |
        | 1    | Add    | Internet Access | HOME  | 12 Mill Lane | 500   |          |
        | 2    | Add    | Static Address  | FIXED | 12 Mill Lane |       | 3        |
      And the network does line 1 of the order after all
      Then the network has set up the order
        | line | speed | quantity |
        | 1    | 500   | 1        |
        | 2    |       | 3        |

    @supplementals+failures
    Example: A failed line that is taken out leaves nothing behind, and the other line is complete
      Given the network cannot do line 1 of the order
      When the order is submitted
      And the order is revised to
        | line | action | product        | asset | site         | quantity |
        | 2    | Add    | Static Address | FIXED | 12 Mill Lane | 3        |
      Then the network has nothing of line 1 of the order
      And the network did each step of line 2 of the order once and undid none
