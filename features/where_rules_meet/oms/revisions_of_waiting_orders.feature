Feature: Revisions of waiting orders and of their base orders
  An order that waits for a date, a place or another order's line can be revised. The
  newest version decides what the order waits for. A follow-on order to a revised order
  still waits.

  Source: Process Sales Order Fulfillment, "About Supplemental Orders", "About
  Follow-On Orders" and "Assumptions and Constraints".

  @DD-03 @oms @virtual-clock
  Rule: Of several dates only the newest counts

    Background:
      Given an order "MOVE" with header
        | account  | price list           | due date   |
        | Customer | Household Price List | in 10 days |
      And its lines are
        | line | action | product         | service point |
        | 1    | Add    | Internet Access | Sp 0042/kV a  |

    @supplementals+dates
    Example: The date of a first revision does not start the order after a second one
      When order "MOVE" is submitted
      And order "MOVE" is revised to the due date "in 5 days"
      And order "MOVE" is revised to the due date "in 20 days"
      And the clock comes to a minute before the due date of order "MOVE"
      Then no work has started on order "MOVE"

    @supplementals+dates+service-points
    Example: The order starts at the new date, at the service point of the newest version
      When order "MOVE" is submitted
      And order "MOVE" is revised for "in 5 days" to
        | line | action | product         | service point |
        | 1    | Add    | Internet Access | Sp 0043/kV b  |
      And the clock comes to the due date of order "MOVE"
      Then provisioning is told of order "MOVE"
        | line | service point |
        | 1    | Sp 0043/kV b  |

  @DD-04
  Rule: A new date does not delay a line that a revision adds to a running order

    @oms @virtual-clock @supplementals+dates
    Example: A line that comes with a new date is completed with the other lines
      Given an order "BASE" with
        | line | action | product         | asset |
        | 1    | Add    | Internet Access | HOME  |
      And order "BASE" is held at provisioning
      When order "BASE" is revised for "in 20 days" to
        | line | action | product         | asset |
        | 1    | Add    | Internet Access | HOME  |
        | 2    | Add    | Handset         | HANDS |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | product |
        | HANDS | Handset |

  @PR-04 @oms @limited-capacity
  Rule: An order has one place, however often it is revised

    Background:
      Given orders held at provisioning take every place
      And an order "BASE" with
        | line | action | product         | asset |
        | 1    | Add    | Internet Access | HOME  |

    @supplementals+priorities
    Example: A line that a revision adds to a running order needs no further place
      When order "BASE" is submitted
      And a place becomes free
      Then work has started on order "BASE"
      When order "BASE" is revised to
        | line | action | product         | asset |
        | 1    | Add    | Internet Access | HOME  |
        | 2    | Add    | Handset         | HANDS |
      And provisioning completes order "BASE"
      Then order "BASE" is complete

    @supplementals+priorities
    Example: An order that was revised while it waited takes one place
      When order "BASE" is submitted
      And a small order "LOW" with priority Low is submitted
      And order "BASE" is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 500   |
      And a place becomes free
      And provisioning completes each order as it is started
      Then work starts in the sequence "BASE, LOW"

  @FO-12 @oms
  Rule: A follow-on order waits for the base line that its newest version names

    Background:
      Given an order "BASE" with
        | line | action | product         | asset |
        | 1    | Add    | Internet Access | HOME  |
        | 2    | Add    | Static Address  | FIXED |
      And order "BASE" is held at provisioning past its points of no return
      And a change order "CHANGE" with
        | line | action | product        | asset | depends on     |
        | 1    | Add    | VoIP Voicemail | VOICE | line 1 of BASE |

    @supplementals+follow-ons @two-places
    Example: A follow-on order that depends on nothing any more is begun
      When order "CHANGE" is submitted
      And order "CHANGE" is revised to
        | line | action | product        | asset | depends on |
        | 1    | Add    | VoIP Voicemail | VOICE |            |
      And provisioning completes order "CHANGE"
      Then order "CHANGE" is complete
      But order "BASE" is not complete

    @early-follow-on-wait @supplementals+follow-ons
    Example: A follow-on order that now depends on another line is not released by the old one
      When order "CHANGE" is submitted
      And order "CHANGE" is revised to
        | line | action | product        | asset | depends on     |
        | 1    | Add    | VoIP Voicemail | VOICE | line 2 of BASE |
      And provisioning completes line 1 of order "BASE"
      Then no work has started on order "CHANGE"
      When provisioning completes order "BASE"
      Then work has started on order "CHANGE"

  @FO-05
  Rule: A follow-on order still waits for its base line when another line of the base order is revised

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | version |
        | 1    | Add    | Internet Access | HOME  |         |
        | 2    | Add    | Static Address  | FIXED | v4      |
      And order "BASE" is held at provisioning

    @oms @ponr-scope-item @supplementals+points-of-no-return+follow-ons
    Example: A revised base order releases the follow-on order when the base line is complete
      When provisioning reports the milestone "DESIGNED" of line 1 of order "BASE"
      And a small order "LATER" that depends on line 1 of order "BASE" is submitted
      And order "BASE" is revised to
        | line | action | product         | asset | version |
        | 1    | Add    | Internet Access | HOME  |         |
        | 2    | Add    | Static Address  | FIXED | v6      |
      Then no work has started on order "LATER"
      When provisioning completes order "BASE"
      Then work has started on order "LATER"
