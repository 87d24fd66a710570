@crm @restartable
Feature: Breakdowns of the CRM as soon as it has answered its user
  The CRM tells its user that an order is submitted, or that a record is saved, and breaks
  down at once. What the user was told holds: the order is queued and the record reaches the
  back offices, each of them once.

  Source: Process Sales Order Fulfillment, "Process Sales Order Fulfillment Business Flow
  Overview"; Siebel Order Management Guide, "Scenario for Order Management"; Siebel
  eCommunications Guide, "Business Scenarios for Defining Integration Workflow Processes".

  @FL-04
  Rule: An order that a user has submitted is queued once, though the CRM breaks down at once

    Background:
      Given an order "BASE" with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
        | 2    | Add    | Static Address  |       |

    @drafts+restarts
    Example: A new order is queued with all its lines
      When the CRM breaks down after every answer and is started again
      And order "BASE" is submitted
      Then order "BASE" is queued once
      And the queue holds the lines of order "BASE"
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
        | 2    | Add    | Static Address  |       |

    @order-tracking @supplementals+restarts
    Example: A revision is queued with what it changes
      Given the order system has order "BASE"
      When the CRM breaks down after every answer and is started again
      And order "BASE" is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
        | 2    | Add    | Static Address  |       |
      Then the queue holds the lines of order "BASE"
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
        | 2    | Add    | Static Address  |       |

  @SC-12 @approval
  Rule: An approved order is released once, though the CRM breaks down after the approval

    @approval+restarts
    Example: An order that is approved before a breakdown is released once
      Given an order "BIG" with
        | line | action | product     |
        | 1    | Add    | Leased Line |
      When order "BIG" is submitted
      And the CRM breaks down after every answer and is started again
      And a supervisor approves order "BIG"
      Then order "BIG" is released to fulfilment once

  @SC-13 @order-tracking @changes-after-submission
  Rule: An order that was acknowledged before a breakdown is not acknowledged once more with its revision

    @supplementals+restarts
    Example: A revision after a breakdown leads to no second acknowledgement of the first order
      Given an order "BASE" with
        | line | action | product     |
        | 1    | Add    | Home Router |
      And the order system has order "BASE"
      When the CRM breaks down and is started again
      And order "BASE" is revised to
        | line | action | product     |
        | 1    | Add    | Home Router |
        | 2    | Add    | Handset     |
      Then order "BASE" is queued two times
      And the customer is sent one acknowledgement of order "BASE"

  @WF-21 @back-office-push @phone-numbers
  Rule: A saved phone number reaches each back office, though the CRM breaks down at once

    @redelivery+restarts
    Example: A phone number reaches each back office with the listing that the user saved
      When the CRM breaks down after every answer and is started again
      And a user enters phone number "02079460173" with
        | listing |
        | public  |
      Then each back office has phone number "02079460173" with
        | number      | listing |
        | 02079460173 | public  |
