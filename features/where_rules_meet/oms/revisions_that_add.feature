Feature: What a revision adds, and what it leaves behind
  What a revision adds waits for what its own line says, and others can wait for it.
  And an order that waits is begun in the end as the newest version has it: with what
  was added, without what was withdrawn, and untouched by what was refused.

  Source: Process Sales Order Fulfillment, "About Supplemental Orders", "About
  Follow-On Orders" and "About Future-Dated Orders".

  @FO-04 @oms @two-places
  Rule: A line that a revision adds waits for its base line like any other

    Background:
      Given an order "BASE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And order "BASE" is held at provisioning past its points of no return
      And an order "MORE" with
        | line | action | product |
        | 1    | Add    | Handset |

    @supplementals+follow-ons
    Example: The added line is not begun before its base line is complete
      Given order "MORE" is held at provisioning
      When order "MORE" is revised to
        | line | action | product        | depends on     |
        | 1    | Add    | Handset        |                |
        | 2    | Add    | Static Address | line 1 of BASE |
      And provisioning completes what it has of order "MORE"
      Then provisioning and billing are told nothing about line 2 of order "MORE"
      And order "MORE" is not complete

    @supplementals+follow-ons
    Example: The added line is begun when its base line is complete
      Given order "MORE" is held at provisioning
      When order "MORE" is revised to
        | line | action | product        | depends on     |
        | 1    | Add    | Handset        |                |
        | 2    | Add    | Static Address | line 1 of BASE |
      And provisioning completes order "BASE"
      And provisioning completes order "MORE"
      Then order "MORE" is complete
      And provisioning is asked at least once for line 2 of order "MORE"

  @FO-05
  Rule: A line that a revision added is a base line like any other

    @oms @supplementals+follow-ons
    Example: A follow-on order waits for the added line, and for no other
      Given an order "BASE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And order "BASE" is held at provisioning
      When order "BASE" is revised to
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 2    | Add    | Static Address  |
      And provisioning reports the milestone "ACTIVATED" of line 2 of order "BASE"
      And a small order "LATER" that depends on line 2 of order "BASE" is submitted
      Then no work has started on order "LATER"

  @FD-01
  Rule: A line that a revision adds waits for a date of its own

    @oms @virtual-clock @line-dates-on @supplementals+dates
    Example: The added line is begun at its date, and the running one before it
      Given an order "BASE" with
        | line | action | product |
        | 1    | Add    | Handset |
      And order "BASE" is held at provisioning
      When order "BASE" is revised to
        | line | action | product        | due date  |
        | 1    | Add    | Handset        |           |
        | 2    | Add    | Static Address | in 5 days |
      Then provisioning and billing are told nothing about line 2 of order "BASE"
      When a week passes
      And provisioning completes order "BASE"
      Then order "BASE" is complete

  @FD-04 @oms @virtual-clock
  Rule: A refused revision of a dated order leaves the order waiting for its date

    Background:
      Given an order "LATER" with header
        | account  | price list           | due date  |
        | Customer | Household Price List | in 5 days |
      And its lines are
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |
        | 2    | Add    | VoIP Voicemail  | VOICE |       |

    @supplementals+dates
    Example: The order is begun at its date, as it was before
      When order "LATER" is submitted
      And order "LATER" is revised to
        | line | action  | product         | asset | speed |
        | 1    | Replace | Internet Access | HOME  | 500   |
      Then the revision of order "LATER" is refused
      When the clock comes to the due date of order "LATER"
      Then provisioning has
        | asset | speed |
        | HOME  | 100   |
        | VOICE |       |

    @supplementals+dates
    Example: What a revision added is begun at the date too, and what it withdrew is not
      When order "LATER" is submitted
      And order "LATER" is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |
        | 3    | Add    | Handset         | HANDS |       |
      And the clock comes to the due date of order "LATER"
      Then order "LATER" is complete
      And provisioning has
        | asset | product |
        | HANDS | Handset |
      And provisioning has nothing of "VOICE"

  @SU-05
  Rule: An order that waits for a place is begun as its newest version has it

    Background:
      Given orders held at provisioning take every place
      And an order "WAITING" with
        | line | action | product         | asset |
        | 1    | Add    | Internet Access | HOME  |
        | 2    | Add    | VoIP Voicemail  | VOICE |

    @oms @limited-capacity @supplementals+priorities
    Example: What was added while the order waited is done, and what was withdrawn is not
      When order "WAITING" is submitted
      And order "WAITING" is revised to
        | line | action | product         | asset |
        | 1    | Add    | Internet Access | HOME  |
        | 3    | Add    | Handset         | HANDS |
      And provisioning takes up its work again
      Then provisioning has
        | asset | product         |
        | HOME  | Internet Access |
        | HANDS | Handset         |
      And provisioning has nothing of "VOICE"
