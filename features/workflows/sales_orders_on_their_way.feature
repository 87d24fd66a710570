Feature: What back offices report on a sales order
  The sales representative who took the order wants to see its progress in the CRM.

  Source: Siebel eCommunications Guide, "Business Scenarios for Defining
  Integration Workflow Processes".

  Background:
    Given an order with header
      | account  | priority |
      | Customer | High     |
    And its lines are
      | line | action | product         |
      | 1    | Add    | Internet Access |
      | 2    | Add    | Static Address  |

  @WF-11 @order-priorities @back-office-reports @crm
  Rule: The CRM shows on a sales order what a back office has done with it

    Background:
      When the order is submitted

    Example: The CRM shows the order status that the back office reports
      When the back office reports the order with
        | status  |
        | SHIPPED |
      Then the CRM has the order with
        | status  |
        | SHIPPED |

    Example: The status of one line is shown, and the other line stays as it was
      When the back office reports the order with
        | line | status    |
        | 1    | SHIPPED   |
        | 2    | ALLOCATED |
      And the back office reports the order with
        | line | status    |
        | 2    | DELIVERED |
      Then the desk shows the lines of the order
        | line | status    |
        | 1    | SHIPPED   |
        | 2    | DELIVERED |

    Example: A report about the whole order leaves its lines as they were
      When the back office reports the order with
        | line | status    |
        | 1    | SHIPPED   |
        | 2    | ALLOCATED |
      And the back office reports the order with
        | status  |
        | STARTED |
      Then the CRM has the order with
        | status  |
        | STARTED |
      And the desk shows the lines of the order
        | line | status    |
        | 1    | SHIPPED   |
        | 2    | ALLOCATED |

    @shipping-information
    Example: The CRM shows other reported values besides the status
      When the back office reports the order with
        | status  | ship by |
        | SHIPPED | Courier |
      Then the CRM has the order with
        | status  | ship by |
        | SHIPPED | Courier |
