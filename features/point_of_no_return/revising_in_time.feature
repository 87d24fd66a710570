Feature: The last moment for a revision
  Once a technician has been sent or a number ported, undoing the work costs more than
  finishing it. So each product has a point of no return, after which its line can no
  longer be revised. The work goes on after that point.

  In the catalogue Internet Access has its point of no return at "DESIGNED", Static
  Address at "ACTIVATED", VoIP Voicemail only at its completion.

  Source: Process Sales Order Fulfillment, "About Sales Orders", on the point of
  no return.

  Background:
    Given provisioning holds its work
    And an order "BASE" with
      | line | action | product         | asset | speed | version |
      | 1    | Add    | Internet Access | HOME  | 100   |         |
      | 2    | Add    | Static Address  | FIXED |       | v4      |
    And order "BASE" is held at provisioning

  @PN-01 @oms
  Rule: The order system derives from the products on an order when its lines can no longer be revised

    Example: A line before its point of no return is revised
      Given the lines of order "BASE" have reached these milestones
        | line | milestone |
        | 1    | RESERVED  |
      When order "BASE" is revised to
        | line | action | product         | asset | speed | version |
        | 1    | Add    | Internet Access | HOME  | 500   |         |
        | 2    | Add    | Static Address  | FIXED |       | v4      |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | speed |
        | HOME  | 500   |

    Example: A line past its point of no return is not revised
      Given the lines of order "BASE" have reached these milestones
        | line | milestone |
        | 1    | DESIGNED  |
      When order "BASE" is revised to
        | line | action | product         | asset | speed | version |
        | 1    | Add    | Internet Access | HOME  | 500   |         |
        | 2    | Add    | Static Address  | FIXED |       | v4      |
      Then the revision of order "BASE" is refused
      When provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | speed |
        | HOME  | 100   |

    @two-places
    Example: A product without a point of no return can be revised until it is complete
      Given an order "VOICEMAIL" with
        | line | action | product        | asset | greeting |
        | 1    | Add    | VoIP Voicemail | VOICE | short    |
      And order "VOICEMAIL" is held at provisioning
      And the lines of order "VOICEMAIL" have reached these milestones
        | line | milestone |
        | 1    | ACTIVATED |
      When order "VOICEMAIL" is revised to
        | line | action | product        | asset | greeting |
        | 1    | Add    | VoIP Voicemail | VOICE | long     |
      And provisioning completes order "VOICEMAIL"
      Then order "VOICEMAIL" is complete
      And provisioning has
        | asset | greeting |
        | VOICE | long     |

  @PN-02 @oms
  Rule: Each line has its own point of no return: a revision that changes a locked line is refused as a whole

    Background:
      Given the lines of order "BASE" have reached these milestones
        | line | milestone |
        | 1    | DESIGNED  |
        | 2    | DESIGNED  |

    Example: A revision that changes a locked line is refused as a whole
      When order "BASE" is revised to
        | line | action | product         | asset | speed | version |
        | 1    | Add    | Internet Access | HOME  | 500   |         |
        | 2    | Add    | Static Address  | FIXED |       | v6      |
      Then the revision of order "BASE" is refused
      When provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | speed | version |
        | HOME  | 100   |         |
        | FIXED |       | v4      |

    # For systems that declare ponr_scope = "item":
    @ponr-scope-item
    Example: A revision that changes only the unlocked line is fulfilled
      When order "BASE" is revised to
        | line | action | product         | asset | speed | version |
        | 1    | Add    | Internet Access | HOME  | 100   |         |
        | 2    | Add    | Static Address  | FIXED |       | v6      |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | version |
        | FIXED | v6      |

    @ponr-scope-item @two-places
    Example: Of two lines with the same product, the locked one stays and the other is revised
      Given an order "TWICE" with
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | NEAR  | 100   |
        | 2    | Add    | Internet Access | FAR   | 100   |
      And order "TWICE" is held at provisioning
      When provisioning reports the milestone "DESIGNED" of line 1 of order "TWICE"
      And order "TWICE" is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | NEAR  | 100   |
        | 2    | Add    | Internet Access | FAR   | 500   |
      And provisioning completes order "TWICE"
      Then order "TWICE" is complete
      And provisioning has
        | asset | speed |
        | FAR   | 500   |

    # For systems that declare ponr_scope = "order":
    @ponr-scope-order
    Example: Where one locked line locks the whole order, a revision of another line is refused
      When order "BASE" is revised to
        | line | action | product         | asset | speed | version |
        | 1    | Add    | Internet Access | HOME  | 100   |         |
        | 2    | Add    | Static Address  | FIXED |       | v6      |
      Then the revision of order "BASE" is refused
      When provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | version |
        | FIXED | v4      |
