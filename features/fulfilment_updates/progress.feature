Feature: When an item and its order are complete
  Provisioning and billing both work on an item, and an order has many items. Each
  response must count at once and only once: otherwise an order is called complete while
  the technician is still on the way, or it never becomes complete.

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
  Rule: Every response of a fulfilment system moves its item on at once, and no response moves it back

    @billing-grain-line
    Example: An item is complete when provisioning and billing have completed it, while other items are open
      When provisioning completes one line of the order
      Then that line of the order is the only complete line

    @billing-after-provisioning @billing-grain-line
    Example: An item is not complete when only one of two systems has completed it
      Given provisioning has set up line 2 of the order, which is not billed yet
      Then line 2 of the order is not complete
      When billing completes the order
      Then line 2 of the order is complete

    Scenario Outline: An item is not complete when provisioning reports it as <status>
      When provisioning reports the status "<status>" of line 2 of the order
      Then line 2 of the order is not complete

      Examples:
        | status      |
        | IN PROGRESS |
        | SUSPENDED   |

    @billing-grain-line
    Scenario Outline: A complete item stays complete after a late report: <what>
      When provisioning completes line 2 of the order
      And provisioning reports <told> of line 2 of the order
      Then line 2 of the order is complete

      Examples:
        | what                  | told                     |
        | completion once more  | the status "COMPLETE"    |
        | an earlier status     | the status "IN PROGRESS" |
        | an earlier milestone  | the milestone "RESERVED" |

    @billing-after-provisioning
    Example: A response that is told twice does not count for two systems
      Given provisioning has set up line 2 of the order, which is not billed yet
      When provisioning reports the status "COMPLETE" of line 2 of the order
      Then line 2 of the order is not complete

    Example: A failed item becomes complete when its work is done after all
      Given provisioning cannot do line 2 of the order
      When provisioning completes the order
      And provisioning does line 2 of the order after all
      Then line 2 of the order is complete

  @UF-06 @oms
  Rule: An order is complete when all its items are complete, and not earlier

    Example: An order is complete when its last item is complete
      When provisioning completes line 3 of the order
      And provisioning completes line 1 of the order
      And provisioning completes line 2 of the order
      Then the order is complete

    Scenario Outline: An order with one open item is not complete: line <open>
      When provisioning completes every line except <open> of the order
      Then line <open> of the order is not complete
      And the order is not complete

      Examples:
        | open |
        | 1    |
        | 2    |
        | 3    |

    @billing-grain-line @failed-line-alone
    Example: An order with one failed item is not complete
      Given provisioning cannot do line 2 of the order
      When provisioning completes the order
      Then line 1 of the order is complete
      And line 3 of the order is complete
      But the order is not complete

    @billing-grain-line
    Example: Repeated reports about one item do not complete the order
      When provisioning completes line 1 of the order
      And provisioning reports the status "COMPLETE" of line 1 of the order
      And provisioning reports the status "COMPLETE" of line 1 of the order
      Then line 1 of the order is complete
      But the order is not complete
