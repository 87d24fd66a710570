@crm @restartable @installed-base
Feature: Breakdowns of the CRM and changes of assets
  A customer calls the day after a breakdown. The CRM still shows the same assets as
  before, and the customer's change is about one of them.

  Source: Process Sales Order Fulfillment, "About Sales Orders" and "About Modify Orders".

  Background:
    Given the customer has
      | line | action | product         | asset | site         | speed | version |
      | 1    | Add    | Internet Access | HOME  | 12 Mill Lane | 100   |         |
      | 2    | Add    | Internet Access | OTHER | 4 River Walk | 200   |         |
      | 3    | Add    | Static Address  | FIXED | 12 Mill Lane |       | v4      |

  @MO-02
  Rule: An order after a breakdown changes the asset that the customer had before it

    @order-tracking @modify-orders+restarts
    Example: An order after a breakdown changes the named asset, not another of the same product
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
  Rule: A service that was suspended before a breakdown is still suspended after it and can be resumed

    @service-changes+restarts
    Example: A suspended service can be resumed after a breakdown
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
    Example: A suspended service is still suspended after a breakdown, and another one is still active
      Given the customer's "HOME" is suspended
      When the CRM breaks down and is started again
      Then the customer has the assets
        | product         | status    |
        | Internet Access | Active    |
        | Internet Access | Suspended |
        | Static Address  | Active    |

  @SP-01 @kept-service-points
  Rule: A line entered before a breakdown is submitted with its service point

    @service-points+restarts
    Example: Two lines entered before a breakdown are submitted each with its own service point
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
  Rule: A back office gets what it missed, also when the CRM broke down meanwhile

    @failures+restarts
    Example: A back office that was down gets a phone number, though the CRM broke down meanwhile
      Given back office "Accounting" cannot be reached
      And a user enters phone number "02079460171" with
        | listing |
        | public  |
      And the CRM breaks down and is started again
      When back office "Accounting" can be reached again
      Then each back office has phone number "02079460171" with
        | number      | listing |
        | 02079460171 | public  |

    @failures+restarts
    Example: A back office that was down gets a phone number, though the CRM broke down before it heard of the failure
      Given back office "Accounting" cannot be reached
      And the CRM breaks down before the next message and is started again
      And a user enters phone number "02079460172" with
        | listing |
        | public  |
      When back office "Accounting" can be reached again
      Then each back office has phone number "02079460172" with
        | number      | listing |
        | 02079460172 | public  |
