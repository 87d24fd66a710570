Feature: Sales orders between the CRM and back offices
  Accounting wants to know what was sold, and the field office what to install. Each works
  on the order in its own time, and the CRM shows what they have done.

  Source: Siebel eCommunications Guide, "Business Scenarios for Defining
  Integration Workflow Processes".

  Background:
    Given an order with header
      | account  | priority |
      | Customer | High     |
    And its lines are
      | line | action | product         | speed | upload | version | quantity |
      | 1    | Add    | Internet Access | 500   | 50     |         |          |
      | 2    | Add    | Static Address  |       |        | v6      | 2        |

  @WF-09 @order-priorities @back-office-requests @crm
  Rule: The CRM answers an outside system's request for a sales order with its header and lines

    The request goes to the workflow Get Sales Order Data.

    Example: The answer has the order's header
      When the order is submitted
      And the back office asks for the order
      Then the answer has the order with
        | priority |
        | High     |

    Example: The answer has the order's lines
      When the order is submitted
      And the back office asks for the order
      Then the answer has the order with
        | product         | action | speed | upload | version | quantity |
        | Internet Access | Add    | 500   | 50     |         |          |
        | Static Address  | Add    |       |        | v6      | 2        |

    Example: A request for an unknown order is answered with no such record
      When the order is submitted
      And the back office asks for order "NOBODY'S"
      Then the answer says that there is no such record
      When the back office asks for the order
      Then the answer has the order with
        | priority |
        | High     |

    @back-office-reports
    Example: A request does not change the order's status
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
    Example: The answer has the order's latest revision
      When the order is submitted
      And the order is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
        | 3    | Add    | Handset         |       |
      And the back office asks for the order
      Then the answer has the order with
        | product         | action | speed |
        | Internet Access | Add    | 500   |
        | Handset         | Add    |       |

  @WF-10 @order-priorities @back-office-push @crm
  Rule: A sales order that a user creates is sent to every configured back office

    A CRM may also send later changes of the order; no example asks for that.

    Example: Each back office gets the order with its lines
      When the order is submitted
      Then each back office has the order with
        | product         | action | speed | upload | version | quantity |
        | Internet Access | Add    | 500   | 50     |         |          |
        | Static Address  | Add    |       |        | v6      | 2        |

    Example: Each back office gets the order once
      When the order is submitted
      Then each back office has the order with
        | product         |
        | Internet Access |
        | Static Address  |
      And each back office is sent no two copies of the order

    Example: Orders of two customers are sent each with its own customer
      Given an order "OTHER" with header
        | account   |
        | Neighbour |
      And its lines are
        | line | action | product |
        | 1    | Add    | Handset |
      When the order is submitted
      And order "OTHER" is submitted
      Then each back office has the order with
        | product         |
        | Internet Access |
        | Static Address  |
      And each back office has order "OTHER" with
        | product |
        | Handset |

    Example: Each back office gets an order for a later date
      Given an order "LATER" for "in 5 days" with
        | line | action | product        |
        | 1    | Add    | Static Address |
      When order "LATER" is submitted
      Then each back office has order "LATER" with
        | product        |
        | Static Address |

    @installed-base
    Example: Each back office gets a follow-on order
      Given an order "BASE" with
        | line | action | product         | asset |
        | 1    | Add    | Internet Access | HOME  |
      And the order system has order "BASE" past its points of no return
      And a change order "FASTER" with
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 1000  | line 1 of BASE |
      When order "FASTER" is submitted
      Then each back office has order "FASTER" with
        | action |
        | Update |

    Example: A back office that was down gets the order later, and the other one gets no second copy
      Given back office "Accounting" cannot be reached
      When the order is submitted
      And a user waits for the sending of the order
      And back office "Accounting" can be reached again
      Then each back office has the order with
        | product         |
        | Internet Access |
        | Static Address  |
      And each back office is sent no two copies of the order
