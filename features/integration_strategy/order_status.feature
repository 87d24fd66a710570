Feature: How the CRM learns what the back office knows of an order
  A customer asks where a parcel is. The back office knows, and the CRM should show the
  same. There are three ways: the back office reports it, a user opens the order, or a
  user presses a button.

  Source: Siebel Order Management Guide, "Integration Strategy for Order Management".

  Background:
    Given an order with
      | line | action | product     |
      | 1    | Add    | Home Router |
    And an order "OTHER" with
      | line | action | product |
      | 1    | Add    | Handset |

  @IS-09 @back-office-reports @crm @integration
  Rule: The CRM shows the status that an order gets in the back office, without a user's doing

    Example: The CRM shows the status that the back office reports
      When the order is submitted
      And the back office reports the order with
        | status  |
        | SHIPPED |
      Then the desk shows the order with status "SHIPPED"

    Example: A status that the back office reports is shown on its own order only
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

    Example: Two orders get the same status, and both are shown with it
      When the order is submitted
      And order "OTHER" is submitted
      And the back office reports order "OTHER" with
        | status  |
        | SHIPPED |
      And the back office reports the order with
        | status  |
        | SHIPPED |
      Then the desk shows order "OTHER" with status "SHIPPED"
      And the desk shows the order with status "SHIPPED"

    Example: The CRM does not send a back office's status to the back office again
      When the order is submitted
      And the back office reports the order with
        | status  |
        | SHIPPED |
      Then each back office is sent nothing of the order
      And the desk shows the order with status "SHIPPED"

    @integration
    Example: The CRM shows the status that the back office reports of a complete order
      When the order is submitted
      And the order system reports the status "COMPLETE" of the order
      And the back office reports the order with
        | status   |
        | INVOICED |
      Then the desk shows the order with status "INVOICED"

  @IS-10 @order-inquiry-on-query @back-office-reports @crm
  Rule: When a user opens an order, the CRM fetches its status from the back office

    Example: An order that a user opens is shown with the back office's status
      When the order is submitted
      And the back office has changed the order to
        | status  |
        | SHIPPED |
      Then the CRM has the order with
        | status  |
        | SHIPPED |

    Example: What the back office says of an order is shown on that order, and not on another
      When the order is submitted
      And order "OTHER" is submitted
      And the back office has changed order "OTHER" to
        | status  |
        | SHIPPED |
      Then the CRM has order "OTHER" with
        | status  |
        | SHIPPED |

    Example: If the back office cannot be reached, the desk shows the old status and objects
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
    Example: If the back office does not answer, the desk shows the old status and objects
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
  Rule: When a user presses Get Status, the CRM fetches the order's status from the back office

    Example: The desk shows the old status before Get Status is pressed, and the new one after it
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

    Example: Get Status fetches the status of the order on which it is pressed, and not of another
      When the order is submitted
      And order "OTHER" is submitted
      And a user waits for the sending of order "OTHER"
      And the back office has changed order "OTHER" to
        | status  |
        | SHIPPED |
      And a user presses "Get Status" on order "OTHER"
      Then the desk shows order "OTHER" with status "SHIPPED"

    Example: If the back office does not know the order, the desk objects and keeps the old status
      When the order is submitted
      And back office "Field Office" reports the order with
        | status    |
        | ALLOCATED |
      And a user presses "Get Status" on the order
      Then the desk objects to the order
      And the desk shows the order with status "ALLOCATED"
