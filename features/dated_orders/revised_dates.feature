Feature: When the date is changed afterwards
  The customer moves house a week later than planned. As long as nothing has been
  done for the order, the new date counts; once somebody is at work, a new date
  in the order stops nobody.

  Source: Process Sales Order Fulfillment, "Assumptions and Constraints".

  @DD-03 @virtual-clock @oms
  Rule: A new requested date counts as long as no work has begun

    Background:
      Given an order "MOVE" with header
        | account  | price list           | due date   |
        | Customer | Household Price List | in 10 days |
      And its lines are
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |

    Example: With a later date nothing is done at the old date
      When order "MOVE" is submitted
      And order "MOVE" is revised to the due date "in 20 days"
      And the clock comes to a minute before the due date of order "MOVE"
      Then no work has started on order "MOVE"

    Example: With a later date work begins at the new date
      When order "MOVE" is submitted
      And order "MOVE" is revised to the due date "in 20 days"
      And the clock comes to the due date of order "MOVE"
      Then order "MOVE" is complete

    Example: An earlier date: work begins earlier
      When order "MOVE" is submitted
      And order "MOVE" is revised to the due date "in 5 days"
      And the clock comes to the due date of order "MOVE"
      Then work has started on order "MOVE"

    Example: Without a date any more work begins at once
      When order "MOVE" is submitted
      And order "MOVE" is revised to the due date "none"
      Then order "MOVE" is complete
      And provisioning is asked once for line 1 of order "MOVE"

    Example: A new date is the same instant, in whichever zone it is written
      When order "MOVE" is submitted
      And order "MOVE" is revised to the due date "in 3 days at 01:00 +05:30"
      And the clock comes to the due date of order "MOVE"
      Then work has started on order "MOVE"

    Example: A new date in a zone further west comes later than its hour says
      When order "MOVE" is submitted
      And order "MOVE" is revised to the due date "in 3 days at 23:30 -08:00"
      And the clock comes to a minute before the due date of order "MOVE"
      Then no work has started on order "MOVE"

    Example: With an earlier date nothing is done again at the old date
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
  Rule: Once work has begun a new requested date has no effect

    Background:
      Given provisioning holds its work
      And an order "MOVE" with
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |
        | 2    | Add    | Static Address  | FIXED |       |
      And order "MOVE" is held at provisioning

    Example: The work goes on
      When order "MOVE" is revised to the due date "in 20 days"
      And provisioning completes order "MOVE"
      Then order "MOVE" is complete

    Example: A new date undoes nothing and asks for nothing again
      When order "MOVE" is revised to the due date "in 20 days"
      Then provisioning and billing are told nothing more about order "MOVE"
      When provisioning completes order "MOVE"
      Then order "MOVE" is complete

    Example: Whatever else the revision wants is done all the same
      When order "MOVE" is revised for "in 20 days" to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 500   |
        | 2    | Add    | Static Address  | FIXED |       |
      And provisioning completes order "MOVE"
      Then order "MOVE" is complete
      And provisioning has
        | asset | speed |
        | HOME  | 500   |
