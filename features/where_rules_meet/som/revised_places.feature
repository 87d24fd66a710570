@som
Feature: Revisions that change an address, and values that are assigned meanwhile
  A customer gives another address when half the work is done. What was set up at the old
  address is undone, and the other lines stay. A number that the network assigns meanwhile
  is not lost.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning".

  Background:
    Given an order with
      | line | action | product         | asset | site         | greeting |
      | 1    | Add    | VoIP Access     | VOICE | 12 Mill Lane |          |
      | 2    | Add    | VoIP Voicemail  | MAIL  | 12 Mill Lane | short    |

  @PV-06
  Rule: A line that a revision moves is undone at the old address and set up at the new one

    @supplementals+service-points
    Example: A half-done line is moved, and the other line stays
      Given the order is held in the network
      When the network does a step of line 2 of the order
      And the order is revised to
        | line | action | product        | asset | site         | greeting |
        | 1    | Add    | VoIP Access    | VOICE | 12 Mill Lane |          |
        | 2    | Add    | VoIP Voicemail | MAIL  | 4 River Walk | short    |
      And the network completes all its work for the order
      Then the network has set up the order
        | line | site         | greeting |
        | 1    | 12 Mill Lane |          |
        | 2    | 4 River Walk | short    |
      And the network did each step of line 1 of the order once and undid none

    @supplementals+service-points
    Example: A line that is nearly set up is moved as a whole
      Given the order is held in the network
      When the network does a step of line 2 of the order
      And the network does a step of line 2 of the order
      And the order is revised to
        | line | action | product        | asset | site         | greeting |
        | 1    | Add    | VoIP Access    | VOICE | 12 Mill Lane |          |
        | 2    | Add    | VoIP Voicemail | MAIL  | 4 River Walk | long     |
      And the network completes all its work for the order
      Then the network has set up the order
        | line | site         | greeting |
        | 2    | 4 River Walk | long     |

    @supplementals+service-points
    Example: A line that is revised back to its first address is there only
      Given the order is held in the network
      When the network does a step of line 2 of the order
      And the order is revised to
        | line | action | product        | asset | site         | greeting |
        | 1    | Add    | VoIP Access    | VOICE | 12 Mill Lane |          |
        | 2    | Add    | VoIP Voicemail | MAIL  | 4 River Walk | short    |
      And the order is revised to
        | line | action | product        | asset | site         | greeting |
        | 1    | Add    | VoIP Access    | VOICE | 12 Mill Lane |          |
        | 2    | Add    | VoIP Voicemail | MAIL  | 12 Mill Lane | short    |
      And the network completes all its work for the order
      Then the network has set up the order
        | line | site         |
        | 2    | 12 Mill Lane |

    @idempotent-delivery @service-points+redelivery
    Example: An older version that is delivered again does not move a line back
      Given the order is held in the network
      When the order is revised to
        | line | action | product        | asset | site         | greeting |
        | 1    | Add    | VoIP Access    | VOICE | 12 Mill Lane |          |
        | 2    | Add    | VoIP Voicemail | MAIL  | 4 River Walk | short    |
      And every version of the order but the last is delivered again
      And the network completes all its work for the order
      Then the network has set up the order
        | line | site         |
        | 1    | 12 Mill Lane |
        | 2    | 4 River Walk |

    @restartable @service-points+restarts
    Example: A breakdown during the move leaves the line at the new address only
      Given the order is held in the network
      When the network does a step of line 2 of the order
      And the order is revised to
        | line | action | product        | asset | site         | greeting |
        | 1    | Add    | VoIP Access    | VOICE | 12 Mill Lane |          |
        | 2    | Add    | VoIP Voicemail | MAIL  | 4 River Walk | short    |
      And service order management breaks down and is started again
      And the network completes all its work for the order
      Then the network has set up the order
        | line | site         |
        | 1    | 12 Mill Lane |
        | 2    | 4 River Walk |

  @UF-07
  Rule: A value is reported for its line, whichever version of the order added the line

    @supplementals+filled-in-data
    Example: A value of an added line is reported for that line
      Given the network assigns "number" "020 7946 0999" to line 3 of the order
      And the order is held in the network
      When the order is revised to
        | line | action | product        | asset | site         | greeting |
        | 1    | Add    | VoIP Access    | VOICE | 12 Mill Lane |          |
        | 2    | Add    | VoIP Voicemail | MAIL  | 12 Mill Lane | short    |
        | 3    | Add    | VoIP Access    | FAX   | 12 Mill Lane |          |
      And the network completes all its work for the order
      Then the order system receives the value "020 7946 0999" of "number" of line 3 of the order
      But the order system does not receive the value "020 7946 0999" of "number" of line 1 of the order

    @supplementals+filled-in-data
    Example: A value that is assigned while the revision is worked in is reported
      Given the network assigns "mailbox" "4711" to line 2 of the order
      And the order is held in the network
      When the order is revised to
        | line | action | product        | asset | site         | greeting |
        | 1    | Add    | VoIP Access    | VOICE | 12 Mill Lane |          |
        | 2    | Add    | VoIP Voicemail | MAIL  | 12 Mill Lane | long     |
      And the network does a step of line 2 of the order
      Then the order system receives the value "4711" of "mailbox" of line 2 of the order
