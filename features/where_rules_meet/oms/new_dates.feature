@oms @virtual-clock
Feature: New dates of orders that wait for a place or for another order
  An order without a date can wait all the same: for a place, or for a line of another
  order. No work on it has begun, and so a new date counts.

  Source: Process Sales Order Fulfillment, "Assumptions and Constraints".

  @DD-03 @limited-capacity
  Rule: An order that waits for a place waits for the new date too

    Background:
      Given orders held at provisioning take every place
      And an order "MOVE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |

    @supplementals+dates+priorities
    Example: A place becomes free before the new date, and the order is begun at that date
      When order "MOVE" is submitted
      And order "MOVE" is revised to the due date "in 2 days"
      And a place becomes free
      Then no work has started on order "MOVE"
      When the clock comes to the due date of order "MOVE"
      Then work has started on order "MOVE"

  @DD-03
  Rule: An order that waits for a line of another order waits for the new date too

    Background:
      Given an order "BASE" with
        | line | action | product         | asset |
        | 1    | Add    | Internet Access | HOME  |
      And order "BASE" is held at provisioning past its points of no return
      And a change order "FASTER" with
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 500   | line 1 of BASE |

    @supplementals+follow-ons+dates @revisable-follow-ons @two-places
    Example: The base line is complete before the new date, and the follow-on order is begun at that date
      When order "FASTER" is submitted
      And order "FASTER" is revised to the due date "in 2 days"
      And provisioning completes order "BASE"
      Then no work has started on order "FASTER"
      When the clock comes to the due date of order "FASTER"
      Then work has started on order "FASTER"

  @OM-03 @line-dates-on
  Rule: A line whose own date is taken off goes by the header's date

    Background:
      Given an order "MIXED" with header
        | account  | price list           | due date   |
        | Customer | Household Price List | in 10 days |
      And its lines are
        | line | action | product         | due date   |
        | 1    | Add    | Internet Access |            |
        | 2    | Add    | Static Address  | in 20 days |

    @supplementals+dates
    Example: A line that has lost its own date is not begun before the header's date, and begun then
      When order "MIXED" is submitted
      And order "MIXED" is revised to
        | line | action | product         | due date |
        | 1    | Add    | Internet Access |          |
        | 2    | Add    | Static Address  |          |
      Then no work has started on order "MIXED"
      When the clock comes to the due date of order "MIXED"
      Then order "MIXED" is complete

  @FD-04
  Rule: Another price list makes no order begin before its date

    Background:
      Given an order "BASE" for "in 5 days" with
        | line | action | product         | asset | price list |
        | 1    | Add    | Internet Access | HOME  |            |

    @price-lists+supplementals+dates
    Example: An order that is revised to another price list is begun on its date
      When order "BASE" is submitted
      And order "BASE" is revised to
        | line | action | product         | asset | price list          |
        | 1    | Add    | Internet Access | HOME  | Consumer Price List |
      Then no work has started on order "BASE"
      When the clock comes to the due date of order "BASE"
      Then order "BASE" is complete
      And billing has
        | asset | price list          |
        | HOME  | Consumer Price List |

  # For systems that declare start_rule = "lead-time":
  @FD-04 @start-rule-lead-time
  Rule: Where lead times count, those of the newest version decide when an order begins

    Background:
      Given an order "LAYING" for "in 10 days" with
        | line | action | product          |
        | 1    | Add    | Fibre Connection |
        | 2    | Add    | Internet Access  |
      And an order "PLAIN" for "in 10 days" with
        | line | action | product         |
        | 1    | Add    | Internet Access |

    @supplementals+dates
    Example: An order that has lost its product with a lead time is begun on its date
      When order "LAYING" is submitted
      And order "LAYING" is revised to
        | line | action | product         |
        | 2    | Add    | Internet Access |
      And the clock comes to 3 days before the due date of order "LAYING"
      Then no work has started on order "LAYING"
      When the clock comes to the due date of order "LAYING"
      Then order "LAYING" is complete

    @supplementals+dates
    Example: An order that is given a product with a lead time is begun that much earlier
      When order "PLAIN" is submitted
      And order "PLAIN" is revised to
        | line | action | product          |
        | 1    | Add    | Internet Access  |
        | 2    | Add    | Fibre Connection |
      And the clock comes to 3 days before the due date of order "PLAIN"
      Then work has started on order "PLAIN"
