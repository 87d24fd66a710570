Feature: Order management keeps the status
  Every fulfilment system has words of its own for how far it is. The customer, and
  whoever answers the customer's call, should hear one word, and the same from the
  CRM as from order management.

  In the catalogue the warehouse says "DELIVERED" where others say "COMPLETE". "LOST" is a
  word that nobody has explained to order management.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About the Update Fulfillment Order Business Flow".

  Background:
    Given an order with
      | line | action | product         | asset |
      | 1    | Add    | Internet Access | HOME  |
      | 2    | Add    | Handset         | PHONE |
    And the order is held at provisioning

  @UF-02 @oms
  Rule: Status and milestones are managed by order management; the CRM hears its statuses, nobody else's

    Example: A provisioning system's own word stays behind
      When provisioning reports the status "SPLICING IN STREET" of line 1 of the order
      Then the CRM does not receive the status "SPLICING IN STREET" of line 1 of the order
      And what the CRM was told of the order is what the order system shows

    Example: What the CRM is told is what order management shows
      When provisioning completes line 1 of the order
      Then what the CRM was told of the order is what the order system shows

    Example: In the end, too, the CRM was told what order management shows
      When provisioning completes the order
      Then the order is complete
      And what the CRM was told of the order is what the order system shows

  @UF-03 @oms @status-management
  Rule: What several fulfilment systems report can be mapped to common statuses

    Example: The word of a fulfilment system for completion completes its line
      When provisioning reports the status "DELIVERED" of line 2 of the order
      And provisioning reports the status "COMPLETE" of line 1 of the order
      Then the order is complete

    Example: The same word of another system completes nothing
      When provisioning reports the status "DELIVERED" of line 1 of the order
      Then line 1 of the order is not complete
      And the CRM receives a fallout of line 1 of the order

    Example: A word that is not mapped is flagged, and completes nothing
      When provisioning reports the status "LOST" of line 2 of the order
      Then the CRM receives a fallout of line 2 of the order
      And line 2 of the order is not complete

  @UF-04 @oms @milestones
  Rule: Milestones can be used to follow the work on a line

    Example: Milestones are told once each, in the order in which they are reached
      When provisioning reports the milestone "RESERVED" of line 1 of the order
      And provisioning reports the milestone "DESIGNED" of line 1 of the order
      And provisioning reports the milestone "RESERVED" of line 1 of the order
      Then the CRM receives in turn "RESERVED, DESIGNED" of line 1 of the order

    Example: A milestone is told when a line reaches it, and of that line
      When provisioning reports the milestone "RESERVED" of line 2 of the order
      Then the CRM receives the milestone "RESERVED" of line 2 of the order
      But the CRM does not receive the milestone "DESIGNED" of line 2 of the order
      And the CRM does not receive the milestone "RESERVED" of line 1 of the order
