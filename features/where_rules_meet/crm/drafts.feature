Feature: Values that only an earlier draft had
  A user revises a draft until it is right. A value that only an earlier draft had is not
  submitted, does not decide about approval, and does not move to another line.

  Source: Process Sales Order Fulfillment, "About Sales Orders", on revisions; Siebel
  Order Management Guide, "Scenario for Order Management".

  @RV-03 @installed-base @order-tracking @revisions-before-submission
  Rule: A disconnection that only an earlier draft had is not submitted

    @crm @service-changes+drafts
    Example: A draft that ended an asset is revised, and the asset stays
      Given the customer has
        | asset | product         | speed | version |
        | HOME  | Internet Access | 100   |         |
        | FIXED | Static Address  |       | v4      |
      And a change order "CHANGE" with
        | line | action | asset | version |
        | 1    | Delete | HOME  |         |
        | 2    | Update | FIXED | v6      |
      When order "CHANGE" is revised before submission to
        | line | action | asset | version |
        | 2    | Update | FIXED | v6      |
      And order "CHANGE" is submitted and fulfilled
      Then line 1 of order "CHANGE" is not queued
      And the customer has the assets
        | asset | speed | version |
        | HOME  | 100   |         |
        | FIXED |       | v6      |

  @SP-01 @kept-service-points @crm
  Rule: A service point stays with the line that names it

    @service-points+drafts
    Example: A line that a later draft adds does not take the first line's service point
      Given an order with
        | line | action | product         | service point |
        | 1    | Add    | Internet Access | Customer      |
      When the order is revised before submission to
        | line | action | product         | service point |
        | 1    | Add    | Internet Access | Customer      |
        | 2    | Add    | Internet Access |               |
      And the order is submitted
      Then the queue holds the lines of the order
        | line | action | product         | service point |
        | 1    | Add    | Internet Access | Customer      |
        | 2    | Add    | Internet Access |               |

    @approval @service-points+approval
    Example: An approved order is released with the service points that were entered
      Given an order "BIG" with
        | line | action | product         | service point |
        | 1    | Add    | Leased Line     | Customer      |
        | 2    | Add    | Leased Line     |               |
      When order "BIG" is submitted
      And a supervisor approves order "BIG"
      Then the queue holds the lines of order "BIG"
        | line | action | product         | service point |
        | 1    | Add    | Leased Line     | Customer      |
        | 2    | Add    | Leased Line     |               |

    @installed-base @order-tracking @service-changes+service-points+redelivery
    Example: A service that is reported ended twice does not end its service point
      Given the customer has
        | line | action | product         | asset | service point |
        | 1    | Add    | Internet Access | HOME  | Customer      |
      And a change order "LEAVE" with
        | line | action | asset |
        | 1    | Delete | HOME  |
      And order "LEAVE" is submitted and fulfilled
      When the order system reports of order "LEAVE"
        | line | status   |
        | 1    | COMPLETE |
      Then the customer has no assets
      But the desk shows the service point of the customer as an asset

  @SC-12 @crm
  Rule: The submitted content of an order decides whether it needs approval

    @approval+drafts
    Example: An order that needed approval only in an earlier draft is released at once
      Given an order "SMALLER" with
        | line | action | product         |
        | 1    | Add    | Leased Line     |
        | 2    | Add    | Internet Access |
      When order "SMALLER" is revised before submission to
        | line | action | product         |
        | 2    | Add    | Internet Access |
      And order "SMALLER" is submitted
      Then order "SMALLER" is released to fulfilment once

    @approval+drafts
    Example: An order that needs approval only in its last draft waits for it
      Given an order "BIGGER" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When order "BIGGER" is revised before submission to
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 2    | Add    | Leased Line     |
      And order "BIGGER" is submitted
      Then order "BIGGER" is not released to fulfilment

  @PN-04 @installed-base @order-tracking
  Rule: A repeated report about an order is not about its draft revision

    @crm @redelivery+drafts
    Example: An order that is reported complete twice has the submitted values, not those of its draft revision
      Given an order "BASE" with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
      And the order system has order "BASE"
      And a user begins to revise order "BASE" to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
      When the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
      And the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
      Then the customer has the assets
        | product         | speed |
        | Internet Access | 100   |

  @SC-10 @documents-and-activities @changes-after-submission
  Rule: Documents stay with an order of which a revision is discarded

    @crm @supplementals+drafts
    Example: A revision that is discarded takes no documents with it
      Given an order "BASE" with
        | line | action | product     |
        | 1    | Add    | Home Router |
      When these are attached to order "BASE"
        | kind     | name              |
        | document | purchase order 17 |
      And order "BASE" is submitted
      And a user begins to revise order "BASE"
      And the latest revision of order "BASE" is discarded
      Then the desk lists these attachments of order "BASE"
        | kind     | name              |
        | document | purchase order 17 |
