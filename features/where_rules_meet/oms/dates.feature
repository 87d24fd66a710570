Feature: Dates, and places, failures and cancels
  When its date comes an order is ready, and no more: it still needs a place. What happened to it before, or to another
  part of it, neither moves its date nor brings back one that was given up.

  Source: Process Sales Order Fulfillment, "About Future-Dated Orders", "Supporting Order Priorities" and "Assumptions
  and Constraints".

  @PR-04 @limited-capacity @virtual-clock @oms
  Rule: When its date comes an order waits for a place like any other, by its priority

    Background:
      Given orders held at provisioning take every place
      And an order "DATED" for "in 1 day" with
        | line | action | product         |
        | 1    | Add    | Internet Access |

    @dates+priorities
    Example: An order whose date has come takes no place that is not free
      Given order "DATED" has priority Urgent
      When order "DATED" is submitted
      And the clock comes to the due date of order "DATED"
      Then no work has started on order "DATED"
      When a place becomes free
      Then work has started on order "DATED"

    @dates+priorities
    Example: An urgent order whose date has come goes before orders that have waited for a place all the time
      Given these orders are submitted and wait
        | order | priority |
        | LOW   | Low      |
      And order "DATED" has priority Urgent
      When order "DATED" is submitted
      And the clock comes to the due date of order "DATED"
      And a place becomes free
      And provisioning completes each order as it is started
      Then work starts in the order "DATED, LOW"

    @dates+priorities
    Example: A date that has come is no priority
      Given these orders are submitted and wait
        | order  | priority |
        | MEDIUM | Medium   |
      And order "DATED" has priority Low
      When order "DATED" is submitted
      And the clock comes to the due date of order "DATED"
      And a place becomes free
      And provisioning completes each order as it is started
      Then work starts in the order "MEDIUM, DATED"

  @PR-07 @limited-capacity @virtual-clock
  Rule: An urgent order that waits for its date keeps no place from others

    Background:
      Given orders held at provisioning take every place
      And an order "DATED" for "in 1 day" with
        | line | action | product         |
        | 1    | Add    | Internet Access |

    @oms @dates+priorities
    Example: A place that becomes free goes to a low order, though an urgent one is planned for tomorrow
      Given order "DATED" has priority Urgent
      When order "DATED" is submitted
      And a small order "LOW" with priority Low is submitted
      And a place becomes free
      Then work has started on order "LOW"

  @FD-04 @virtual-clock
  Rule: Lines that wait for their date begin then, though another line of the order has failed

    @oms @dates+failures @line-dates-on
    Example: The dated line is begun at its date, while the failed one waits to be mended
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
  Rule: An order of which a line failed has begun, so that a new date neither stops nor repeats its work

    Background:
      Given an order "MOVE" with
        | line | action | product         | asset |
        | 1    | Add    | Internet Access | HOME  |
        | 2    | Add    | Internet Access | OTHER |
      And order "MOVE" is held at provisioning

    @oms @supplementals+dates+failures
    Example: A new date after a failure leaves the other line under way
      Given provisioning cannot do line 1 of order "MOVE"
      When provisioning completes line 1 of order "MOVE"
      And order "MOVE" is revised to the due date "in 20 days"
      And provisioning completes line 2 of order "MOVE"
      Then line 2 of order "MOVE" is complete

  @PV-05 @virtual-clock @oms
  Rule: After a cancel no date brings anything back, neither the latest nor an earlier one

    @dates+cancellation
    Example: A cancelled order whose date had been moved begins at neither date
      Given an order "LATER" for "in 5 days" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When order "LATER" is submitted
      And order "LATER" is revised to the due date "in 10 days"
      And the CRM cancels order "LATER"
      And the clock comes to the due date of order "LATER"
      Then no work has started on order "LATER"

    @dates+cancellation @line-dates-on
    Example: A dated line of an order that was cancelled after its start is not begun at its date
      Given an order "MIXED" with
        | line | action | product        | due date  |
        | 1    | Add    | VoIP Voicemail |           |
        | 2    | Add    | Static Address | in 5 days |
      And order "MIXED" is held at provisioning
      When the CRM cancels order "MIXED"
      And provisioning completes what it has of order "MIXED"
      And a week passes
      Then provisioning and billing are told nothing about line 2 of order "MIXED"
