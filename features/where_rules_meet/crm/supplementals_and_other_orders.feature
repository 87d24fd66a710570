Feature: What a revision keeps and what it drops
  A revision keeps what the user leaves alone and drops what the user withdraws.
  Approvals, dependencies and points of no return belong to one version or one line, and
  do not pass to the next.

  Source: Process Sales Order Fulfillment, "About Supplemental Orders" and "About
  Follow-On Orders"; Siebel Order Management Guide, "Scenario for Order
  Management".

  @PR-09 @order-priorities @no-priority-default
  Rule: A revision without a priority has that of its order

    @crm @supplementals+priorities
    Example: A priority that was picked at the entry is kept by a revision
      Given an order "BASE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When a user sets the priority of order "BASE" to "Urgent" and saves it
      And order "BASE" is submitted
      And order "BASE" is revised to
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 2    | Add    | Static Address  |
      Then order "BASE" is queued two times
      And the queue holds the header of order "BASE"
        | priority | queue priority |
        | Urgent   | 9              |

  @SC-12 @changes-after-submission
  Rule: The approval of one version does not release another version

    @crm @supplementals+approval
    Example: A revision of an approved order that asks for more waits for approval
      Given an order "BIG" with
        | line | action | product     |
        | 1    | Add    | Leased Line |
      When order "BIG" is submitted
      And a supervisor approves order "BIG"
      And order "BIG" is revised to
        | line | action | product     |
        | 1    | Add    | Leased Line |
        | 2    | Add    | Leased Line |
      Then order "BIG" is released to fulfilment once

  @FO-09 @installed-base @order-tracking @ponr-scope-item @crm
  Rule: Each of two lines with the same product has its own point of no return

    Background:
      Given an order "BASE" with
        | line | action | product         | site           | speed |
        | 1    | Add    | Internet Access | 12 Mill Lane   | 100   |
        | 2    | Add    | Internet Access | 3 Harbour Road | 100   |
      And the order system has order "BASE"
      And the order system reports of order "BASE"
        | line | status      | milestone |
        | 1    | IN PROGRESS | DESIGNED  |

    @points-of-no-return+follow-ons
    Example: The desk objects to a follow-on order about the line that can still be revised
      When a user submits order "FASTER" to set "speed" to "500" on the projected asset of line 2 of order "BASE"
      Then the desk objects to order "FASTER"

    @points-of-no-return+follow-ons
    Example: A follow-on order about the line that can no longer be revised is submitted
      When a user submits order "FASTER" to set "speed" to "500" on the projected asset of line 1 of order "BASE"
      Then order "FASTER" is queued once

  @FO-03 @installed-base @order-tracking
  Rule: No order depends on a withdrawn line

    Background:
      Given the customer has
        | asset | product         | speed | version |
        | HOME  | Internet Access | 100   |         |
        | FIXED | Static Address  |       | v4      |

    @crm @revisable-modify-orders @supplementals+follow-ons+modify-orders
    Example: An order about an asset whose earlier change was withdrawn has no base line
      Given a change order "CHANGE" with
        | line | action | asset | speed | version |
        | 1    | Update | HOME  | 500   |         |
        | 2    | Update | FIXED |       | v5      |
      And the order system has order "CHANGE"
      And a change order "NEWER" with
        | line | action | asset | version |
        | 1    | Update | FIXED | v6      |
      When order "CHANGE" is revised to
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And order "NEWER" is submitted
      Then the queue holds the lines of order "NEWER"
        | line | action | version | depends on |
        | 1    | Update | v6      |            |

  @FO-12 @installed-base @order-tracking
  Rule: A revised follow-on order names the order that it still depends on

    Background:
      Given an order "FIRST" with
        | line | action | product         | asset |
        | 1    | Add    | Internet Access | HOME  |
      And the order system has order "FIRST" past its points of no return

    @crm @orders-on-several-orders @supplementals+follow-ons
    Example: A follow-on order withdraws the line that depended on the first of two base orders
      Given an order "SECOND" with
        | line | action | product        | asset |
        | 1    | Add    | Static Address | FIXED |
      And the order system has order "SECOND" past its points of no return
      And a change order "CHANGE" with
        | line | action | product         | asset | speed | version | depends on       |
        | 1    | Update | Internet Access | HOME  | 500   |         | line 1 of FIRST  |
        | 2    | Update | Static Address  | FIXED |       | v6      | line 1 of SECOND |
      And the order system has order "CHANGE"
      When order "CHANGE" is revised to
        | line | action | product        | asset | version | depends on       |
        | 2    | Update | Static Address | FIXED | v6      | line 1 of SECOND |
      Then the queue holds the header of order "CHANGE"
        | base order |
        | SECOND     |

  @SU-02 @order-tracking @crm
  Rule: A revision is discarded alone, and that of another order stays as it is

    Background:
      Given an order "BASE" with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
      And the order system has order "BASE"
      And an order "OTHER" with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 200   |

    @supplementals+drafts
    Example: Of the revisions of two orders one is discarded, and the other one is submitted
      Given the order system has order "OTHER"
      When a user begins to revise order "OTHER" to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
      And a user begins to revise order "BASE"
      And the latest revision of order "BASE" is discarded
      And order "OTHER" is submitted
      Then the queue holds the lines of order "OTHER"
        | line | product         | speed |
        | 1    | Internet Access | 500   |
