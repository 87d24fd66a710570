@crm
Feature: What later versions of an order say
  A line is taken off, a site is cleared, a revision is refused. Each version starts from
  the version before it, and from nothing else.

  Source: Process Sales Order Fulfillment, "About Sales Orders" and "About
  Supplemental Orders"; Siebel Order Management Guide, "Scenario for Order
  Management".

  @SU-13
  Rule: A line that was withdrawn is not in the versions that follow

    @supplementals+drafts
    Example: A line that was withdrawn does not come back with a later revision
      Given an order "BASE" with
        | line | action | product         | speed | version |
        | 1    | Add    | Internet Access | 100   |         |
        | 2    | Add    | Static Address  |       | v4      |
      And the order system has order "BASE"
      When order "BASE" is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
      And order "BASE" is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 900   |
      Then the queue holds the lines of order "BASE"
        | line | action | speed |
        | 1    | Add    | 900   |

  @SC-15
  Rule: A revision can clear what was entered before

    @kept-service-points @supplementals+service-points
    Example: A revision is submitted without the site and the service point that a user has cleared
      Given an order "BASE" with
        | line | action | product         | site         | service point | speed |
        | 1    | Add    | Internet Access | 12 Mill Lane | Customer      | 100   |
        | 2    | Add    | Internet Access | 4 River Walk | Customer      | 200   |
      And the order system has order "BASE"
      When order "BASE" is revised to
        | line | action | product         | site         | service point | speed |
        | 1    | Add    | Internet Access |              |               | 100   |
        | 2    | Add    | Internet Access | 4 River Walk | Customer      |       |
      Then the queue holds the lines of order "BASE"
        | line | action | service point | speed |
        | 1    | Add    |               | 100   |
        | 2    | Add    | Customer      |       |

  @SC-14
  Rule: A draft can be cleared of what was entered before

    @kept-service-points @changes-to-drafts @service-points+drafts
    Example: A draft is submitted without the site and the service point that a user has cleared
      Given an order "DRAFT" with
        | line | action | product         | site         | service point | speed |
        | 1    | Add    | Internet Access | 12 Mill Lane | Customer      | 100   |
        | 2    | Add    | Internet Access | 4 River Walk | Customer      | 200   |
      When order "DRAFT" is changed as a draft to
        | line | action | product         | site         | service point | speed |
        | 1    | Add    | Internet Access |              |               | 100   |
        | 2    | Add    | Internet Access | 4 River Walk | Customer      |       |
      And order "DRAFT" is submitted
      Then the queue holds the lines of order "DRAFT"
        | line | action | service point | speed |
        | 1    | Add    |               | 100   |
        | 2    | Add    | Customer      |       |

  @TM-02 @installed-base @order-tracking
  Rule: A refusal takes back one revision, however often it is told

    Background:
      Given an order "BASE" with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
      And the order system has order "BASE"

    @restartable @supplementals+redelivery+restarts
    Example: A refusal that is told again after a breakdown takes back no earlier revision
      When order "BASE" is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
      And order "BASE" is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 900   |
      And the order system reports a refusal of order "BASE"
      And the CRM breaks down and is started again
      And the order system's last report is delivered again
      And the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
      Then the customer has the assets
        | product         | speed |
        | Internet Access | 500   |

  @TM-02 @installed-base @order-tracking
  Rule: What was reported before a revision stays when the revision is refused

    @supplementals+failures+filled-in-data
    Example: A value from before a refused revision is on the asset
      Given an order "BASE" with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
      And the order system has order "BASE"
      And the order system reports the value "40" of "upload" of line 1 of order "BASE"
      When order "BASE" is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
      And the order system reports a refusal of order "BASE"
      And the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
      Then the customer has the assets
        | product         | speed | upload |
        | Internet Access | 100   | 40     |

  @PD-01 @installed-base @order-tracking @orders-from-profile
  Rule: An order that was begun with an asset is submitted with the asset as it is by then

    @modify-orders+drafts
    Example: A value that another order gave an asset is on the order that was begun with it before
      Given the customer has
        | asset | product         | speed | upload |
        | HOME  | Internet Access | 100   | 20     |
      And a change order "WIDER" with
        | line | action | asset | upload |
        | 1    | Update | HOME  | 50     |
      When order "FASTER" is begun with these assets of the customer
        | asset |
        | HOME  |
      And order "WIDER" is submitted and fulfilled
      And order "FASTER" is changed as a draft to
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And order "FASTER" is submitted and fulfilled
      Then the customer has the assets
        | asset | product         | speed | upload |
        | HOME  | Internet Access | 500   | 50     |
