Feature: What earlier drafts said of services, service points and supervisors
  A draft is revised until it is right. What only an earlier draft said is not sent,
  does not decide who has to look at the order, and wanders to no other line.

  Source: Process Sales Order Fulfillment, "About Sales Orders", on revisions; Siebel
  Order Management Guide, "Scenario for Order Management".

  @RV-03 @installed-base @order-tracking @revisions-before-submission
  Rule: A disconnection that only an earlier draft asked for is not asked for

    @crm @service-changes+drafts
    Example: The draft that ended an asset was revised before its submission
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
    Example: A line that is added in a further draft does not take the service point of the first
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
    Example: A line of an order that a supervisor approves names the service point that was entered
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
    Example: The end of a service that is told twice is not the end of its service point
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
  Rule: Whether a supervisor looks at an order hangs on what it says when it is submitted

    @approval+drafts
    Example: An order that needed a supervisor in an earlier draft only is not held up
      Given an order "SMALLER" with
        | line | action | product         |
        | 1    | Add    | Leased Line     |
        | 2    | Add    | Internet Access |
      When order "SMALLER" is revised before submission to
        | line | action | product         |
        | 2    | Add    | Internet Access |
      And order "SMALLER" is submitted
      Then order "SMALLER" goes on to fulfilment once

    @approval+drafts
    Example: An order that needs a supervisor only in its last draft waits for one
      Given an order "BIGGER" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When order "BIGGER" is revised before submission to
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 2    | Add    | Leased Line     |
      And order "BIGGER" is submitted
      Then order "BIGGER" goes on to fulfilment not at all

  @PN-04 @installed-base @order-tracking
  Rule: News that comes again is no news of a revision that nobody submitted

    @crm @redelivery+drafts
    Example: An order that is reported complete twice is fulfilled as it was submitted, not as a user revises it
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
