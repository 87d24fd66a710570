Feature: Finishing and submitting an order
  A sales representative attaches documents, plans a visit, and submits the order. Until
  then the customer may still change the order.

  Source: Siebel Order Management Guide, "Scenario for Order Management".

  @SC-10 @crm
  Rule: Documents can be attached to an order, and service activities created for it

    Background:
      Given an order with
        | line | action | product     |
        | 1    | Add    | Home Router |
      And an order "OTHER" with
        | line | action | product     |
        | 1    | Add    | Home Router |

    Example: The desk lists documents and activities with their own order only
      When these are attached to the order
        | kind     | name               |
        | document | purchase order 17  |
        | document | letter of credit   |
        | activity | installation visit |
      And these are attached to order "OTHER"
        | kind     | name              |
        | document | purchase order 18 |
      Then the desk lists these attachments of the order
        | kind     | name               |
        | document | purchase order 17  |
        | document | letter of credit   |
        | activity | installation visit |

    @revisions-before-submission
    Example: Documents stay with an order that is revised before its submission
      When these are attached to the order
        | kind     | name               |
        | document | purchase order 17  |
        | activity | installation visit |
      And the order is revised before submission to
        | line | action | product     |
        | 1    | Add    | Home Router |
        | 2    | Add    | Handset     |
      Then the desk lists these attachments of the order
        | kind     | name               |
        | document | purchase order 17  |
        | activity | installation visit |

    @restartable @drafts+restarts
    Example: Documents and activities are still there after a breakdown
      When these are attached to the order
        | kind     | name               |
        | document | purchase order 17  |
        | activity | installation visit |
      And the CRM breaks down and is started again
      Then the desk lists these attachments of the order
        | kind     | name               |
        | document | purchase order 17  |
        | activity | installation visit |

    @changes-after-submission
    Example: Documents stay with an order that is revised after its submission
      When these are attached to order "OTHER"
        | kind     | name               |
        | document | purchase order 17  |
        | activity | installation visit |
      And order "OTHER" is submitted
      And order "OTHER" is revised to
        | line | action | product     |
        | 1    | Add    | Home Router |
        | 2    | Add    | Handset     |
      Then the desk lists these attachments of order "OTHER"
        | kind     | name               |
        | document | purchase order 17  |
        | activity | installation visit |

  @SC-11 @crm
  Rule: A sales representative submits a ready order, whichever optional steps were left out

    Example: An order that was only entered can be submitted
      Given an order with
        | line | action | product     |
        | 1    | Add    | Home Router |
      When the order is submitted
      Then the desk has accepted the submission of the order
      And the order is queued once

    @order-priorities
    Example: A ready order is not queued before a user submits it
      Given an order with header
        | account  | priority |
        | Customer | Urgent   |
      And its lines are
        | line | action | product     |
        | 1    | Add    | Home Router |
      When the order is saved again
      Then the order is not queued

    @credit-check
    Example: A passed credit check does not submit the order
      Given an order with
        | line | action | product     |
        | 1    | Add    | Home Router |
      When the order is checked, with these answers
        | check  | outcome |
        | credit | ok      |
      Then the order is not queued

  @SC-14 @crm
  Rule: A user changes a draft itself, and submits it once with its last content

    Example: The last content of a draft is submitted
      Given an order with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
        | 2    | Add    | Static Address  |       |
      When the order is changed as a draft to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
        | 3    | Add    | VoIP Voicemail  |       |
      And the order is submitted
      Then the queue holds the lines of the order
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
        | 3    | Add    | VoIP Voicemail  |       |
      And line 2 of the order is not queued

    Example: A changed draft is submitted as one new order
      Given an order with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
      When the order is changed as a draft to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
      And the order is submitted
      Then the order is queued once
      And the queue holds the header of the order
        | account  | base order |
        | Customer |            |

    Example: Nothing is queued while a draft is changed
      Given an order with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
      When the order is changed as a draft to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
      Then the order is not queued
