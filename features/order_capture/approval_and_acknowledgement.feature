Feature: Approval and acknowledgement
  A supervisor looks at a big order before it costs anything. The customer is told once,
  by mail, that the order was received.

  In the catalogue an order for a Leased Line needs approval. A system may queue such an
  order only after the approval, or queue it with a mark that approval is still awaited.

  Source: Siebel Order Management Guide, "Scenario for Order Management".

  @SC-12 @crm
  Rule: An order that needs approval goes to fulfilment only after a supervisor has approved it

    Background:
      Given an order "BIG" with
        | line | action | product     |
        | 1    | Add    | Leased Line |

    Example: An approved order is released to fulfilment
      When order "BIG" is submitted
      And a supervisor approves order "BIG"
      Then order "BIG" is released to fulfilment once
      And the queue holds the lines of order "BIG"
        | line | action | product     |
        | 1    | Add    | Leased Line |

    Example: A rejected order is not released to fulfilment
      When order "BIG" is submitted
      And a supervisor rejects order "BIG"
      Then order "BIG" is not released to fulfilment

    Example: An order that needs no approval is released at once
      Given an order "SMALL" with
        | line | action | product     |
        | 1    | Add    | Home Router |
      When order "BIG" is submitted
      And order "SMALL" is submitted
      Then order "SMALL" is released to fulfilment once

    Example: The approval of one order does not release another order
      Given an order "OTHER" with
        | line | action | product     |
        | 1    | Add    | Leased Line |
      When order "BIG" is submitted
      And order "OTHER" is submitted
      And a supervisor approves order "OTHER"
      Then order "OTHER" is released to fulfilment once
      And order "BIG" is not released to fulfilment

    Example: An approval does not submit a draft
      When a supervisor approves order "BIG"
      Then order "BIG" is not released to fulfilment

    # For systems that declare approval_comes = "after-submission":
    @order-tracking @approval-comes-after-submission
    Example: Where approval follows submission, a submitted order waits for its approval
      When order "BIG" is submitted
      Then the desk has accepted the submission of order "BIG"
      And order "BIG" is not released to fulfilment

    # For systems that declare approval_comes = "before-submission":
    @approval-comes-before-submission
    Example: Where approval comes before submission, an order is not released before its approval
      When order "BIG" is submitted
      Then order "BIG" is not released to fulfilment

    @approval-comes-before-submission @changes-to-drafts
    Example: Where approval comes before submission, it is not for what a user enters afterwards
      When a supervisor approves order "BIG"
      And order "BIG" is changed as a draft to
        | line | action | product     |
        | 1    | Add    | Leased Line |
        | 2    | Add    | Leased Line |
      And order "BIG" is submitted
      Then line 2 of order "BIG" is not queued

  @SC-13 @crm
  Rule: The CRM sends the customer one acknowledgement of a submitted order by mail

    Example: The customer is sent one mail that names the order
      Given an order with
        | line | action | product     |
        | 1    | Add    | Home Router |
      When the order is submitted
      Then the customer is sent one acknowledgement of the order

    Example: Submitting twice leads to one mail
      Given an order with
        | line | action | product     |
        | 1    | Add    | Home Router |
      When the order is submitted
      And the order is submitted
      Then the customer is sent one acknowledgement of the order

    @changes-after-submission
    Example: A revision leads to no second acknowledgement of the first order
      Given an order with
        | line | action | product     |
        | 1    | Add    | Home Router |
      And the order system has the order
      When the order is revised to
        | line | action | product     |
        | 1    | Add    | Home Router |
        | 2    | Add    | Handset     |
      Then the order is queued two times
      And the customer is sent one acknowledgement of the order

    Example: A draft leads to no acknowledgement
      Given an order with
        | line | action | product     |
        | 1    | Add    | Home Router |
      When the order is saved again
      Then the customer is sent no acknowledgement of the order

    Example: An order of a customer without a mail address is submitted all the same
      Given an order with header
        | account   | payer    |
        | Neighbour | Customer |
      And its lines are
        | line | action | product     |
        | 1    | Add    | Home Router |
      When the order is submitted
      Then the order is queued once
      And the order is open
      And the customer is sent no acknowledgement of the order
