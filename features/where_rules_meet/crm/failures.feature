Feature: Failed orders that are cancelled, approved, filled in or reported again
  A failure ends: the order is mended or cancelled. Until then nothing is lost and nothing
  is sent by itself, and no report opens a closed order again.

  Source: Process Sales Order Fulfillment, "About Sales Orders", table 8-1; Siebel
  Order Management Guide, "Scenario for Order Management".

  Background:
    Given an order "BASE" with
      | line | action | product      | service point |
      | 1    | Add    | Phone Number | Customer      |
    And the order system has order "BASE"

  @TM-01 @order-tracking @crm
  Rule: The end of a failure does not open a closed order again

    @failures+cancellation
    Example: A cancelled order stays closed when its fallout ends
      When the order system reports a fallout of line 1 of order "BASE"
      And the order system reports the status "CANCELLED" of order "BASE"
      And the order system reports the end of the fallout of line 1 of order "BASE"
      Then order "BASE" is not open

    @failures+redelivery
    Example: A complete order stays complete when the end of its fallout is reported late
      When the order system reports a fallout of line 1 of order "BASE"
      And the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
      And the order system reports the end of the fallout of line 1 of order "BASE"
      Then order "BASE" is not open
      And order "BASE" is complete

  @AS-01 @installed-base @order-tracking @crm
  Rule: A line that fell out becomes one asset when it is complete, with all values reported for it

    @failures+filled-in-data
    Example: A value that was assigned before the fallout is on the asset
      When the order system reports of order "BASE"
        | line | status      | number      |
        | 1    | IN PROGRESS | 02079460160 |
      And the order system reports a fallout of line 1 of order "BASE"
      And the order system reports the end of the fallout of line 1 of order "BASE"
      And the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
      Then the customer has the assets
        | product      | number      |
        | Phone Number | 02079460160 |

    @failures+redelivery
    Example: A line that failed and is reported complete twice becomes one asset
      When the order system reports of order "BASE"
        | line | status |
        | 1    | FAILED |
      And the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
      And the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
      Then the customer has the assets
        | product      |
        | Phone Number |

  @SP-01 @order-tracking @kept-service-points @crm
  Rule: A service point stays when an order that names it fails

    @failures+service-points
    Example: The service point stays when a line that names it falls out
      When the order system reports a fallout of line 1 of order "BASE"
      Then the desk shows the service point of the customer as an asset
      And order "BASE" is open

    @failures+service-points
    Example: The service point stays when the order system refuses an order that names it
      When the order system reports a refusal of order "BASE"
      Then the desk shows the service point of the customer as an asset
      And order "BASE" is not open

    @cancellation+service-points
    Example: The service point stays when an order that names it is cancelled
      When the order system reports the status "CANCELLED" of order "BASE"
      Then the desk shows the service point of the customer as an asset
      And order "BASE" is not open

  @FL-02 @order-tracking
  Rule: A failure does not submit a draft

    @crm @failures+drafts
    Example: A draft revision is not submitted when its order falls out
      Given a user begins to revise order "BASE" to
        | line | action | product         | service point |
        | 1    | Add    | Phone Number    | Customer      |
        | 2    | Add    | Internet Access |               |
      When the order system reports a fallout of line 1 of order "BASE"
      And the order system reports the end of the fallout of line 1 of order "BASE"
      Then order "BASE" is queued once
      And line 2 of order "BASE" is not queued
