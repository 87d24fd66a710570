Feature: Approval and acknowledgement
  A big order is looked at by a supervisor before it costs anything. And the
  customer is told that the order was received: once, and by mail.

  In the catalogue an order for a Leased Line is one for a supervisor. Whether it
  is queued only then, or queued with the mark that approval is awaited, is open.

  Source: Siebel Order Management Guide, "Scenario for Order Management".

  @SC-12 @crm
  Rule: An order that needs approval goes to fulfilment only after a supervisor has approved it

    Background:
      Given an order "BIG" with
        | line | action | product     |
        | 1    | Add    | Leased Line |

    Example: An approved order goes on to fulfilment
      When order "BIG" is submitted
      And a supervisor approves order "BIG"
      Then order "BIG" goes on to fulfilment once
      And the queue holds the lines of order "BIG"
        | line | action | product     |
        | 1    | Add    | Leased Line |

    Example: A rejected order does not go on to fulfilment
      When order "BIG" is submitted
      And a supervisor rejects order "BIG"
      Then order "BIG" goes on to fulfilment not at all

    Example: An order that needs no approval goes on at once
      Given an order "SMALL" with
        | line | action | product     |
        | 1    | Add    | Home Router |
      When order "BIG" is submitted
      And order "SMALL" is submitted
      Then order "SMALL" goes on to fulfilment once

    Example: An approval is for one order only
      Given an order "OTHER" with
        | line | action | product     |
        | 1    | Add    | Leased Line |
      When order "BIG" is submitted
      And order "OTHER" is submitted
      And a supervisor approves order "OTHER"
      Then order "OTHER" goes on to fulfilment once
      And order "BIG" goes on to fulfilment not at all

    Example: An approval does not submit a draft
      When a supervisor approves order "BIG"
      Then order "BIG" goes on to fulfilment not at all

    # For systems that declare approval_comes = "after-submission":
    @order-tracking @approval-comes-after-submission
    Example: While an order waits for a supervisor nothing is fulfilled
      When order "BIG" is submitted
      Then the desk has taken the submission of order "BIG"
      And order "BIG" goes on to fulfilment not at all

    # For systems that declare approval_comes = "before-submission":
    @approval-comes-before-submission
    Example: The CRM submits an order that needs approval only after the approval
      When order "BIG" is submitted
      Then order "BIG" goes on to fulfilment not at all

  @SC-13 @crm
  Rule: The customer is sent an acknowledgement of a submitted order by mail, once

    Example: The customer is sent one mail, which names the order
      Given an order with
        | line | action | product     |
        | 1    | Add    | Home Router |
      When the order is submitted
      Then the customer is sent one acknowledgement of the order

    Example: Two clicks on submit lead to one mail
      Given an order with
        | line | action | product     |
        | 1    | Add    | Home Router |
      When the order is submitted
      And the order is submitted
      Then the customer is sent one acknowledgement of the order

    @changes-after-submission
    Example: A revision is not acknowledged in the words of the first order
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

    Example: A draft is not acknowledged
      Given an order with
        | line | action | product     |
        | 1    | Add    | Home Router |
      When the order is saved again
      Then the customer is sent no acknowledgement of the order

    Example: A customer without an address orders all the same
      Given an order with header
        | account   |
        | Neighbour |
      And its lines are
        | line | action | product     |
        | 1    | Add    | Home Router |
      When the order is submitted
      Then the order is queued once
      And the order is open
      And the customer is sent no acknowledgement of the order
