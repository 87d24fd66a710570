Feature: What a follow-on order waits for
  A customer wants to change an order that can no longer be revised. The change becomes a
  follow-on order, which waits until the part of the open order that it depends on is
  complete.

  The order that a follow-on order depends on is called its base order.

  Source: Process Sales Order Fulfillment, "About Follow-On Orders" and table 8-1.

  @FO-04 @oms
  Rule: The order system begins a follow-on order only when the line that it depends on is complete

    Background:
      Given an order "BASE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And order "BASE" is held at provisioning past its points of no return
      And a change order "CHANGE" with
        | line | action | product        | depends on     |
        | 1    | Add    | Static Address | line 1 of BASE |

    Example: A follow-on order does not start while its base line is open
      When order "CHANGE" is submitted
      Then no work has started on order "CHANGE"

    Example: A follow-on order starts without a further message when its base line is complete
      When order "CHANGE" is submitted
      And provisioning completes order "BASE"
      Then work has started on order "CHANGE"

    @virtual-clock
    Example: A follow-on order still waits after a week if its base line is open
      When order "CHANGE" is submitted
      And a week passes
      Then no work has started on order "CHANGE"

    Example: An urgent follow-on order waits for its base line as well
      Given order "CHANGE" has priority Urgent
      When order "CHANGE" is submitted
      Then no work has started on order "CHANGE"

  @FO-05 @oms
  Rule: A follow-on order starts when its base line is complete, whatever becomes of the base order's other lines

    Background:
      Given an order "BASE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 2    | Add    | Static Address  |
      And order "BASE" is held at provisioning past its points of no return
      And a change order "CHANGE" with
        | line | action | product        | depends on     |
        | 1    | Add    | VoIP Voicemail | line 1 of BASE |

    # For systems that declare billing_grain = "line":
    @two-places @billing-grain-line
    Example: A follow-on order starts when its base line is complete, while another line of the base order is open
      When order "CHANGE" is submitted
      And provisioning completes line 1 of order "BASE"
      Then work has started on order "CHANGE"
      But order "BASE" is not complete

    @two-places @billing-grain-line
    Example: A follow-on order does not start when only another line of its base order is complete
      Given an order "WIDE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 2    | Add    | Static Address  |
        | 3    | Add    | VoIP Access     |
      And order "WIDE" is held at provisioning past its points of no return
      When a small order "LATER" that depends on line 2 of order "WIDE" is submitted
      And provisioning completes a line other than 2 of order "WIDE"
      Then that line of order "WIDE" is the only complete line
      But no work has started on order "LATER"

    # For systems that declare billing_grain = "order":
    @two-places @billing-grain-order
    Example: Where an order is billed together, its last line releases the follow-on order
      When order "CHANGE" is submitted
      And provisioning completes line 1 of order "BASE"
      Then no work has started on order "CHANGE"
      When provisioning completes order "BASE"
      Then work has started on order "CHANGE"

    # For systems that declare followon_grain = "order":
    @followon-grain-order
    Example: Where a follow-on order waits as a whole, its lines without a base line wait too
      Given a change order "MORE" with
        | line | action | product        | depends on     |
        | 1    | Add    | VoIP Voicemail | line 1 of BASE |
        | 2    | Add    | Handset        |                |
      When order "MORE" is submitted
      Then no work has started on order "MORE"

    # For systems that declare followon_grain = "line":
    @followon-grain-line @two-places
    Example: Where lines wait separately, a line without a base line is begun at once
      Given a change order "MORE" with
        | line | action | product        | depends on     |
        | 1    | Add    | VoIP Voicemail | line 1 of BASE |
        | 2    | Add    | Handset        |                |
      When order "MORE" is submitted
      Then provisioning is asked at least once for line 2 of order "MORE"
      But provisioning is told nothing about line 1 of order "MORE"
