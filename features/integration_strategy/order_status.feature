Feature: How the CRM learns what the back office knows of an order
  A customer asks where the parcel is. The back office knows; the CRM's screen should
  say so too: by itself, when somebody opens the order, or at the press of a button.

  Source: Siebel Order Management Guide, "Integration Strategy for Order Management".

  Background:
    Given an order with
      | line | action | product     |
      | 1    | Add    | Home Router |
    And an order "OTHER" with
      | line | action | product |
      | 1    | Add    | Handset |

  @IS-09 @back-office-reports @crm @integration
  Rule: The status that an order gets in the back office is shown in the CRM without anybody's doing

    Example: The CRM shows the status that the back office reports
      When the order is submitted
      And the back office reports the order with
        | status  |
        | SHIPPED |
      Then the desk shows the order with status "SHIPPED"

    Example: The status that the back office reports is shown of that order and no other
      When the order is submitted
      And order "OTHER" is submitted
      And the back office reports order "OTHER" with
        | status    |
        | ALLOCATED |
      And the back office reports the order with
        | status  |
        | SHIPPED |
      Then the desk shows order "OTHER" with status "ALLOCATED"
      And the desk shows the order with status "SHIPPED"

    Example: The status of a back office is not told to the back office again
      When the order is submitted
      And the back office reports the order with
        | status  |
        | SHIPPED |
      Then each back office is sent nothing of the order
      And the desk shows the order with status "SHIPPED"

  @IS-10 @order-inquiry-on-query @back-office-reports @crm
  Rule: A user who opens an order causes the back office to bring it up to date

    Example: The order is shown as the back office has it
      When the order is submitted
      And the back office has changed the order to
        | status  |
        | SHIPPED |
      Then the CRM has the order with
        | status  |
        | SHIPPED |

    Example: If the back office does not answer, the order is shown as it was, and marked
      When the order is submitted
      And back office "Field Office" reports the order with
        | status    |
        | ALLOCATED |
      And the back office has changed the order to
        | status  |
        | SHIPPED |
      And the back office cannot be reached
      Then the CRM has the order with
        | status    |
        | ALLOCATED |
      And the desk objects to the order

    @virtual-clock
    Example: While the back office is silent, the order is shown as it was after a while
      When the order is submitted
      And back office "Field Office" reports the order with
        | status    |
        | ALLOCATED |
      And the back office has changed the order to
        | status  |
        | SHIPPED |
      And the back office stops answering
      Then the CRM has the order with
        | status    |
        | ALLOCATED |
      And the desk objects to the order

  @IS-11 @order-inquiry-on-button @back-office-reports @crm
  Rule: A user presses Get Status to get what the back office knows of an order now

    Example: Before, the old status is shown, afterwards the new one
      When the order is submitted
      And back office "Field Office" reports the order with
        | status    |
        | ALLOCATED |
      And the back office has changed the order to
        | status  |
        | SHIPPED |
      Then the desk shows the order with status "ALLOCATED"
      When a user presses "Get Status" on the order
      Then the desk shows the order with status "SHIPPED"

    Example: Of an order that the back office does not know the user is told so, and nothing changes
      When the order is submitted
      And back office "Field Office" reports the order with
        | status    |
        | ALLOCATED |
      And a user presses "Get Status" on the order
      Then the desk objects to the order
      And the desk shows the order with status "ALLOCATED"
