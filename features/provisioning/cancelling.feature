Feature: What is undone for a cancelled order
  A customer cancels an order while work on it goes on. Whatever was set up costs money
  every day that it stays. It is undone, and only then may the order be reported as
  cancelled.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning".

  Background:
    Given an order with
      | line | action | product        | asset | greeting |
      | 1    | Add    | VoIP Voicemail | VOICE | short    |
      | 2    | Add    | Static Address | FIXED |          |

  @PV-05 @oms
  Rule: A cancelled order is reported as cancelled only after all its work is undone

    @billing-after-provisioning @whole-lines
    Example: Completed work and work under way are both undone
      Given the order is held at provisioning
      And provisioning has set up line 1 of the order, which is not billed yet
      When the CRM cancels the order
      And provisioning completes all its work for the order
      Then provisioning has nothing of "VOICE"
      And provisioning has nothing of "FIXED"

    Example: A customer whose order is cancelled is charged for nothing and has no asset
      Given the order is held at provisioning
      When the CRM cancels the order
      And provisioning completes all its work for the order
      Then the order is cancelled
      And the number of assets charged is zero
      And the customer has no assets

    Example: An order that is cancelled twice is taken back once
      Given the order is held at provisioning
      When the CRM cancels the order
      And the CRM cancels the order
      And provisioning completes all its work for the order
      Then the order is cancelled
      And the customer has no assets

    Example: A customer whose order is cancelled during the work of billing is charged for nothing
      Given an order "NEW" with
        | line | action | product          | asset  |
        | 1    | Add    | VoIP Voicemail   | OTHER  |
        | 2    | Add    | Loyalty Discount | REBATE |
      And billing holds its work
      When order "NEW" is submitted
      And the CRM cancels order "NEW"
      And billing takes up its work again
      Then order "NEW" is cancelled
      And the number of assets charged is zero

    @billing-after-provisioning
    Example: While work is still being undone, the order is not reported as cancelled
      Given the order is held at provisioning
      And provisioning has set up line 1 of the order, which is not billed yet
      When the CRM cancels the order
      Then the order is not cancelled yet
      When provisioning completes all its work for the order
      Then provisioning is asked at least once to remove line 1 of the order

    @billing-after-provisioning
    Example: A line is not undone when provisioning reports that it is at work
      Given the order is held at provisioning
      And provisioning has set up line 1 of the order, which is not billed yet
      When the CRM cancels the order
      And billing takes up its work again
      And provisioning reports the status "IN PROGRESS" of line 1 of the order
      Then the order is not cancelled yet

    @virtual-clock
    Example: An order on which no work has begun is cancelled at once
      Given an order "LATER" with header
        | account  | price list           | due date  |
        | Customer | Household Price List | in 5 days |
      And its lines are
        | line | action | product        | price list           |
        | 1    | Add    | VoIP Voicemail | Consumer Price List  |
      When order "LATER" is submitted
      And the CRM cancels order "LATER"
      Then order "LATER" is cancelled
      And provisioning and billing are told nothing about line 1 of order "LATER"

    @virtual-clock
    Example: An order that is cancelled before its date is not begun at that date
      Given an order "LATER" with header
        | account  | price list           | due date  |
        | Customer | Household Price List | in 5 days |
      And its lines are
        | line | action | product         |
        | 1    | Add    | VoIP Voicemail  |
      When order "LATER" is submitted
      And the CRM cancels order "LATER"
      And the clock comes to the due date of order "LATER"
      Then no work has started on order "LATER"

    # For systems that declare cancel = "message":
    @cancel-message
    Example: Where a message cancels, an order is cancelled by a cancel message
      Given the order is held at provisioning
      When the CRM cancels the order
      And provisioning completes all its work for the order
      Then the order is cancelled
      And provisioning has nothing of "VOICE"

    # For systems that declare cancel = "delete":
    @cancel-delete
    Example: Where Delete lines cancel, an order is cancelled when every line says Delete
      Given the order is held at provisioning
      When the CRM cancels the order
      And provisioning completes all its work for the order
      Then the order is cancelled
      And provisioning has nothing of "VOICE"
