Feature: Dated orders and places, failures and cancels
  An order whose date has come may start, but it still needs a place. A failure or a
  cancel before its date neither moves the date nor brings back a date that was given up.

  Source: Process Sales Order Fulfillment, "About Future-Dated Orders", "Supporting Order Priorities" and "Assumptions
  and Constraints".

  @PR-04 @limited-capacity @virtual-clock @oms
  Rule: An order whose date has come waits for a place by its priority

    Background:
      Given orders held at provisioning take every place
      And an order "DATED" for "in 1 day" with
        | line | action | product         |
        | 1    | Add    | Internet Access |

    @dates+priorities
    Example: An order whose date has come starts only when a place is free
      Given order "DATED" has priority Urgent
      When order "DATED" is submitted
      And the clock comes to the due date of order "DATED"
      Then no work has started on order "DATED"
      When a place becomes free
      Then work has started on order "DATED"

    @dates+priorities
    Example: An urgent order whose date has come starts before orders that have waited longer for a place
      Given these orders are submitted and wait
        | order | priority |
        | LOW   | Low      |
      And order "DATED" has priority Urgent
      When order "DATED" is submitted
      And the clock comes to the due date of order "DATED"
      And a place becomes free
      And provisioning completes each order as it is started
      Then work starts in the sequence "DATED, LOW"

    @dates+priorities
    Example: An order whose date has come does not start before an order of higher priority
      Given these orders are submitted and wait
        | order  | priority |
        | MEDIUM | Medium   |
      And order "DATED" has priority Low
      When order "DATED" is submitted
      And the clock comes to the due date of order "DATED"
      And a place becomes free
      And provisioning completes each order as it is started
      Then work starts in the sequence "MEDIUM, DATED"

  @PR-07 @limited-capacity @virtual-clock
  Rule: An urgent order that waits for its date does not keep a place from others

    Background:
      Given orders held at provisioning take every place
      And an order "DATED" for "in 1 day" with
        | line | action | product         |
        | 1    | Add    | Internet Access |

    @oms @dates+priorities
    Example: A free place goes to a Low order, though an urgent one is planned for tomorrow
      Given order "DATED" has priority Urgent
      When order "DATED" is submitted
      And a small order "LOW" with priority Low is submitted
      And a place becomes free
      Then work has started on order "LOW"

  @FD-04 @virtual-clock
  Rule: A dated line begins at its date, though another line of the order has failed

    @oms @dates+failures @line-dates-on @billing-grain-line @failed-line-alone
    Example: A dated line is begun at its date while the failed line waits to be mended
      Given an order with
        | line | action | product         | due date  |
        | 1    | Add    | Internet Access |           |
        | 2    | Add    | Static Address  | in 5 days |
      And provisioning cannot do line 1 of the order
      When the order is submitted
      And a week passes
      Then line 2 of the order is complete
      And the CRM receives a fallout of line 1 of the order

  @DD-04 @virtual-clock
  Rule: An order with a failed line has begun, so a new date neither stops nor repeats its work

    Background:
      Given an order "MOVE" with
        | line | action | product         | asset |
        | 1    | Add    | Internet Access | HOME  |
        | 2    | Add    | Internet Access | OTHER |
      And order "MOVE" is held at provisioning

    @oms @supplementals+dates+failures @billing-grain-line @failed-line-alone
    Example: A new date after a failure leaves the other line under way
      Given provisioning cannot do line 1 of order "MOVE"
      When provisioning completes line 1 of order "MOVE"
      And order "MOVE" is revised to the due date "in 20 days"
      And provisioning completes line 2 of order "MOVE"
      Then line 2 of order "MOVE" is complete

  @PV-05 @virtual-clock @oms
  Rule: No date begins a cancelled order, neither the latest date nor an earlier one

    @dates+cancellation
    Example: A cancelled order whose date was changed begins at neither date
      Given an order "LATER" for "in 5 days" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When order "LATER" is submitted
      And order "LATER" is revised to the due date "in 10 days"
      And the CRM cancels order "LATER"
      And the clock comes to the due date of order "LATER"
      Then no work has started on order "LATER"

    @dates+cancellation @line-dates-on
    Example: A dated line of an order that was cancelled after its start is not begun
      Given an order "MIXED" with
        | line | action | product        | due date  |
        | 1    | Add    | VoIP Voicemail |           |
        | 2    | Add    | Static Address | in 5 days |
      And order "MIXED" is held at provisioning
      When the CRM cancels order "MIXED"
      And provisioning completes all its work for order "MIXED"
      And a week passes
      Then provisioning and billing are told nothing about line 2 of order "MIXED"

  @DD-04 @virtual-clock
  Rule: A new date that came too late does not delay what a later revision adds

    @oms @supplementals+dates
    Example: A line that is added after a late new date is completed with the other line
      Given an order "BASE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And order "BASE" is held at provisioning
      When order "BASE" is revised for "in 20 days" to
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And order "BASE" is revised for "in 20 days" to
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 2    | Add    | Handset         |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
