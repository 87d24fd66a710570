Feature: Revisions of one of several equal lines
  A customer has two lines, two orders or two assets of one product, and one of them is
  changed. A CRM that finds a line by its product or its position changes the wrong one.

  Source: Process Sales Order Fulfillment, "About Supplemental Orders", "About
  Sales Orders" and "About Modify Orders".

  @SU-01 @order-tracking
  Rule: The point of no return of one order does not close another order

    @crm @supplementals+points-of-no-return
    Example: Another order of the customer for the same product can still be revised
      Given an order "BASE" with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
      And the order system has order "BASE" past its points of no return
      And an order "OTHER" with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
      And the order system has order "OTHER"
      When order "OTHER" is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
      Then the queue holds the lines of order "OTHER"
        | line | action | speed |
        | 1    | Add    | 500   |

  @SU-13
  Rule: Of two equal bundles, only the one that the revision leaves out is withdrawn

    @crm @withdrawal-absent @bundles+supplementals
    Example: The first bundle is withdrawn with its component, and the second stays with its own
      Given an order "BASE" with
        | line | action | product           | speed |
        | 1    | Add    | Home Starter Pack |       |
        | 1.1  | Add    | Internet Access   | 100   |
        | 2    | Add    | Home Starter Pack |       |
        | 2.1  | Add    | Internet Access   | 500   |
      And the order system has order "BASE"
      When order "BASE" is revised to
        | line | action | product           | speed |
        | 2    | Add    | Home Starter Pack |       |
        | 2.1  | Add    | Internet Access   | 500   |
      Then the queue holds the lines of order "BASE"
        | line | action | product         | speed | component of |
        | 2.1  | Add    | Internet Access | 500   | 2            |
      And the latest version of order "BASE" leaves out line 1.1

  @AS-02 @installed-base @order-tracking
  Rule: An assigned value belongs to the line that it was reported for, at whatever position that line is

    @crm @supplementals+filled-in-data
    Example: A value reaches the second line after the first was withdrawn
      Given an order "BASE" with
        | line | action | product         | site           |
        | 1    | Add    | Static Address  | 12 Mill Lane   |
        | 2    | Add    | Internet Access | 3 Harbour Road |
        | 3    | Add    | Internet Access | 7 Church Close |
      And the order system has order "BASE"
      When order "BASE" is revised to
        | line | action | product         | site           |
        | 2    | Add    | Internet Access | 3 Harbour Road |
        | 3    | Add    | Internet Access | 7 Church Close |
      And the order system reports the value "40" of "upload" of line 2 of order "BASE"
      And the order system reports of order "BASE"
        | line | status   |
        | 2    | COMPLETE |
        | 3    | COMPLETE |
      And the order system reports the status "COMPLETE" of order "BASE"
      Then the customer has the assets
        | product         | site           | upload |
        | Internet Access | 3 Harbour Road | 40     |
        | Internet Access | 7 Church Close |        |

  @MO-06 @installed-base @order-tracking
  Rule: Of two assets of one product, the one whose line is changed gets the new value

    @crm @supplementals+modify-orders
    Example: A revision changes the line of the second asset
      Given the customer has
        | asset  | product         | site         | speed |
        | HOME   | Internet Access | 12 Mill Lane | 100   |
        | OFFICE | Internet Access | 7 Church Way | 100   |
      And a change order "FASTER" with
        | line | action | asset  | speed |
        | 1    | Update | HOME   | 500   |
        | 2    | Update | OFFICE | 500   |
      And the order system has order "FASTER"
      When order "FASTER" is revised to
        | line | action | asset  | speed |
        | 1    | Update | HOME   | 500   |
        | 2    | Update | OFFICE | 900   |
      Then the queue holds the lines of order "FASTER"
        | line | action | asset  | speed |
        | 1    | Update | HOME   | 500   |
        | 2    | Update | OFFICE | 900   |

  @FO-02 @installed-base @order-tracking
  Rule: An open order will leave what its last revision says

    Background:
      Given an order "BASE" with
        | line | action | product         | speed | upload |
        | 1    | Add    | Internet Access | 100   | 20     |
      And the order system has order "BASE"

    @crm @supplementals+follow-ons
    Example: A follow-on order starts from the value that a revision of its base order gave
      When order "BASE" is revised to
        | line | action | product         | speed | upload |
        | 1    | Add    | Internet Access | 300   | 20     |
      And the order system reports of order "BASE"
        | line | status      | milestone |
        | 1    | IN PROGRESS | DESIGNED  |
      And a user submits order "WIDER" to set "upload" to "50" on the projected asset of line 1 of order "BASE"
      Then line 1 of order "WIDER" is not queued with speed "100"
      And the desk lists the projected assets of the customer
        | product         | speed | upload |
        | Internet Access | 300   | 50     |

  @PD-01 @installed-base @order-tracking
  Rule: A value that the user entered in a pending revision is not replaced by an assigned one

    @crm @supplementals+filled-in-data
    Example: User and fulfilment change the same value, and the user's is queued or the desk objects
      Given an order "BASE" with
        | line | action | product         | speed | upload |
        | 1    | Add    | Internet Access | 100   | 20     |
      And the order system has order "BASE"
      And a user begins to revise order "BASE" to
        | line | action | product         | speed | upload |
        | 1    | Add    | Internet Access | 100   | 60     |
      When the order system reports of order "BASE"
        | line | status      | upload |
        | 1    | IN PROGRESS | 50     |
      And order "BASE" is submitted
      Then line 1 of order "BASE" is queued with "upload" "60", or the desk objects
