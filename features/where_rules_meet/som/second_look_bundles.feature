@som
Feature: Bundles that move while their components stay
  A revision moves a bundle to another address and leaves its components. The unchanged
  components stay in the network as they are.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning".

  Background:
    Given an order with
      | line | action | product             | asset  | site         |
      | 1    | Add    | VoIP Service Bundle | BUNDLE | 12 Mill Lane |
      | 1.1  | Add    | VoIP Access         | VOICE  | 12 Mill Lane |
      | 1.2  | Add    | VoIP Voicemail      | MAIL   | 4 River Walk |
    And the order is held in the network

  @PV-06
  Rule: A revision that moves a bundle does not undo unchanged components

    @bundles+supplementals+service-points
    Example: A bundle moves, and a completed component and one under way are not undone
      When the network completes line 1.1 of the order
      And the order is revised to
        | line | action | product             | asset  | site         |
        | 1    | Add    | VoIP Service Bundle | BUNDLE | 9 Quay Walk  |
        | 1.1  | Add    | VoIP Access         | VOICE  | 12 Mill Lane |
        | 1.2  | Add    | VoIP Voicemail      | MAIL   | 4 River Walk |
      And the network completes all its work for the order
      Then the network did each step of line 1.1 of the order once and undid none
      And the network did each step of line 1.2 of the order once and undid none
