Feature: Submitting an order
  A sales representative works on an order until it is right, and then submits
  it. Nothing before that may reach fulfilment, and nothing after that may keep
  the representative waiting.

  Source: Process Sales Order Fulfillment, "Process Sales Order Fulfillment
  Business Flow Overview".

  @FL-02 @crm
  Rule: Fulfilment begins when a user submits the order, not when it is entered or saved

    Example: A submitted order goes on its way
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      Then the order is queued once

    Example: An order that is saved again and again goes nowhere
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is saved again
      And the order is saved again
      And the order is saved again
      Then the order is not queued

  @FL-04 @crm
  Rule: Submitting an order puts it on the queue as one message, header and all lines

    Example: Four lines are one message
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

    Example: Two clicks are one submission
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      And the order is submitted
      Then the order is queued once

  @FL-05
  Rule: A user who has submitted an order goes on at once, whatever becomes of the order later

    @crm
    Example: Nobody has taken the order up yet
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      Then the desk has taken the submission of the order
      And the order is queued once

    @crm @order-tracking
    Example: The order system refuses the order afterwards
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      And the order system reports a refusal of the order
      Then the desk has taken the submission of the order
      And the order is not complete

    @integration @holdable-intake
    Example: The CRM is not told that an order failed because nobody takes it up
      Given the intake is held
      And these orders are submitted and wait
        | order | priority |
        | FIRST | Medium   |
      Then order "FIRST" is free of refusals and fallouts
      When the intake is released
      Then the order system receives order "FIRST" once

    @integration
    Example: What becomes of an order later reaches the CRM afterwards
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      And the order system reports a refusal of the order
      Then the order is refused or fallen out

    @integration @absent-neighbours
    Example: The CRM is not told that an order failed because the order system cannot be reached
      Given the order system cannot be reached
      When a small order "FIRST" with priority Medium is submitted
      Then order "FIRST" is free of refusals and fallouts
      When the order system can be reached again
      Then the order system receives order "FIRST" once

    @integration @absent-neighbours
    Example: A refusal that comes while the CRM cannot be reached reaches it later
      Given the CRM cannot be reached
      When a small order "FIRST" with priority Medium is submitted
      And the order system reports a refusal of order "FIRST"
      And the CRM can be reached again
      Then order "FIRST" is refused or fallen out

    @integration @holdable-intake
    Example: While orders wait on the queue, what becomes of others reaches the CRM
      Given a small order "FIRST" with priority Medium is submitted
      And the intake is held
      When the order system reports the status "IN PROGRESS" of order "FIRST"
      Then the CRM receives in turn "IN PROGRESS" of order "FIRST"
