@crm @restartable @installed-base
Feature: Breakdowns of the CRM before customers change what they have
  A customer calls the day after a breakdown. What the CRM shows him as his own is what it
  showed before, and the change that he orders is about just that.

  Source: Process Sales Order Fulfillment, "About Sales Orders" and "About Modify Orders".

  Background:
    Given the customer has
      | line | action | product         | asset | site         | speed | version |
      | 1    | Add    | Internet Access | HOME  | 12 Mill Lane | 100   |         |
      | 2    | Add    | Internet Access | OTHER | 4 River Walk | 200   |         |
      | 3    | Add    | Static Address  | FIXED | 12 Mill Lane |       | v4      |

  @MO-02
  Rule: After a breakdown an order changes the asset that the customer had before it

    @order-tracking @modify-orders+restarts
    Example: A change after a breakdown is about the second asset of the product, not the first
      Given a change order "CHANGE" with
        | line | action | asset | speed |
        | 1    | Update | OTHER | 500   |
      When the CRM breaks down and is started again
      And order "CHANGE" is submitted and fulfilled
      Then the customer has the assets
        | product         | speed | version |
        | Internet Access | 100   |         |
        | Internet Access | 500   |         |
        | Static Address  |       | v4      |

  @AC-08 @order-tracking
  Rule: A service that was suspended before a breakdown is suspended after it, and can be resumed

    @service-changes+restarts
    Example: A suspended service is resumed after a breakdown
      Given the customer's "HOME" is suspended
      And a change order "RESUME" with
        | line | action | asset |
        | 1    | Resume | HOME  |
      When the CRM breaks down and is started again
      And order "RESUME" is submitted and fulfilled
      Then the customer has the assets
        | product         | status | speed |
        | Internet Access | Active | 100   |
        | Internet Access | Active | 200   |
        | Static Address  | Active |       |

    @service-changes+restarts
    Example: A suspended service is shown as suspended after a breakdown, and the other one is not
      Given the customer's "HOME" is suspended
      When the CRM breaks down and is started again
      Then the customer has the assets
        | product         | status    |
        | Internet Access | Active    |
        | Internet Access | Suspended |
        | Static Address  | Active    |

  @SP-01 @kept-service-points
  Rule: A service point that was picked before a breakdown goes out with its line after it

    @service-points+restarts
    Example: Lines that were entered before a breakdown name each its own service point
      Given an order "NEW" with
        | line | action | product         | service point |
        | 1    | Add    | Internet Access | Neighbour     |
        | 2    | Add    | Static Address  | Customer      |
      When the CRM breaks down and is started again
      And order "NEW" is submitted
      Then the queue holds the lines of order "NEW"
        | line | product         | service point |
        | 1    | Internet Access | Neighbour     |
        | 2    | Static Address  | Customer      |

  @WF-21 @back-office-push @phone-numbers
  Rule: What a back office missed before a breakdown of the CRM it gets after it

    @failures+restarts
    Example: A back office has the number that it missed, though the CRM broke down meanwhile
      Given back office "Accounting" cannot be reached
      And a user enters phone number "02079460171" with
        | listing |
        | public  |
      And the CRM breaks down and is started again
      When back office "Accounting" can be reached again
      Then each back office has phone number "02079460171" with
        | number      | listing |
        | 02079460171 | public  |
