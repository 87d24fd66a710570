Feature: Follow-on orders that wait for something else as well
  A follow-on order waits for a line of its base order. It may have a date of its own too, and it needs a place like any
  other order. None of these stands for another: it begins when the last of them has come.

  Source: Process Sales Order Fulfillment, "About Follow-On Orders", "About Future-Dated Orders" and "Supporting
  Order Priorities".

  @FD-04 @virtual-clock @oms
  Rule: A follow-on order keeps its own date when its base line is done earlier

    Background:
      Given an order "BASE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And order "BASE" is held at provisioning past its points of no return
      And a change order "CHANGE" for "in 10 days" with
        | line | action | product        | depends on     |
        | 1    | Add    | Static Address | line 1 of BASE |

    @follow-ons+dates
    Example: The completion of its base line begins nothing before the date
      When order "CHANGE" is submitted
      And provisioning completes order "BASE"
      And the clock comes to a minute before the due date of order "CHANGE"
      Then no work has started on order "CHANGE"

    @follow-ons+dates
    Example: A dated follow-on order begins at its date, when its base line was done before
      When order "CHANGE" is submitted
      And provisioning completes order "BASE"
      And the clock comes to the due date of order "CHANGE"
      Then work has started on order "CHANGE"

  @FO-04 @virtual-clock @oms
  Rule: A date that comes does not stand for the completion of the base line

    Background:
      Given an order "BASE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And order "BASE" is held at provisioning past its points of no return
      And a change order "CHANGE" for "in 5 days" with
        | line | action | product        | depends on     |
        | 1    | Add    | Static Address | line 1 of BASE |

    @follow-ons+dates
    Example: A follow-on order whose date has come goes on waiting for its base line
      When order "CHANGE" is submitted
      And the clock comes to the due date of order "CHANGE"
      Then no work has started on order "CHANGE"
      When provisioning completes order "BASE"
      Then work has started on order "CHANGE"

    @follow-ons+dates
    Example: A follow-on order that is given an earlier date still waits for its base line
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
  Rule: What a base line releases takes its turn by priority, among all that wait for a place

    Background:
      Given orders held at provisioning take every place

    @follow-ons+priorities
    Example: An urgent follow-on order takes the place that its base order gives up
      When provisioning reports the milestone "DESIGNED" of line 1 of order "PLACE0"
      And these orders are submitted
        | order  | priority | depends on       |
        | LOW    | Low      |                  |
        | CHANGE | Urgent   | line 1 of PLACE0 |
      And a place becomes free
      And provisioning completes each order as it is started
      Then work starts in the order "CHANGE, LOW"

    @follow-ons+priorities
    Example: A follow-on order of low priority goes behind an urgent order when it is released
      When provisioning reports the milestone "DESIGNED" of line 1 of order "PLACE0"
      And these orders are submitted
        | order  | priority | depends on       |
        | CHANGE | Low      | line 1 of PLACE0 |
        | MEDIUM | Medium   |                  |
        | URGENT | Urgent   |                  |
      And a place becomes free
      And provisioning completes each order as it is started
      Then work starts in the order "URGENT, MEDIUM, CHANGE"

    @follow-ons+priorities
    Example: Of two follow-on orders that one line releases, the more urgent one begins first
      When provisioning reports the milestone "DESIGNED" of line 1 of order "PLACE0"
      And these orders are submitted
        | order  | priority | depends on       |
        | CALM   | Medium   | line 1 of PLACE0 |
        | URGENT | Urgent   | line 1 of PLACE0 |
      And a place becomes free
      And provisioning completes each order as it is started
      Then work starts in the order "URGENT, CALM"
