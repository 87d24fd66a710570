Feature: Several dated orders for one asset
  Best is one future-dated order a customer. Where there must be several for the
  same asset, each has to start from what the one before it will leave; otherwise
  the later one quietly undoes the earlier, or has nothing left to change.

  None of these guidelines stops anybody. Whether the CRM warns its users or does
  not let them is left to it, but it must not look on.

  Source: Process Sales Order Fulfillment, "About Future-Dated Orders".

  Background:
    Given the customer has
      | asset | product         | speed | upload |
      | HOME  | Internet Access | 100   | 20     |

  @FD-11 @installed-base @order-tracking @crm
  Rule: A new future-dated order should not make one meaningless that was submitted before

    Example: The user is told when the asset will be gone before the other order's day
      Given a change order "FASTER" for "in 30 days" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And a change order "LEAVE" for "in 10 days" with
        | line | action | asset |
        | 1    | Delete | HOME  |
      When order "FASTER" is submitted
      And order "LEAVE" is submitted
      Then the desk objects to order "LEAVE"

    Example: An order that leaves the other its meaning is submitted like any
      Given a change order "FASTER" for "in 10 days" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And a change order "LEAVE" for "in 30 days" with
        | line | action | asset |
        | 1    | Delete | HOME  |
      When order "FASTER" is submitted
      And order "LEAVE" is submitted
      Then order "LEAVE" is queued once

  @FD-12 @installed-base @order-tracking @crm
  Rule: Several future-dated orders for an asset should be created in the order of their dates

    Example: The second dated order starts from what the first will leave
      Given a change order "FASTER" for "in 10 days" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And a change order "WIDER" for "in 20 days" with
        | line | action | asset | upload |
        | 1    | Update | HOME  | 50     |
      When order "FASTER" is submitted
      And order "WIDER" is submitted
      Then the desk lists the projected assets of the customer
        | product         | speed | upload |
        | Internet Access | 500   | 50     |

    Example: The user is told when the later-dated order was created first
      Given a change order "WIDER" for "in 20 days" with
        | line | action | asset | upload |
        | 1    | Update | HOME  | 50     |
      And a change order "FASTER" for "in 10 days" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      When order "WIDER" is submitted
      And order "FASTER" is submitted
      Then the desk objects to order "FASTER"

    @date-precision-instant
    Example: A date is later than another by its instant, not by how it is written
      Given a change order "WIDER" for "in 20 days at 01:00 +05:30" with
        | line | action | asset | upload |
        | 1    | Update | HOME  | 50     |
      And a change order "FASTER" for "in 19 days at 18:00 +00:00" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      When order "WIDER" is submitted
      And order "FASTER" is submitted
      Then the desk objects to order "FASTER"

    @date-precision-instant
    Example: The later instant has the last word, not the later day as it is written
      Given a change order "FASTER" for "in 20 days at 01:00 +05:30" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And a change order "FASTEST" for "in 19 days at 20:00 +00:00" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 900   |
      When order "FASTER" is submitted
      And order "FASTEST" is submitted
      Then order "FASTEST" is queued once
      And the desk lists the projected assets of the customer
        | product         | speed | upload |
        | Internet Access | 900   | 20     |

    Example: In whichever order they were created, the later-dated order has the last word
      Given a change order "FASTEST" for "in 20 days" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 900   |
      And a change order "FASTER" for "in 10 days" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      When order "FASTEST" is submitted
      And order "FASTER" is submitted
      Then the desk lists the projected assets of the customer
        | product         | speed | upload |
        | Internet Access | 900   | 20     |

  @FD-13 @installed-base @order-tracking @crm
  Rule: When a new order's date is before that of one created earlier, the earlier-created one should be revised to start from what the new one will leave

    Background:
      Given a change order "FASTER" for "in 30 days" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And the order system has order "FASTER"

    @revisable-modify-orders
    Example: Once it is revised, it changes nothing of what the new one brings
      Given a change order "WIDER" for "in 10 days" with
        | line | action | asset | upload |
        | 1    | Update | HOME  | 50     |
      When order "WIDER" is submitted
      And order "FASTER" is revised to
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      Then the latest version of order "FASTER" leaves out line 1 with upload "20", unless the desk objects to order "WIDER"

    Example: The user is told of it when the new one is submitted
      Given a change order "WIDER" for "in 10 days" with
        | line | action | asset | upload |
        | 1    | Update | HOME  | 50     |
      When order "WIDER" is submitted
      Then the desk objects to order "WIDER"

    Example: An equal date is not before it
      Given a change order "WIDER" for "in 30 days" with
        | line | action | asset | upload |
        | 1    | Update | HOME  | 50     |
      When order "WIDER" is submitted
      Then order "WIDER" is queued once
