@som
Feature: What is told of each line, through a rest and in a bundle
  An order that rests and is resumed is the same order: what was told of a line was
  told, and what failed has failed. A component is a line like any other.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning" and "About the Update Fulfillment Order Business Flow".

  Background:
    Given an order with
      | line | action | product             | asset | speed |
      | 1    | Add    | Internet Access     | HOME  | 100   |
      | 2    | Add    | VoIP Service Bundle | VOICE |       |
      | 2.1  | Add    | VoIP Access         | LINE  |       |
      | 2.2  | Add    | VoIP Voicemail      | MAIL  |       |
    And the order is held in the network

  @PV-08
  Rule: The end of a line is told once, and not again when its order is resumed
    Continued from news_of_the_work.feature.

    Example: A line is complete before its order rests
      When the network completes line 1 of the order
      And the CRM suspends the order
      And the CRM resumes the order
      And the network completes what it has of the order
      Then the order system receives in turn "IN PROGRESS, COMPLETE" of line 1 of the order

  @PV-07
  Rule: A failure outlives the rest of its order
    Continued from updates.feature.

    Example: A line fails before its order rests, and is mended after the rest
      Given the network cannot do line 1 of the order
      When the network completes what it has of the order
      And the CRM suspends the order
      And the CRM resumes the order
      And the network does line 1 of the order after all
      And the network completes what it has of the order
      Then the order system receives the end of the fault of the order

    @bundles+failures
    Example: A line fails before its order rests, and is mended during the rest
      Given the network cannot do line 2.1 of the order
      When the network completes what it has of the order
      And the CRM suspends the order
      And the network does line 2.1 of the order after all
      And the CRM resumes the order
      And the network completes what it has of the order
      Then the order system receives the end of the fault of the order

  @UF-01
  Rule: Each component passes milestones of its own
    Continued from updates.feature.

    Example: Two components of a bundle are set up
      When the network completes what it has of the order
      Then the order system receives in turn "RESERVED, DESIGNED, ACTIVATED, COMPLETE" of line 2.1 of the order
      And the order system receives in turn "RESERVED, DESIGNED, ACTIVATED, COMPLETE" of line 2.2 of the order

    Example: A step that is under way is done while the order rests
      When the CRM suspends the order
      And the network does what is under way for the order
      And the CRM resumes the order
      And the network completes what it has of the order
      Then the order system receives in turn "RESERVED, DESIGNED, ACTIVATED, COMPLETE" of line 1 of the order
