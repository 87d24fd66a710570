Feature: How responses move items, and items their order
  A line is worked on by provisioning and by billing; an order has many lines. Each
  response counts at once, and only once: else an order is called complete while the
  technician is still on the way, or stays open for ever.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About the Update Fulfillment Order Business Flow".

  Background:
    Given an order with
      | line | action | product         | asset |
      | 1    | Add    | Internet Access | HOME  |
      | 2    | Add    | Static Address  | FIXED |
      | 3    | Add    | Handset         | PHONE |
    And the order is held at provisioning

  @UF-05 @oms
  Rule: Every response of a fulfilment system moves its item on at once; none moves it back

    Example: An item is complete when all who work on it have said so, whatever the others do
      When provisioning completes one line of the order
      Then that line of the order is the only complete line

    @two-phase-billing
    Example: The response of one of two systems does not complete an item
      Given provisioning has set up line 2 of the order, which is not billed yet
      Then line 2 of the order is not complete
      When billing completes the order
      Then line 2 of the order is complete

    Scenario Outline: What comes too late moves nothing back: <what>
      When provisioning completes line 2 of the order
      And provisioning reports <told> of line 2 of the order
      Then line 2 of the order is complete

      Examples:
        | what                  | told                     |
        | completion once more  | the status "COMPLETE"    |
        | an earlier status     | the status "IN PROGRESS" |
        | an earlier milestone  | the milestone "RESERVED" |

    @two-phase-billing
    Example: A response that is told twice does not count for two
      Given provisioning has set up line 2 of the order, which is not billed yet
      When provisioning reports the status "COMPLETE" of line 2 of the order
      Then line 2 of the order is not complete

    Example: An item that failed moves on when it is done after all
      Given provisioning cannot do line 2 of the order
      When provisioning completes the order
      And provisioning does line 2 of the order after all
      Then line 2 of the order is complete

  @UF-06 @oms
  Rule: An order is complete when all its items are complete, and not earlier

    Example: The order is complete with its last item
      When provisioning completes line 3 of the order
      And provisioning completes line 1 of the order
      And provisioning completes line 2 of the order
      Then the order is complete

    Scenario Outline: With one item open the order is not complete: line <open>
      When provisioning completes every line but <open> of the order
      Then line <open> of the order is not complete
      And the order is not complete

      Examples:
        | open |
        | 1    |
        | 2    |
        | 3    |

    Example: With one item failed the order is not complete
      Given provisioning cannot do line 2 of the order
      When provisioning completes the order
      Then line 1 of the order is complete
      And line 3 of the order is complete
      But the order is not complete

    Example: Repeated reports for one item do not complete the order
      When provisioning completes line 1 of the order
      And provisioning reports the status "COMPLETE" of line 1 of the order
      And provisioning reports the status "COMPLETE" of line 1 of the order
      Then line 1 of the order is complete
      But the order is not complete
