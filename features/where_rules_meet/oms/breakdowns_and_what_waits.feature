@oms @restartable
Feature: Breakdowns of order management while orders wait and services change
  Orders wait for their date or for a place, some for weeks, and customers change what
  they have. If order management forgets that in a breakdown, it refuses orders or gives a
  customer too much.

  Source: Process Sales Order Fulfillment, "About Future-Dated Orders", "About Modify
  Orders" and "About Sales Orders"; Understanding the Provision Order and Update
  Fulfillment Order Business Flows, "About the Provision Order Business Flow".

  @FD-04 @virtual-clock
  Rule: A dated order keeps its date and its content over a breakdown

    Background:
      Given an order "LATER" for "in 5 days" with
        | line | action | product         | asset | site         | service point |
        | 1    | Add    | Internet Access | HOME  | 12 Mill Lane | Neighbour     |

    @dates+restarts
    Example: No work starts before the date of a dated order, though order management broke down before
      When order "LATER" is submitted
      And order management breaks down and is started again
      And the clock comes to a minute before the due date of order "LATER"
      Then no work has started on order "LATER"

    @dates+restarts
    Example: Work starts at the date of a dated order, though order management broke down before
      When order "LATER" is submitted
      And order management breaks down and is started again
      And the clock comes to the due date of order "LATER"
      Then work has started on order "LATER"

    @dates+restarts @supplementals+restarts
    Example: A date that was changed before a breakdown counts after it
      When order "LATER" is submitted
      And order "LATER" is revised to the due date "in 10 days"
      And order management breaks down and is started again
      And the clock comes to a minute before the due date of order "LATER"
      Then no work has started on order "LATER"

    @dates+service-points+restarts
    Example: A dated order is provisioned at its service point after a breakdown
      When order "LATER" is submitted
      And order management breaks down and is started again
      And the clock comes to the due date of order "LATER"
      Then provisioning is told of order "LATER"
        | line | site         | service point |
        | 1    | 12 Mill Lane | Neighbour     |

    @dates+restarts
    Example: An order whose date came before a breakdown is begun at once after it
      When the clock comes to the due date of order "LATER"
      And order management breaks down and is started again
      And order "LATER" is submitted
      Then work has started on order "LATER"

  @PR-04 @limited-capacity
  Rule: Waiting orders get places by priority after a breakdown

    @priorities+restarts
    Example: The places are still taken after a breakdown, and no waiting order is begun
      Given orders held at provisioning take every place
      And these orders are submitted and wait
        | order  | priority |
        | LOW    | Low      |
        | URGENT | Urgent   |
      When order management breaks down and is started again
      Then no work has started on order "URGENT"
      And no work has started on order "LOW"

    @priorities+restarts
    Example: The most urgent waiting order is begun first after a breakdown
      Given orders held at provisioning take every place
      And these orders are submitted and wait
        | order  | priority |
        | LOW    | Low      |
        | URGENT | Urgent   |
        | HIGH   | High     |
      When order management breaks down and is started again
      And a place becomes free
      And provisioning completes each order as it is started
      Then work starts in the sequence "URGENT, HIGH, LOW"

  @MO-04
  Rule: An order after a breakdown changes what the customer had before it

    Background:
      Given the customer has
        | line | action | product         | asset | speed | version |
        | 1    | Add    | Internet Access | HOME  | 100   |         |
        | 2    | Add    | Static Address  | FIXED |       | v4      |

    @modify-orders+restarts
    Example: An asset from before a breakdown is changed after it
      Given a change order "CHANGE" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      When order management breaks down and is started again
      And order "CHANGE" is submitted and fulfilled
      Then the customer has the assets
        | product         | speed | version |
        | Internet Access | 500   |         |
        | Static Address  |       | v4      |

    @modify-orders+restarts
    Example: A change that is under way in a breakdown is made once
      Given a change order "CHANGE" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And order "CHANGE" is held at provisioning
      When order management breaks down and is started again
      And provisioning completes order "CHANGE"
      Then order "CHANGE" is complete
      And provisioning is asked once for line 1 of order "CHANGE"

    @service-changes+restarts
    Example: A service that was suspended before a breakdown is resumed after it
      Given the customer's "HOME" is suspended
      And a change order "RESUME" with
        | line | action | asset |
        | 1    | Resume | HOME  |
      When order management breaks down and is started again
      And order "RESUME" is submitted
      Then order "RESUME" is complete
