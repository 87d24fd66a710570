Feature: Sales orders between the CRM and back offices
  Accounting wants to know what was sold, the field office what is to be brought. They
  act on an order each in its own time, and the CRM shows what has become of it.

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

  @WF-09 @order-priorities @back-office-requests @crm
  Rule: An outside system that asks for a sales order gets its header and its lines from the CRM

    The request goes to the workflow Get Sales Order Data.

    Example: The answer has the header
      When the order is submitted
      And the back office asks for the order
      Then the answer has the order with
        | priority |
        | High     |

    Example: The answer has the lines
      When the order is submitted
      And the back office asks for the order
      Then the answer has the order with
        | product         | action |
        | Internet Access | Add    |
        | Static Address  | Add    |

    Example: The answer about an unknown order says that there is none
      When the order is submitted
      And the back office asks for order "NOBODY'S"
      Then the answer says that there is no such record
      When the back office asks for the order
      Then the answer has the order with
        | priority |
        | High     |

    @back-office-reports
    Example: An order's status is the same after it was asked for
      When the order is submitted
      And the back office reports the order with
        | status  |
        | SHIPPED |
      And the back office asks for the order
      Then the answer has the order with
        | status  |
        | SHIPPED |
      And the CRM has the order with
        | status  |
        | SHIPPED |

    @changes-after-submission
    Example: The answer has the order as it was revised last
      When the order is submitted
      And the order is revised to
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 3    | Add    | Handset         |
      And the back office asks for the order
      Then the answer has the order with
        | product         | action |
        | Internet Access | Add    |
        | Handset         | Add    |

  @WF-10 @order-priorities @back-office-push @crm
  Rule: A sales order that a user creates in the CRM is sent to every back office that is set up

    Sending changes as well is allowed, and not asked for.

    Example: Each back office has the order with its lines
      When the order is submitted
      Then each back office has the order with
        | product         | action |
        | Internet Access | Add    |
        | Static Address  | Add    |

    Example: Each back office has the order once
      When the order is submitted
      Then each back office has the order with
        | product         |
        | Internet Access |
        | Static Address  |
      And each back office is sent no two copies of the order

    Example: A back office that was down gets the order when it is back, the other no second copy
      Given back office "Accounting" cannot be reached
      When the order is submitted
      And back office "Accounting" can be reached again
      Then each back office has the order with
        | product         |
        | Internet Access |
        | Static Address  |
      And each back office is sent no two copies of the order
