Feature: Orders in trouble that are called off, filled in, approved or told of again
  Trouble ends: an order that fell out is mended, or cancelled. Meanwhile nothing is
  lost, nothing is sent by itself, and no news makes an order open again that is over.

  Source: Process Sales Order Fulfillment, "About Sales Orders", table 8-1; Siebel
  Order Management Guide, "Scenario for Order Management".

  Background:
    Given an order "BASE" with
      | line | action | product      | service point |
      | 1    | Add    | Phone Number | Customer      |
    And the order system has order "BASE"

  @TM-01 @order-tracking @crm
  Rule: Trouble that is mended opens no order again that is over

    @failures+cancellation
    Example: An order that fell out and was cancelled stays closed when the trouble is settled
      When the order system reports a fallout of line 1 of order "BASE"
      And the order system reports the status "CANCELLED" of order "BASE"
      And the order system reports the end of the fallout of line 1 of order "BASE"
      Then order "BASE" is not open

    @failures+redelivery
    Example: An order that is complete stays complete when the end of its trouble is told late
      When the order system reports a fallout of line 1 of order "BASE"
      And the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
      And the order system reports the end of the fallout of line 1 of order "BASE"
      Then order "BASE" is not open
      And order "BASE" is complete

  @AS-01 @installed-base @order-tracking @crm
  Rule: A line that fell out becomes one asset once it is complete, with all that was told of it

    @failures+filled-in-data
    Example: A value that was filled in before the line fell out is on the asset
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
    Example: A line that failed and is then reported complete twice is one asset
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
  Rule: A service point outlives the order that names it

    @failures+service-points
    Example: The service point is there still when a line that names it falls out
      When the order system reports a fallout of line 1 of order "BASE"
      Then the desk shows the service point of the customer as an asset
      And order "BASE" is open

    @failures+service-points
    Example: The service point is there still when the order system refuses an order that names it
      When the order system reports a refusal of order "BASE"
      Then the desk shows the service point of the customer as an asset
      And order "BASE" is not open

    @cancellation+service-points
    Example: The service point is there still when an order that names it is cancelled
      When the order system reports the status "CANCELLED" of order "BASE"
      Then the desk shows the service point of the customer as an asset
      And order "BASE" is not open

  @FL-02 @order-tracking
  Rule: Trouble submits nothing

    @crm @failures+drafts
    Example: A revision that was only begun is not submitted when the order falls out
      Given a user begins to revise order "BASE" to
        | line | action | product         | service point |
        | 1    | Add    | Phone Number    | Customer      |
        | 2    | Add    | Internet Access |               |
      When the order system reports a fallout of line 1 of order "BASE"
      And the order system reports the end of the fallout of line 1 of order "BASE"
      Then order "BASE" is queued once
      And line 2 of order "BASE" is not queued
