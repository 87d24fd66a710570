Feature: Choosing a priority
  The sales representative who talks to the customer knows best how urgent an order is.
  All other systems use the priority that was picked at submission.

  Source: Process Sales Order Fulfillment, "Supporting Order Priorities" and
  table 8-5.

  @PR-01 @order-priorities @crm
  Rule: The priority of an order is the one that its user picks when submitting it

    Background:
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |

    Example: The order is queued with the priority that was picked
      When a user submits the order with priority "High"
      Then the queue holds the header of the order
        | priority | queue priority |
        | High     | 7              |

    Example: A priority that is changed after submission is not sent
      When a user submits the order with priority "Low"
      And a user sets the priority of the order to "Urgent" and saves it
      Then the order is queued once
      And the queue holds the header of the order
        | priority | queue priority |
        | Low      | 3              |

    # For systems that declare no_priority = "default":
    @no-priority-default
    Example: Where a missing priority is allowed, the CRM invents none
      When a user submits the order without priority
      Then the order is queued once
      And the queue holds the order without a priority or with the declared default

    # For systems that declare no_priority = "refuse":
    @no-priority-refuse
    Example: Where a priority must be picked, an order is submitted only with one
      When a user submits the order without priority
      Then the order is not queued

  @PR-10 @order-priorities
  Rule: Low, Medium, High and Urgent are 3, 5, 7 and 9 on the queue, and table 8-5 has no other priorities

    @crm
    Scenario Outline: The CRM gives an order of priority <priority> its queue priority
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When a user submits the order with priority "<priority>"
      Then the queue holds the header of the order
        | priority   | queue priority   |
        | <priority> | <queue priority> |

      Examples:
        | priority | queue priority |
        | Low      | 3              |
        | Medium   | 5              |
        | High     | 7              |
        | Urgent   | 9              |

    @integration
    Scenario Outline: The integration hands an order of priority <priority> on with its queue priority
      When a small order with priority <priority> is submitted
      Then the order system receives the order with queue priority <queue priority>
      And the order system receives the header of the order with
        | priority   |
        | <priority> |

      Examples:
        | priority | queue priority |
        | Low      | 3              |
        | Medium   | 5              |
        | High     | 7              |
        | Urgent   | 9              |

    @integration
    Example: The integration hands each order on with the order's own priority
      When a small order "FIRST" with priority Low is submitted
      And a small order "SECOND" with priority Urgent is submitted
      Then the order system receives order "SECOND" with queue priority 9

    @crm
    Example: The CRM does not queue an order with an unknown priority
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When a user submits the order with priority "Whenever"
      Then the order is not queued with priority "Whenever"

  @PR-12 @order-priorities
  Rule: A company can add priorities to those of table 8-5

    @crm
    Scenario Outline: The extended table gives the priority <priority> its queue priority
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When a user submits the order with priority "<priority>"
      Then the queue holds the header of the order
        | priority   | queue priority   |
        | <priority> | <queue priority> |

      Examples: Between and below those of the table
        | priority     | queue priority |
        | Escalated    | 8              |
        | Critical-low | 1              |

      Examples: Those of the table keep their numbers
        | priority | queue priority |
        | Low      | 3              |
        | Medium   | 5              |
        | High     | 7              |
        | Urgent   | 9              |

    @integration
    Scenario Outline: The integration hands the added priority <priority> on with its name and number
      When a small order with priority <priority> is submitted
      Then the order system receives the order with queue priority <queue priority>
      And the order system receives the header of the order with
        | priority   |
        | <priority> |

      Examples:
        | priority     | queue priority |
        | Escalated    | 8              |
        | Critical-low | 1              |
