Feature: Follow-on orders that also wait for a date or a place
  A follow-on order waits for its base line. It may also wait for its own date, and it
  needs a place like any other order. It begins when it has all of them.

  Source: Process Sales Order Fulfillment, "About Follow-On Orders", "About Future-Dated Orders" and "Supporting
  Order Priorities".

  @FD-04 @virtual-clock @oms
  Rule: A follow-on order keeps its own date when its base line is complete earlier

    Background:
      Given an order "BASE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And order "BASE" is held at provisioning past its points of no return
      And a change order "CHANGE" for "in 10 days" with
        | line | action | product        | depends on     |
        | 1    | Add    | Static Address | line 1 of BASE |

    @follow-ons+dates
    Example: A completed base line does not start a follow-on order before its date
      When order "CHANGE" is submitted
      And provisioning completes order "BASE"
      And the clock comes to a minute before the due date of order "CHANGE"
      Then no work has started on order "CHANGE"

    @follow-ons+dates
    Example: A dated follow-on order starts at its date when its base line was complete before
      When order "CHANGE" is submitted
      And provisioning completes order "BASE"
      And the clock comes to the due date of order "CHANGE"
      Then work has started on order "CHANGE"

  @FO-04 @virtual-clock @oms
  Rule: A date that has come does not replace the completion of the base line

    Background:
      Given an order "BASE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And order "BASE" is held at provisioning past its points of no return
      And a change order "CHANGE" for "in 5 days" with
        | line | action | product        | depends on     |
        | 1    | Add    | Static Address | line 1 of BASE |

    @follow-ons+dates
    Example: A follow-on order whose date has come still waits for its base line
      When order "CHANGE" is submitted
      And the clock comes to the due date of order "CHANGE"
      Then no work has started on order "CHANGE"
      When provisioning completes order "BASE"
      Then work has started on order "CHANGE"

    @follow-ons+dates
    Example: A follow-on order that gets an earlier date still waits for its base line
      When order "CHANGE" is submitted
      And order "CHANGE" is revised to the due date "in 2 days"
      And the clock comes to the due date of order "CHANGE"
      Then no work has started on order "CHANGE"
      When provisioning completes order "BASE"
      Then work has started on order "CHANGE"

    @follow-ons+dates @early-follow-on-wait
    Example: A follow-on order waits for a base order that waits for its date
      Given an order "PLANNED" for "in 5 days" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When order "PLANNED" is submitted
      And a small order "NEXT" that depends on line 1 of order "PLANNED" is submitted
      Then no work has started on order "NEXT"
      And no work has started on order "PLANNED"

  @PR-04 @limited-capacity @oms
  Rule: A released follow-on order waits for a place by its priority, like any other order

    Background:
      Given orders held at provisioning take every place

    @follow-ons+priorities
    Example: An urgent follow-on order takes the place that its base order frees
      When provisioning reports the milestone "DESIGNED" of line 1 of order "PLACE0"
      And these orders are submitted
        | order  | priority | depends on       |
        | LOW    | Low      |                  |
        | CHANGE | Urgent   | line 1 of PLACE0 |
      And a place becomes free
      And provisioning completes each order as it is started
      Then work starts in the sequence "CHANGE, LOW"

    @follow-ons+priorities
    Example: A released Low follow-on order waits behind an urgent order
      When provisioning reports the milestone "DESIGNED" of line 1 of order "PLACE0"
      And these orders are submitted
        | order  | priority | depends on       |
        | CHANGE | Low      | line 1 of PLACE0 |
        | MEDIUM | Medium   |                  |
        | URGENT | Urgent   |                  |
      And a place becomes free
      And provisioning completes each order as it is started
      Then work starts in the sequence "URGENT, MEDIUM, CHANGE"

    @follow-ons+priorities
    Example: Of two follow-on orders that one line releases, the more urgent one starts first
      When provisioning reports the milestone "DESIGNED" of line 1 of order "PLACE0"
      And these orders are submitted
        | order  | priority | depends on       |
        | CALM   | Medium   | line 1 of PLACE0 |
        | URGENT | Urgent   | line 1 of PLACE0 |
      And a place becomes free
      And provisioning completes each order as it is started
      Then work starts in the sequence "URGENT, CALM"

  @FO-08 @virtual-clock @two-places
  Rule: A base order that arrives late does not hold its follow-on order back on the date of that order

    Background:
      Given an order "BASE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And a change order "CHANGE" with
        | line | action | product        | depends on     | due date  |
        | 1    | Add    | Static Address | line 1 of BASE | in 5 days |

    @oms @line-dates-on @follow-ons+dates
    Example: A dated follow-on order that arrived before its base order is begun on its date
      Given provisioning holds its work
      When order "CHANGE" is submitted
      And order "BASE" is submitted
      And a week passes
      Then work has started on order "CHANGE"
      But order "BASE" is not complete
