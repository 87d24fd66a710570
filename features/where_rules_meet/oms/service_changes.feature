Feature: Transfers, suspensions and disconnections that wait
  A customer goes abroad, moves or leaves on a known day. Until then the service stays as
  it is, and other orders may change it. The orders wait for a place by their priority
  like any others.

  Source: Process Sales Order Fulfillment, "About Sales Orders", the list of line actions, "About Future-Dated Orders"
  and "Supporting Order Priorities".

  Background:
    Given the customer has
      | asset  | product         | site           | speed |
      | HOME   | Internet Access | 12 Mill Lane   | 100   |
      | OFFICE | Internet Access | 3 Harbour Road | 100   |

  @FD-04 @virtual-clock @oms
  Rule: A service is suspended, moved or ended on its day, and is active until then

    @service-changes+dates
    Scenario Outline: <action> is not done before its date
      Given a change order "LATER" for "in 10 days" with
        | line | action   | asset |
        | 1    | <action> | HOME  |
      When order "LATER" is submitted
      And the clock comes to a minute before the due date of order "LATER"
      Then no work has started on order "LATER"

      Examples:
        | action  |
        | Suspend |
        | Delete  |

    @service-changes+dates
    Example: A service that moves later is at its old address until its date
      Given a change order "MOVE" for "in 10 days" with
        | line | action      | asset | site           |
        | 1    | Move-Add    | HOME  | 7 Church Close |
        | 2    | Move-Delete | HOME  | 12 Mill Lane   |
      When order "MOVE" is submitted
      And the clock comes to a minute before the due date of order "MOVE"
      Then provisioning has
        | asset | site         |
        | HOME  | 12 Mill Lane |
      When the clock comes to the due date of order "MOVE"
      Then provisioning has
        | asset | site           |
        | HOME  | 7 Church Close |

    @service-changes+dates
    Example: A service that will end later can be changed until then
      Given a change order "LEAVE" for "in 10 days" with
        | line | action | asset |
        | 1    | Delete | HOME  |
      And a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      When order "LEAVE" is submitted
      And order "FASTER" is submitted
      Then order "FASTER" is complete
      But no work has started on order "LEAVE"

    @service-changes+dates @line-dates-on
    Example: A move and a new line begin on the header's day, and the last line on its own day
      Given a change order "PLAN" for "in 5 days" with
        | line | action      | product         | asset  | site           | due date   |
        | 1    | Add         | Static Address  | FIXED  | 12 Mill Lane   | in 1 day   |
        | 2    | Move-Add    | Internet Access | HOME   | 7 Church Close | in 5 days  |
        | 3    | Move-Delete | Internet Access | HOME   | 12 Mill Lane   | in 5 days  |
        | 4    | Add         | VoIP Access     | VOICE  | 7 Church Close |            |
        | 5    | Suspend     | Internet Access | OFFICE | 3 Harbour Road | in 10 days |
      When order "PLAN" is submitted
      And a week passes
      And a week passes
      Then order "PLAN" is complete

  @DD-03 @virtual-clock @oms
  Rule: A suspension that is put off is not done at the first date

    Background:
      Given a change order "PAUSE" for "in 10 days" with
        | line | action  | asset |
        | 1    | Suspend | HOME  |

    @service-changes+dates
    Example: No work begins at the first date of a suspension that was put off
      When order "PAUSE" is submitted
      And order "PAUSE" is revised to the due date "in 20 days"
      And the clock comes to 5 days before the due date of order "PAUSE"
      Then no work has started on order "PAUSE"

    @service-changes+dates
    Example: A service is suspended from the new date on
      When order "PAUSE" is submitted
      And order "PAUSE" is revised to the due date "in 5 days"
      And the clock comes to the due date of order "PAUSE"
      Then provisioning has
        | asset  | status    |
        | HOME   | suspended |
        | OFFICE | active    |

  @PR-04 @limited-capacity
  Rule: An order that suspends, resumes or ends a service waits for a place by its priority

    Background:
      Given orders held at provisioning take every place
      And these orders are submitted and wait
        | order  | priority |
        | MEDIUM | Medium   |

    @oms @service-changes+priorities
    Scenario Outline: A <action> of a service waits among new orders by its priority
      Given a change order "NEXT" with header
        | account  | price list           | priority   |
        | Customer | Household Price List | <priority> |
      And its lines are
        | line | action   | asset |
        | 1    | <action> | HOME  |
      When order "NEXT" is submitted
      And a place becomes free
      And provisioning completes each order as it is started
      Then work starts in the sequence "<turns>"

      Examples:
        | action  | priority | turns        |
        | Suspend | Low      | MEDIUM, NEXT |
        | Delete  | Urgent   | NEXT, MEDIUM |
