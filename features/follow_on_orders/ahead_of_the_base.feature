Feature: Follow-on orders that arrive before their base order
  Orders do not always arrive as they were entered. A follow-on order that arrives before
  its base order has nothing to wait for, since the order system does not know its base
  order.

  Source: Process Sales Order Fulfillment, "About Follow-On Orders" and "Assumptions
  and Constraints".

  @FO-08 @oms
  Rule: A follow-on order that arrives before its base order is processed as a base order

    Background:
      Given an order "BASE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And a change order "CHANGE" with
        | line | action | product        | depends on     |
        | 1    | Add    | Static Address | line 1 of BASE |

    Example: A follow-on order that arrives before its base order is fulfilled at once
      When order "CHANGE" is submitted
      Then order "CHANGE" is complete

    Example: A base order that arrives later does not hold the earlier follow-on order back
      Given provisioning holds its work
      When order "CHANGE" is submitted
      And order "BASE" is submitted
      And provisioning completes order "CHANGE"
      Then order "CHANGE" is complete
      But order "BASE" is not complete

    Example: A follow-on order to a refused base order is fulfilled or refused, and does not wait
      Given an order "ODD" with
        | line | action  | product         | asset |
        | 1    | Add     | Static Address  | FIXED |
        | 2    | Replace | Internet Access | HOME  |
      And an order "AFTER" with
        | line | action | product        | asset | depends on    |
        | 1    | Add    | VoIP Voicemail | VOICE | line 1 of ODD |
      When order "ODD" is submitted
      And order "AFTER" is submitted
      Then order "ODD" is refused or fallen out
      And order "AFTER" is refused, or is complete and provisioning has
        | asset | product        |
        | VOICE | VoIP Voicemail |
