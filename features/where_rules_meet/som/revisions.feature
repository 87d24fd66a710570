@som
Feature: Revisions with failures and breakdowns
  A revision comes at any time: while a line has failed, or before a breakdown. Only what
  it changes may be touched, and everything else stays as it was.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning".

  Background:
    Given an order with
      | line | action | product         | asset | speed | greeting |
      | 1    | Add    | Internet Access | HOME  | 100   |          |
      | 2    | Add    | VoIP Voicemail  | MAIL  |       | short    |

  @PV-06
  Rule: A revision changes a failed line or leaves it as it is

    Background:
      Given the network cannot finish line 1 of the order
      And the order is held in the network

    @supplementals+failures @failed-line-alone
    Example: A line that was undone beside a failed one is set up when a revision adds it again
      When the order is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |
      And the network completes all its work for the order
      And the order is revised to
        | line | action | product         | asset | speed | greeting |
        | 1    | Add    | Internet Access | HOME  | 100   |          |
        | 2    | Add    | VoIP Voicemail  | MAIL  |       | long     |
      And the network completes all its work for the order
      Then the network has set up the order
        | line | greeting |
        | 2    | long     |

    @supplementals+failures
    Example: A failed line that the revision leaves unchanged is mended later and done once
      When the network completes all its work for the order
      And the order is revised to
        | line | action | product         | asset | speed | greeting |
        | 1    | Add    | Internet Access | HOME  | 100   |          |
        | 2    | Add    | VoIP Voicemail  | MAIL  |       | long     |
      And the network does line 1 of the order after all
      And the network completes all its work for the order
      Then the order system receives the end of the fault of the order
      And the network did each step of line 1 of the order once and undid none

    @supplementals+failures
    Example: A failed line that the revision changes is set up with its last values
      When the network completes all its work for the order
      And the order is revised to
        | line | action | product         | asset | speed | greeting |
        | 1    | Add    | Internet Access | HOME  | 500   |          |
        | 2    | Add    | VoIP Voicemail  | MAIL  |       | short    |
      And the network does line 1 of the order after all
      And the network completes all its work for the order
      Then the network has set up the order
        | line | speed | greeting |
        | 1    | 500   |          |
        | 2    |       | short    |

    @supplementals+failures
    Example: A failed line that is withdrawn leaves nothing, and the other line is complete
      When the network completes all its work for the order
      And the order is revised to
        | line | action | product        | asset | greeting |
        | 2    | Add    | VoIP Voicemail | MAIL  | short    |
      And the network completes all its work for the order
      Then the network has nothing of line 1 of the order
      And the network did each step of line 2 of the order once and undid none

  @PV-06 @restartable
  Rule: A revision is still known after a breakdown

    @supplementals+restarts
    Example: After a breakdown the order is completed as revised
      Given the order is held in the network
      When the order is revised to
        | line | action | product         | asset | speed | greeting |
        | 1    | Add    | Internet Access | HOME  | 500   |          |
        | 2    | Add    | VoIP Voicemail  | MAIL  |       | long     |
      And service order management breaks down and is started again
      And the network completes all its work for the order
      Then the network has set up the order
        | line | speed | greeting |
        | 1    | 500   |          |
        | 2    |       | long     |

    @supplementals+restarts
    Example: A withdrawn line that is half undone in a breakdown is undone to its end
      Given the order is held in the network
      When the network does a step of line 2 of the order
      And the network does a step of line 2 of the order
      And the order is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |
      And service order management breaks down and is started again
      And the network completes all its work for the order
      Then the network has nothing of line 2 of the order
