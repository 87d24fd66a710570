Feature: When a change is a follow-on order
  Between the point of no return and completion an order can neither be revised
  nor modified: it is too late for the one and too early for the other. What the
  customer wants then is a follow-on order.

  Source: Process Sales Order Fulfillment, "About Follow-On Orders" and table 8-1.

  @FO-01
  Rule: A follow-on order changes an open order that is past its point of no return and not complete

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |

    @oms
    Example: In between it is taken in, and carried out in the end
      Given order "BASE" is held at provisioning, past its points of no return
      And a change order "FASTER" with
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 500   | line 1 of BASE |
      When order "FASTER" is submitted
      And provisioning completes order "BASE"
      Then order "FASTER" is completed when provisioning completes it
      And provisioning has
        | asset | speed |
        | HOME  | 500   |

    @oms
    Example: Once the base order is complete there is nothing to wait for
      Given order "BASE" has been fulfilled
      And a change order "FASTER" with
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 500   | line 1 of BASE |
      When order "FASTER" is submitted
      Then order "FASTER" is complete
      And provisioning has
        | asset | speed |
        | HOME  | 500   |

    @oms @early-follow-on-wait
    Example: Where it comes while the base order could still be revised, it waits like any other
      Given order "BASE" is in progress, held at provisioning
      And a change order "FASTER" with
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 500   | line 1 of BASE |
      When order "FASTER" is submitted
      Then no work has started on order "FASTER"
      And provisioning has taken in line 1 of order "BASE" with "speed" "100"

    @oms @early-follow-on-revise
    Example: Or it is worked into the base order as a revision
      Given order "BASE" is in progress, held at provisioning
      And a change order "FASTER" with
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 500   | line 1 of BASE |
      When order "FASTER" is submitted
      Then provisioning has taken in line 1 of order "BASE" with "speed" "500"
      And order "BASE" is completed when provisioning completes it
      And order "FASTER" is complete

    @oms @early-follow-on-refuse
    Example: Or it is refused, and the base order goes on
      Given order "BASE" is in progress, held at provisioning
      And a change order "FASTER" with
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 500   | line 1 of BASE |
      When order "FASTER" is submitted
      Then order "FASTER" is refused or falls out
      And order "BASE" is completed when provisioning completes it

  @FO-03
  Rule: A follow-on order says on which line of which order it depends

    Background:
      Given an order "BASE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 2    | Add    | Static Address  |
      And the order system has order "BASE"
      And a change order "CHANGE" with
        | line | action | product        | depends on     |
        | 1    | Add    | VoIP Voicemail | line 2 of BASE |
        | 2    | Add    | Handset        |                |

    @integration
    Example: The dependency reaches the order system, line by line
      When order "CHANGE" is submitted
      Then the order system receives order "CHANGE" with
        | line | product        | depends on     |
        | 1    | VoIP Voicemail | line 2 of BASE |
        | 2    | Handset        |                |

  @FO-11
  Rule: In the end the customer's assets are what the base order and then the follow-on order made of them

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | speed | upload |
        | 1    | Add    | Internet Access | HOME  | 100   | 20     |
      And the order system has order "BASE"
      And a change order "FASTER" with
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 500   | line 1 of BASE |

    @integration
    Example: What is told of the two orders arrives so that the follow-on order has the last word
      When order "FASTER" is submitted
      And the order system reports line 1 of order "BASE" as "COMPLETE"
      And the order system reports line 1 of order "FASTER" as "COMPLETE"
      Then the customer has the assets
        | product         | speed | upload |
        | Internet Access | 500   | 20     |

  @FO-12
  Rule: A follow-on order may itself be revised while it waits

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |
      And order "BASE" is held at provisioning, past its points of no return
      And a change order "FASTER" with
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 500   | line 1 of BASE |

    @oms
    Example: It still waits
      When order "FASTER" is submitted
      And order "FASTER" is revised to
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 900   | line 1 of BASE |
      Then no work has started on order "FASTER"
      And provisioning and billing are told nothing more about order "BASE"

    @oms
    Example: What is carried out is the revision
      When order "FASTER" is submitted
      And order "FASTER" is revised to
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 900   | line 1 of BASE |
      And provisioning completes order "BASE"
      Then order "FASTER" is completed when provisioning completes it
      And provisioning was asked one time for line 1 of order "FASTER"
      And provisioning has
        | asset | speed |
        | HOME  | 900   |

  @FO-13
  Rule: A follow-on order may have follow-on orders of its own

    Background:
      Given an order "BASE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And order "BASE" is held at provisioning, past its points of no return
      And a change order "SECOND" with
        | line | action | product        | depends on     |
        | 1    | Add    | Static Address | line 1 of BASE |

    @oms
    Example: The completion of the first order releases the second, and not the third
      When order "SECOND" is submitted
      And a small order "THIRD" is submitted that depends on line 1 of order "SECOND"
      And provisioning completes line 1 of order "BASE"
      Then work has started on order "SECOND"
      But no work has started on order "THIRD"

    @oms
    Example: The completion of the second releases the third
      When order "SECOND" is submitted
      And a small order "THIRD" is submitted that depends on line 1 of order "SECOND"
      And provisioning completes line 1 of order "BASE"
      And provisioning completes order "SECOND"
      Then work has started on order "THIRD"
