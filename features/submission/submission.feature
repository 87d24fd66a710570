Feature: Submitting an order
  A sales representative works on an order until it is right, and then submits it. Nothing
  is fulfilled before that, and the representative does not have to wait after it.

  Source: Process Sales Order Fulfillment, "Process Sales Order Fulfillment
  Business Flow Overview".

  @FL-02 @crm
  Rule: Fulfilment begins when a user submits the order, not when a user enters or saves it

    Example: A submitted order is queued
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      Then the order is queued once

    Example: An order that is only saved is not queued
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is saved again
      And the order is saved again
      And the order is saved again
      Then the order is not queued

  @FL-04 @crm
  Rule: Submitting an order puts it on the queue as one message with header and all lines

    Example: An order of four lines is queued as one message
      Given an order with
        | line | action | product             |
        | 1    | Add    | Internet Access     |
        | 2    | Add    | VoIP Service Bundle |
        | 2.1  | Add    | VoIP Access         |
        | 2.2  | Add    | VoIP Voicemail      |
      When the order is submitted
      Then the order is queued once
      And the queue holds the header of the order
        | account  |
        | Customer |
      And the queue holds the lines of the order
        | line | action | product             |
        | 1    | Add    | Internet Access     |
        | 2    | Add    | VoIP Service Bundle |
        | 2.1  | Add    | VoIP Access         |
        | 2.2  | Add    | VoIP Voicemail      |

    Example: Submitting twice queues one message
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      And the order is submitted
      Then the order is queued once

    @shipping-information
    Example: Each of two orders says for itself where it is for, who pays, and where goods are shipped
      Given an order "FIRST" with header
        | account  | payer     | site         | ship to       | ship by |
        | Customer | Neighbour | 12 Mill Lane | The back door | Courier |
      And its lines are
        | line | action | product     |
        | 1    | Add    | Home Router |
      And order "FIRST" is submitted
      And an order "SECOND" with header
        | account   | payer    | site        | ship to        |
        | Neighbour | Customer | 9 Quay Walk | The front door |
      And its lines are
        | line | action | product |
        | 1    | Add    | Handset |
      When order "SECOND" is submitted
      Then the queue holds the header of order "SECOND"
        | account   | payer    | site        | ship to        |
        | Neighbour | Customer | 9 Quay Walk | The front door |

  @FL-05
  Rule: A user who has submitted an order can go on at once, whatever happens to the order later

    @crm
    Example: The submission is taken although nobody reads the queue
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      Then the desk has accepted the submission of the order
      And the order is queued once

    @crm @order-tracking
    Example: The submission stays taken although the order system refuses the order later
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      And the order system reports a refusal of the order
      Then the desk has accepted the submission of the order
      And the order is not complete

    @integration @holdable-intake
    Example: An order on the queue is not reported as failed
      Given the intake is held
      And these orders are submitted and wait
        | order | priority |
        | FIRST | Medium   |
      Then order "FIRST" is free of refusals and fallouts
      When the intake is released
      Then the order system receives order "FIRST" once

    @integration
    Example: A later refusal reaches the CRM
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      And the order system reports a refusal of the order
      Then the order is refused or fallen out

    @integration @absent-neighbours
    Example: An order is not reported as failed while the order system cannot be reached
      Given the order system cannot be reached
      When a small order "FIRST" with priority Medium is submitted
      Then order "FIRST" is free of refusals and fallouts
      When the order system can be reached again
      Then the order system receives order "FIRST" once

    @integration @absent-neighbours
    Example: A refusal reaches the CRM after an outage of the CRM
      Given the CRM cannot be reached
      When a small order "FIRST" with priority Medium is submitted
      And the order system reports a refusal of order "FIRST"
      And the CRM can be reached again
      Then order "FIRST" is refused or fallen out

    @integration @holdable-intake
    Example: Updates of one order reach the CRM while other orders wait on the queue
      Given a small order "FIRST" with priority Medium is submitted
      And the intake is held
      When the order system reports the status "IN PROGRESS" of order "FIRST"
      Then the CRM receives in turn "IN PROGRESS" of order "FIRST"
