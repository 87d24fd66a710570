Feature: Revisions that do something else, or depend on something else, than before
  A user revises a change order that waits. What the order does with the asset, and which
  order it depends on, are told anew by the revision.

  Source: Process Sales Order Fulfillment, "Terminology", "About Supplemental Orders",
  "About Modify Orders" and "About Future-Dated Orders".

  @MO-06 @installed-base @order-tracking @revisable-modify-orders @crm
  Rule: A supplemental to a modify order can do something else with the asset

    @supplementals+service-changes
    Example: A suspension that waits becomes a disconnection
      Given the customer has
        | asset | product         |
        | HOME  | Internet Access |
      And a change order "PAUSE" with
        | line | action  | asset |
        | 1    | Suspend | HOME  |
      And the order system has order "PAUSE"
      When order "PAUSE" is revised to
        | line | action | asset |
        | 1    | Delete | HOME  |
      Then the queue holds the lines of order "PAUSE"
        | line | action |
        | 1    | Delete |
      When the order system reports the status "COMPLETE" of order "PAUSE"
      Then the customer has no assets

  @FD-13 @installed-base @order-tracking @revisable-modify-orders @crm
  Rule: A revised order depends on the order that came in between

    Background:
      Given the customer has
        | asset | product         | speed | upload |
        | HOME  | Internet Access | 100   | 20     |
      And a change order "SOON" for "in 5 days" with
        | line | action | asset | upload |
        | 1    | Update | HOME  | 30     |

    @supplementals+dates
    Example: A revised order no longer depends on an order that another one came after
      Given order "SOON" is submitted
      And a change order "LATE" for "in 30 days" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And the order system has order "LATE"
      And a change order "MIDDLE" for "in 10 days" with
        | line | action | asset | upload |
        | 1    | Update | HOME  | 50     |
      When order "MIDDLE" is submitted
      And order "LATE" is revised to
        | line | action | asset | speed |
        | 1    | Update | HOME  | 900   |
      Then the latest version of order "LATE" leaves out line 1 with depends on "line 1 of SOON", unless the desk objects to order "MIDDLE"

  @TM-01 @installed-base @order-tracking @revisions-before-submission @crm
  Rule: An order that was entered before a revision was discarded is told apart from one entered after it

    Background:
      Given an order "BASE" with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
      And the order system has order "BASE"
      And a user begins to revise order "BASE" to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |

    @supplementals+drafts
    Example: Of two orders entered around a discarded revision, only one is complete
      Given an order "BEFORE" with
        | line | action | product        |
        | 1    | Add    | Static Address |
      And the latest revision of order "BASE" is discarded
      And order "BEFORE" is submitted
      And an order "AFTER" with
        | line | action | product          |
        | 1    | Add    | Fibre Connection |
      When order "AFTER" is submitted
      And the order system reports the status "COMPLETE" of order "AFTER"
      Then the customer has the assets
        | product          |
        | Fibre Connection |
