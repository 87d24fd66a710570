Feature: Failed lines and the other lines of their order
  One line of an order cannot be done. The documents do not say whether the other lines
  go on meanwhile, so each system declares it.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning" and "About the Provision Order Business Flow".

  Background:
    Given an order "FIRST" with
      | line | action | product         | asset |
      | 1    | Add    | Internet Access | HOME  |
      | 2    | Add    | Static Address  | FIXED |
    And an order "SECOND" with
      | line | action | product         | asset |
      | 1    | Add    | Internet Access | OTHER |

  @PV-15
  Rule: A failed line leaves the other lines of its order alone, or holds them up until it is mended
    Continued from failures.feature.

    @oms @failed-line-order
    Example: What a failed line holds up is done once that line is mended
      Given provisioning cannot do line 1 of order "FIRST"
      When order "FIRST" is submitted
      Then the CRM receives a fallout of line 1 of order "FIRST"
      When provisioning does line 1 of order "FIRST" after all
      Then order "FIRST" is complete

    # For systems that declare failed_line = "alone":
    @som @failed-line-alone
    Example: A failed step is reported with order and line, and the other line goes on
      Given the network cannot do line 2 of order "FIRST"
      When order "FIRST" is submitted
      Then the order system receives a fault of line 2 of order "FIRST"
      And the order system receives the status "COMPLETE" of line 1 of order "FIRST"

    # For systems that declare failed_line = "order":
    @som @failed-line-order
    Example: A failed line holds up its own order and no other one
      Given the network cannot do line 2 of order "FIRST"
      When order "FIRST" is submitted
      And order "SECOND" is submitted
      Then the order system receives the status "COMPLETE" of line 1 of order "SECOND"
      When the network does line 2 of order "FIRST" after all
      Then the order system receives the status "COMPLETE" of line 1 of order "FIRST"
