Feature: A due date that is changed after submission
  A customer moves house a week later than planned. The new date counts as long as no work
  has begun; once work has begun, a new date does not stop it.

  Source: Process Sales Order Fulfillment, "Assumptions and Constraints".

  @DD-03 @virtual-clock @oms
  Rule: A new requested date counts as long as no work on the order has begun

    Background:
      Given an order "MOVE" with header
        | account  | price list           | due date   |
        | Customer | Household Price List | in 10 days |
      And its lines are
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |

    Example: After a change to a later date, no work begins at the old date
      When order "MOVE" is submitted
      And order "MOVE" is revised to the due date "in 20 days"
      And the clock comes to a minute before the due date of order "MOVE"
      Then no work has started on order "MOVE"

    Example: After a change to a later date, work begins at the new date
      When order "MOVE" is submitted
      And order "MOVE" is revised to the due date "in 20 days"
      And the clock comes to the due date of order "MOVE"
      Then order "MOVE" is complete

    Example: After a change to an earlier date, work begins at that earlier date
      When order "MOVE" is submitted
      And order "MOVE" is revised to the due date "in 5 days"
      And the clock comes to the due date of order "MOVE"
      Then work has started on order "MOVE"

    Example: When the requested date is removed, work begins at once
      When order "MOVE" is submitted
      And order "MOVE" is revised to the due date "none"
      Then order "MOVE" is complete
      And provisioning is asked once for line 1 of order "MOVE"

    Example: A new date that is written in another time zone counts as the same instant
      When order "MOVE" is submitted
      And order "MOVE" is revised to the due date "in 3 days at 01:00 +05:30"
      And the clock comes to the due date of order "MOVE"
      Then work has started on order "MOVE"

    Example: A new date in a time zone further west comes later than the same hour here
      When order "MOVE" is submitted
      And order "MOVE" is revised to the due date "in 3 days at 23:30 -08:00"
      And the clock comes to a minute before the due date of order "MOVE"
      Then no work has started on order "MOVE"

    Example: After a change to an earlier date, no work is done again at the old date
      When order "MOVE" is submitted
      And order "MOVE" is revised to the due date "in 5 days"
      And the clock comes to the due date of order "MOVE"
      And a week passes
      Then order "MOVE" is complete
      And provisioning is asked once for line 1 of order "MOVE"

    Example: A revision that changes date and speed changes both
      When order "MOVE" is submitted
      And order "MOVE" is revised for "in 5 days" to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 500   |
      And the clock comes to the due date of order "MOVE"
      Then provisioning has
        | asset | speed |
        | HOME  | 500   |

  @DD-04 @oms
  Rule: A new requested date has no effect once work on the order has begun

    Background:
      Given provisioning holds its work
      And an order "MOVE" with
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |
        | 2    | Add    | Static Address  | FIXED |       |
      And order "MOVE" is held at provisioning

    Example: Work that has begun goes on after a change of the date
      When order "MOVE" is revised to the due date "in 20 days"
      And provisioning completes order "MOVE"
      Then order "MOVE" is complete

    Example: A new date after the start undoes no work and repeats none
      When order "MOVE" is revised to the due date "in 20 days"
      Then provisioning and billing are told nothing more about order "MOVE"
      When provisioning completes order "MOVE"
      Then order "MOVE" is complete

    Example: A revision after the start has its other changes done, whatever becomes of its date
      When order "MOVE" is revised for "in 20 days" to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 500   |
        | 2    | Add    | Static Address  | FIXED |       |
      And provisioning completes order "MOVE"
      Then order "MOVE" is complete
      And provisioning has
        | asset | speed |
        | HOME  | 500   |
