@som
Feature: Updates of each line of a suspended order or a bundle
  An order that is suspended and resumed is the same order: updates are not sent again,
  and failures stay failures. A component is a line like any other.

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
  Rule: What is reported of a line is reported once, and for its own order
    Continued from news_of_the_work.feature.

    Example: A complete line is not reported as complete again after its order is resumed
      When the network completes line 1 of the order
      And the CRM suspends the order
      And the CRM resumes the order
      And the network completes all its work for the order
      Then the order system receives in turn "IN PROGRESS, COMPLETE" of line 1 of the order

    Example: The work on an order is reported for it, though another order has come meanwhile
      Given the order system has order "OTHER" with
        | line | action | product        | asset |
        | 1    | Add    | Static Address | FIXED |
      When the network completes all its work for the order
      # Who says with an update which message asked for the work names the one that asked for this line.
      Then the order system receives in turn "RESERVED, DESIGNED, ACTIVATED, COMPLETE" of line 1 of the order

  @PV-07
  Rule: A failure stays a failure when its order is suspended and resumed
    Continued from updates.feature.

    Example: The end of a failure is reported when it is mended after the resumption
      Given the network cannot do line 1 of the order
      When the network completes all its work for the order
      And the CRM suspends the order
      And the CRM resumes the order
      And the network does line 1 of the order after all
      And the network completes all its work for the order
      Then the order system receives the end of the fault of the order

    @bundles+failures
    Example: The end of a failure is reported when it is mended during the suspension
      Given the network cannot do line 2.1 of the order
      When the network completes all its work for the order
      And the CRM suspends the order
      And the network does line 2.1 of the order after all
      And the CRM resumes the order
      And the network completes all its work for the order
      Then the order system receives the end of the fault of the order

  @UF-01
  Rule: Each component reaches milestones of its own
    Continued from updates.feature.

    Example: Two components of a bundle each report all their milestones
      When the network completes all its work for the order
      Then the order system receives in turn "RESERVED, DESIGNED, ACTIVATED, COMPLETE" of line 2.1 of the order
      And the order system receives in turn "RESERVED, DESIGNED, ACTIVATED, COMPLETE" of line 2.2 of the order

    Example: A step that is done while its order is suspended is reported
      When the CRM suspends the order
      And the network does what is under way for the order
      And the CRM resumes the order
      And the network completes all its work for the order
      Then the order system receives in turn "RESERVED, DESIGNED, ACTIVATED, COMPLETE" of line 1 of the order
