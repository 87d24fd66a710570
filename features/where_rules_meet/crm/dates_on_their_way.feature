Feature: Due dates together with priorities, service points, approvals and drafts
  A due date says when an order is to start. It replaces neither a priority nor an
  approval, and a user who changes it leaves the rest of the order alone.

  Source: Process Sales Order Fulfillment, "About Future-Dated Orders" and "Supporting
  Order Priorities"; Siebel Order Management Guide, "Scenario for Order Management".

  @PR-01 @order-priorities
  Rule: A dated order has the priority that was picked

    @crm @dates+priorities
    Scenario Outline: A dated order is queued with the priority <priority> that was picked
      Given an order "LATER" for "in 10 days" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When a user submits order "LATER" with priority "<priority>"
      Then the queue holds the header of order "LATER"
        | due date   | priority   | queue priority |
        | in 10 days | <priority> | <number>       |

      Examples:
        | priority | number |
        | Urgent   | 9      |
        | Low      | 3      |

  @DD-01 @crm
  Rule: A change of the date leaves everything else as it is

    @order-priorities @dates+priorities
    Example: A dated order that is put off keeps its priority
      Given an order "LATER" for "in 10 days" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And order "LATER" has priority High
      And the order system has order "LATER"
      When order "LATER" is revised to the due date "in 20 days"
      Then the queue holds the header of order "LATER"
        | due date   | priority | queue priority |
        | in 20 days | High     | 7              |

    @withdrawal-absent @kept-service-points @dates+service-points
    Example: A dated order that is put off keeps its service point
      Given an order "LATER" for "in 10 days" with
        | line | action | product         | service point |
        | 1    | Add    | Internet Access |               |
        | 2    | Add    | Internet Access | Customer      |
      And the order system has order "LATER"
      When order "LATER" is revised to the due date "in 20 days"
      Then the queue holds the header of order "LATER"
        | due date   |
        | in 20 days |
      And the queue holds the lines of order "LATER"
        | line | action | product         | service point |
        | 1    | Add    | Internet Access |               |
        | 2    | Add    | Internet Access | Customer      |

  @SC-12 @crm
  Rule: A due date does not replace an approval, and an approval does not replace a due date

    Background:
      Given an order "BIG" for "in 10 days" with
        | line | action | product     |
        | 1    | Add    | Leased Line |

    @dates+approval
    Example: A dated order that is approved keeps its due date
      When order "BIG" is submitted
      And a supervisor approves order "BIG"
      Then order "BIG" is released to fulfilment once
      And the queue holds the header of order "BIG"
        | account  | due date   |
        | Customer | in 10 days |

    @virtual-clock @dates+approval
    Example: A dated order that is not approved stays in the CRM when its date comes
      When order "BIG" is submitted
      And the clock comes to the due date of order "BIG"
      Then order "BIG" is not released to fulfilment

    @virtual-clock @dates+approval
    Example: A dated order that was rejected is not released when its date comes
      When order "BIG" is submitted
      And a supervisor rejects order "BIG"
      And the clock comes to the due date of order "BIG"
      Then order "BIG" is not released to fulfilment

  @FD-02
  Rule: The due date of the last draft is submitted

    @crm @dates+drafts
    Example: A due date that was changed on a revised draft is submitted
      Given an order "LATER" for "in 10 days" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And order "LATER" is revised before submission to
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 2    | Add    | Static Address  |
      When a user sets the due date of order "LATER" to "in 20 days" and saves it
      And order "LATER" is submitted
      Then the queue holds the header of order "LATER"
        | account  | due date   |
        | Customer | in 20 days |

  @FO-03 @installed-base @order-tracking @withdrawal-absent @revisable-modify-orders @revisable-due-date @modify-orders+dates @crm
  Rule: Which change comes first is told by the dates as they were revised last

    Example: A dated change waits for a suspension that was brought forward
      Given the customer has
        | asset | product         | speed |
        | HOME  | Internet Access | 100   |
      And a change order "PAUSE" for "in 10 days" with
        | line | action  | asset |
        | 1    | Suspend | HOME  |
      And the order system has order "PAUSE"
      And a change order "FASTER" for "in 5 days" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      When order "PAUSE" is revised to the due date "in 2 days"
      And order "FASTER" is submitted
      Then the queue holds the lines of order "FASTER"
        | line | action | asset | depends on      |
        | 1    | Update | HOME  | line 1 of PAUSE |
