Feature: How a back office gets on with a sales order
  Who took the order wants to see how far it is without asking the back office.

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
  Rule: What a back office has done with a sales order is shown on it in the CRM

    Background:
      When the order is submitted

    Example: The status of the order
      When the back office reports the order with
        | status  |
        | SHIPPED |
      Then the CRM has the order with
        | status  |
        | SHIPPED |

    Example: The status of one line is shown, the other stays as it was
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

    Example: What is reported of the order as a whole leaves its lines as they were
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
    Example: More than the status
      When the back office reports the order with
        | status  | ship by |
        | SHIPPED | Courier |
      Then the CRM has the order with
        | status  | ship by |
        | SHIPPED | Courier |
