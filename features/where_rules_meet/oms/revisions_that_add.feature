Feature: Lines that a revision adds, and orders that wait
  A line that a revision adds waits for its own base line and date, and other orders can
  depend on it. A waiting order is begun in its newest version: with the added lines,
  without the withdrawn ones, and without anything from a refused version.

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
    Example: An added line is not begun before its base line is complete
      Given order "MORE" is held at provisioning
      When order "MORE" is revised to
        | line | action | product        | depends on     |
        | 1    | Add    | Handset        |                |
        | 2    | Add    | Static Address | line 1 of BASE |
      And provisioning completes all its work for order "MORE"
      Then provisioning and billing are told nothing about line 2 of order "MORE"
      And order "MORE" is not complete

    @supplementals+follow-ons
    Example: An added line is begun when its base line is complete
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
  Rule: A line that a revision added can be a base line

    @oms @supplementals+follow-ons
    Example: A follow-on order waits for an added line
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
  Rule: A line that a revision adds waits for its own date

    @oms @virtual-clock @line-dates-on @supplementals+dates
    Example: An added line is begun at its date, and the running line is not delayed
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
    Example: A dated order is begun at its date as it was before the refused revision
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
    Example: A dated order is begun with the line that a revision added and without the withdrawn one
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
  Rule: An order that waits for a place is begun in its newest version

    Background:
      Given orders held at provisioning take every place
      And an order "WAITING" with
        | line | action | product         | asset |
        | 1    | Add    | Internet Access | HOME  |
        | 2    | Add    | VoIP Voicemail  | VOICE |

    @oms @limited-capacity @supplementals+priorities
    Example: A waiting order is begun with the line that was added and without the withdrawn one
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
