Feature: A follow-on order that comes first
  Orders do not always arrive as they were entered. A change that comes before the
  order that it depends on has nothing to wait for: nobody knows of a base order.

  Source: Process Sales Order Fulfillment, "About Follow-On Orders" and "Assumptions
  and Constraints".

  @FO-08
  Rule: A follow-on order that comes before its base order is processed as a base order

    Background:
      Given an order "BASE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And a change order "CHANGE" with
        | line | action | product        | depends on     |
        | 1    | Add    | Static Address | line 1 of BASE |

    @oms
    Example: A change order that arrives before its base order is fulfilled at once
      When order "CHANGE" is submitted
      Then order "CHANGE" is complete

    @oms
    Example: A base order that comes afterwards does not hold the change order back
      Given provisioning holds its work
      When order "CHANGE" is submitted
      And order "BASE" is submitted
      And provisioning completes order "CHANGE"
      Then order "CHANGE" is complete
      But order "BASE" is not complete
