@som
Feature: Revisions beside changes, failures and values
  A revision comes at any time: while a line has failed, while a service is being changed,
  after the network has assigned a number. Only what it alters may be touched, and all
  that was open before is still open after it.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning".

  Background:
    Given an order with
      | line | action | product         | asset | speed | greeting |
      | 1    | Add    | Internet Access | HOME  | 100   |          |
      | 2    | Add    | VoIP Voicemail  | MAIL  |       | short    |

  @PV-06
  Rule: Where a line has failed, a revision alters the line or leaves it as it is

    Background:
      Given the network cannot finish line 1 of the order
      And the order is held in the network

    @supplementals+failures
    Example: A failed line that the revision leaves alone is mended later, and done once
      When the network completes what it has of the order
      And the order is revised to
        | line | action | product         | asset | speed | greeting |
        | 1    | Add    | Internet Access | HOME  | 100   |          |
        | 2    | Add    | VoIP Voicemail  | MAIL  |       | long     |
      And the network does line 1 of the order after all
      And the network completes what it has of the order
      Then the order system receives the end of the fault of the order
      And the network did each step of line 1 of the order once and undid none

    @supplementals+failures
    Example: A failed line that is wanted differently is set up as it is wanted last
      When the network completes what it has of the order
      And the order is revised to
        | line | action | product         | asset | speed | greeting |
        | 1    | Add    | Internet Access | HOME  | 500   |          |
        | 2    | Add    | VoIP Voicemail  | MAIL  |       | short    |
      And the network does line 1 of the order after all
      And the network completes what it has of the order
      Then the network has set up the order
        | line | speed | greeting |
        | 1    | 500   |          |
        | 2    |       | short    |

    @supplementals+failures
    Example: A failed line that is taken out leaves nothing behind, and the other line is complete
      When the network completes what it has of the order
      And the order is revised to
        | line | action | product        | asset | greeting |
        | 2    | Add    | VoIP Voicemail | MAIL  | short    |
      And the network completes what it has of the order
      Then the network has nothing of line 1 of the order
      And the network did each step of line 2 of the order once and undid none

  @PV-06
  Rule: A breakdown does not make a revision forgotten

    @restartable @supplementals+restarts
    Example: After a breakdown the order is carried on as it was revised
      Given the order is held in the network
      When the order is revised to
        | line | action | product         | asset | speed | greeting |
        | 1    | Add    | Internet Access | HOME  | 500   |          |
        | 2    | Add    | VoIP Voicemail  | MAIL  |       | long     |
      And service order management breaks down and is started again
      And the network completes what it has of the order
      Then the network has set up the order
        | line | speed | greeting |
        | 1    | 500   |          |
        | 2    |       | long     |
