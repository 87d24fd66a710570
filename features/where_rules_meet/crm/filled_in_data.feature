Feature: Assigned values on orders that are approved, revised or reported again
  Fulfilment assigns values that nobody entered: a free number, or the speed that the line
  allows. An assigned value belongs to its line in every version and is on the asset in
  the end. A value that is reported twice counts once.

  Source: Process Sales Order Fulfillment, "About Sales Orders", table 8-1; Siebel
  Order Management Guide, "Scenario for Order Management".

  @AS-01 @installed-base @order-tracking @crm
  Rule: The asset has the values that were assigned, whatever else the line says

    @kept-service-points @filled-in-data+service-points
    Example: An assigned number belongs to the service and not to the service point
      Given an order "BASE" with
        | line | action | product      | service point |
        | 1    | Add    | Phone Number | Customer      |
      And the order system has order "BASE"
      When the order system reports of order "BASE"
        | line | status   | number      |
        | 1    | COMPLETE | 02079460180 |
      Then the customer has the assets
        | product      | number      |
        | Phone Number | 02079460180 |

    @approval @filled-in-data+approval
    Example: Two numbers are assigned to two lines of an approved order
      Given an order "BIG" with
        | line | action | product      | site           |
        | 1    | Add    | Leased Line  | 12 Mill Lane   |
        | 2    | Add    | Phone Number | 3 Harbour Road |
        | 3    | Add    | Phone Number | 7 Church Way   |
      When order "BIG" is submitted
      And a supervisor approves order "BIG"
      And the order system reports of order "BIG"
        | line | status   | number      |
        | 1    | COMPLETE |             |
        | 2    | COMPLETE | 02079460181 |
        | 3    | COMPLETE | 02079460184 |
      Then the customer has the assets
        | product      | site           | number      |
        | Leased Line  | 12 Mill Lane   |             |
        | Phone Number | 3 Harbour Road | 02079460181 |
        | Phone Number | 7 Church Way   | 02079460184 |

    @filled-in-data+redelivery
    Example: A number that is reported twice before the completion is on one asset
      Given an order "BASE" with
        | line | action | product      |
        | 1    | Add    | Phone Number |
      And the order system has order "BASE"
      And the order system reports of order "BASE"
        | line | status      | number      |
        | 1    | IN PROGRESS | 02079460182 |
      When the order system reports of order "BASE"
        | line | status      | number      |
        | 1    | IN PROGRESS | 02079460182 |
      And the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
      Then the customer has the assets
        | product      | number      |
        | Phone Number | 02079460182 |

  @TM-02 @installed-base @order-tracking @crm
  Rule: A report about an order is also about its revision, since both are the same order

    Background:
      Given an order "BASE" with
        | line | action | product      |
        | 1    | Add    | Phone Number |
      And the order system has order "BASE"

    @supplementals+filled-in-data+drafts
    Example: A number that is assigned while a user revises the order is kept
      Given a user begins to revise order "BASE" to
        | line | action | product         |
        | 1    | Add    | Phone Number    |
        | 2    | Add    | Internet Access |
      When the order system reports of order "BASE"
        | line | status      | number      |
        | 1    | IN PROGRESS | 02079460183 |
      And order "BASE" is submitted
      Then order "BASE" is queued two times
      When the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
        | 2    | COMPLETE |
      Then the customer has the assets
        | product         | number      |
        | Phone Number    | 02079460183 |
        | Internet Access |             |

    @supplementals+failures+filled-in-data
    Example: A number that is assigned before the order system refuses a revision is kept
      When order "BASE" is revised to
        | line | action | product      | site         |
        | 1    | Add    | Phone Number | 7 Church Way |
      And the order system reports the value "02079460185" of "number" of line 1 of order "BASE"
      And the order system reports a refusal of order "BASE"
      And the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
      Then the customer has the assets
        | product      | number      |
        | Phone Number | 02079460185 |

  @PD-01 @installed-base @order-tracking @crm
  Rule: A value that a user entered is not replaced by a value that fulfilment assigns elsewhere

    Background:
      Given the customer has
        | asset | product         | speed | upload |
        | HOME  | Internet Access | 100   | 20     |
      And a change order "PENDING" with
        | line | action | asset | upload |
        | 1    | Update | HOME  | 80     |

    @modify-orders+filled-in-data+drafts
    Example: A value in a draft is queued as entered though fulfilment assigns another one, or the desk objects
      Given a change order "SOONER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      When order "SOONER" is submitted
      And the order system reports of order "SOONER"
        | line | status   | upload |
        | 1    | COMPLETE | 50     |
      And order "PENDING" is submitted
      Then line 1 of order "PENDING" is queued with "upload" "80", or the desk objects

    @supplementals+filled-in-data+drafts
    Example: A value in a draft revision is queued as entered though another one is reported, or the desk objects
      Given an order "BASE" with
        | line | action | product         | upload |
        | 1    | Add    | Internet Access | 20     |
      And the order system has order "BASE"
      And a user begins to revise order "BASE" to
        | line | action | product         | upload |
        | 1    | Add    | Internet Access | 80     |
      When the order system reports of order "BASE"
        | line | status      | upload |
        | 1    | IN PROGRESS | 50     |
      And order "BASE" is submitted
      Then line 1 of order "BASE" is queued with "upload" "80", or the desk objects
