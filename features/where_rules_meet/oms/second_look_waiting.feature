Feature: Waiting orders and events beside them
  An order waits for a base line, a date or a place. Other orders and refused versions
  neither end that wait nor make it endless.

  Source: Process Sales Order Fulfillment, "About Follow-On Orders", "About Future-Dated Orders" and "About Supplemental
  Orders".

  @FO-04
  Rule: A failed line is not complete, and a follow-on order waits until it is mended

    Background:
      Given an order "BASE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 2    | Add    | Static Address  |
      And provisioning cannot do line 1 of order "BASE"
      And order "BASE" is held at provisioning past its points of no return

    @oms @follow-ons+failures @two-places @billing-grain-line
    Example: A follow-on order that comes after the failure of its base line waits until the line is mended
      When provisioning completes line 1 of order "BASE"
      And a small order "NEXT" that depends on line 1 of order "BASE" is submitted
      Then no work has started on order "NEXT"
      When provisioning does line 1 of order "BASE" after all
      Then work has started on order "NEXT"

  @FO-04
  Rule: A line that is being set up anew is not complete, and a follow-on order waits for it

    Background:
      Given an order "BASE" with
        | line | action | product        | asset | site         |
        | 1    | Add    | VoIP Voicemail | VOICE | 12 Mill Lane |
      And provisioning holds the work of releasing reservations
      And order "BASE" is held at provisioning

    @oms @supplementals+follow-ons @early-follow-on-wait
    Example: A follow-on order waits while its base line moves to another address
      When order "BASE" is revised to
        | line | action | product        | asset | site           |
        | 1    | Add    | VoIP Voicemail | VOICE | 3 Harbour Road |
      And a small order "NEXT" that depends on line 1 of order "BASE" is submitted
      Then no work has started on order "NEXT"
      When provisioning completes order "BASE"
      Then work has started on order "NEXT"

  @FO-05
  Rule: A base line releases each of several follow-on orders, whatever happens to the others

    Background:
      Given an order "BASE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And order "BASE" is held at provisioning past its points of no return

    @oms @follow-ons+cancellation @cancel-message
    Example: The second follow-on order starts, though the first one was cancelled while it waited
      When a small order "FIRST" that depends on line 1 of order "BASE" is submitted
      And a small order "SECOND" that depends on line 1 of order "BASE" is submitted
      And the CRM cancels order "FIRST"
      And provisioning completes order "BASE"
      Then work has started on order "SECOND"
      And no work has started on order "FIRST"

  @FD-04 @virtual-clock
  Rule: A refused version does not change a date

    Background:
      Given an order "LATER" for "in 5 days" with
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |

    @oms @supplementals+dates
    Example: An order is begun at its own date, though a version with a later one was refused
      When order "LATER" is submitted
      And order "LATER" is revised for "in 20 days" to
        | line | action  | product         | asset | speed |
        | 1    | Replace | Internet Access | HOME  | 500   |
      Then the revision of order "LATER" is refused
      When a week passes
      Then order "LATER" is complete

  @DD-03 @virtual-clock
  Rule: A new date in the header does not replace a line's own date

    Background:
      Given an order "LATER" for "in 20 days" with
        | line | action | product         | asset | due date   |
        | 1    | Add    | Internet Access | HOME  |            |
        | 2    | Add    | Static Address  | FIXED | in 30 days |

    @oms @supplementals+dates @line-dates-on
    Example: A line with its own date keeps it when the header's date becomes earlier
      When order "LATER" is submitted
      And order "LATER" is revised to the due date "in 5 days"
      And a week passes
      Then provisioning is asked at least once for line 1 of order "LATER"
      And provisioning and billing are told nothing about line 2 of order "LATER"

  @FO-04 @virtual-clock
  Rule: A line that comes to depend on another order waits for it, though other lines of its order have begun

    Background:
      Given an order "BASE" for "in 20 days" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And an order "NEXT" with
        | line | action | product        | due date  |
        | 1    | Add    | Static Address |           |
        | 2    | Add    | VoIP Voicemail | in 3 days |
      And provisioning holds its work

    @oms @supplementals+follow-ons+dates @line-dates-on @early-follow-on-wait @two-places
    Example: A line whose date comes waits for the base line that a revision has given it
      When order "BASE" is submitted
      And order "NEXT" is submitted
      And order "NEXT" is revised to
        | line | action | product        | depends on     | due date  |
        | 1    | Add    | Static Address |                |           |
        | 2    | Add    | VoIP Voicemail | line 1 of BASE | in 3 days |
      And a week passes
      Then provisioning and billing are told nothing about line 2 of order "NEXT"

  @SU-05 @virtual-clock
  Rule: Lines that are added again wait for their new date only, every one of them

    Background:
      Given an order "BASE" with
        | line | action | product         | due date  |
        | 1    | Add    | Internet Access |           |
        | 2    | Add    | Static Address  | in 5 days |
        | 3    | Add    | VoIP Voicemail  | in 5 days |
      And order "BASE" is held at provisioning

    @oms @supplementals+dates @line-dates-on
    Example: Two lines of one date are withdrawn and added again for a later date
      When order "BASE" is revised to
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And order "BASE" is revised to
        | line | action | product         | due date   |
        | 1    | Add    | Internet Access |            |
        | 2    | Add    | Static Address  | in 20 days |
        | 3    | Add    | VoIP Voicemail  | in 20 days |
      And a week passes
      Then provisioning and billing are told nothing about line 2 of order "BASE"
      And provisioning and billing are told nothing about line 3 of order "BASE"
