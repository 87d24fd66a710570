Feature: Ids of lines that begin alike
  The ids of line 1 and of line 10 often begin alike. What is told of the one line is not
  told of the other.

  In these examples the order system gives every line an id of its own.

  Source: Process Sales Order Fulfillment, "About Sales Orders".

  @FL-08 @integration
  Rule: What is told of line 10 is not told of line 1
    Continued from cross_references.feature.

    Example: Statuses of lines 1, 1.10 and 10 reach the CRM for these lines
      Given an order with
        | line | action | product             |
        | 1    | Add    | VoIP Service Bundle |
        | 1.1  | Add    | VoIP Access         |
        | 1.10 | Add    | VoIP Voicemail      |
        | 10   | Add    | Internet Access     |
      And the order system has the order
      When the order system reports the status "COMPLETE" of line 10 of the order
      And the order system reports the status "IN PROGRESS" of line 1 of the order
      And the order system reports the status "COMPLETE" of line 1.10 of the order
      Then the CRM receives the line statuses of the order
        | line | status      |
        | 1    | IN PROGRESS |
        | 1.10 | COMPLETE    |
        | 10   | COMPLETE    |
