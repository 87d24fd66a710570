Feature: Statuses that the CRM hears
  Every fulfilment system has its own words for how far it is. The customer should hear
  one common word, and the same one from the CRM as from order management.

  In the catalogue the warehouse says "DELIVERED" where others say "COMPLETE". "LOST" is a
  word that order management does not know.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About the Update Fulfillment Order Business Flow".

  Background:
    Given an order with
      | line | action | product         | asset |
      | 1    | Add    | Internet Access | HOME  |
      | 2    | Add    | Handset         | PHONE |
    And the order is held at provisioning

  @UF-02 @oms
  Rule: Order management decides on status and milestones, and the CRM hears only the statuses of order management

    Example: The CRM does not receive a status in a provisioning system's own words
      When provisioning reports the status "SPLICING IN STREET" of line 1 of the order
      Then the CRM does not receive the status "SPLICING IN STREET" of line 1 of the order
      And what the CRM was told of the order is what the order system shows

    Example: The CRM is told the statuses that order management shows
      When provisioning completes line 1 of the order
      Then what the CRM was told of the order is what the order system shows

    Example: The CRM is told the statuses that order management shows, up to the completion of the order
      When provisioning completes line 1 of the order
      Then what the CRM was told of the order is what the order system shows
      When provisioning completes the order
      Then the order is complete
      And what the CRM was told of the order is what the order system shows

  @UF-03 @oms @status-management
  Rule: Order management can map the words of several fulfilment systems to common statuses

    Example: A fulfilment system's own word for completion completes its line
      When provisioning reports the status "DELIVERED" of line 2 of the order
      And provisioning reports the status "COMPLETE" of line 1 of the order
      Then the order is complete

    Example: The same word from another fulfilment system does not complete a line
      When provisioning reports the status "DELIVERED" of line 1 of the order
      Then line 1 of the order is not complete
      And the CRM receives a fallout of line 1 of the order

    Example: An unmapped word is reported as a fallout and does not complete a line
      When provisioning reports the status "LOST" of line 2 of the order
      Then the CRM receives a fallout of line 2 of the order
      And line 2 of the order is not complete

    @two-places
    Example: A word that was reported as a fallout of one order is reported as a fallout of the next order too
      Given an order "SECOND" with
        | line | action | product |
        | 1    | Add    | Handset |
      And order "SECOND" is held at provisioning
      When provisioning reports the status "LOST" of line 2 of the order
      And provisioning reports the status "LOST" of line 1 of order "SECOND"
      Then the CRM receives a fallout of line 1 of order "SECOND"

  @UF-04 @oms @milestones
  Rule: The CRM can follow the work on a line by its milestones

    Example: The CRM receives each milestone once, in the sequence in which the line reaches them
      When provisioning reports the milestone "RESERVED" of line 1 of the order
      And provisioning reports the milestone "DESIGNED" of line 1 of the order
      And provisioning reports the milestone "RESERVED" of line 1 of the order
      Then the CRM receives in turn "RESERVED, DESIGNED" of line 1 of the order

    Example: The CRM receives a milestone for the line that has reached it, and for no other
      When provisioning reports the milestone "RESERVED" of line 2 of the order
      Then the CRM receives the milestone "RESERVED" of line 2 of the order
      But the CRM does not receive the milestone "DESIGNED" of line 2 of the order
      And the CRM does not receive the milestone "RESERVED" of line 1 of the order

    Example: Two lines that reach the same milestone are both told of
      When provisioning reports the milestone "RESERVED" of line 1 of the order
      And provisioning reports the milestone "RESERVED" of line 2 of the order
      Then the CRM receives the milestone "RESERVED" of line 2 of the order
