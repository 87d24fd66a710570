Feature: Revisions before an order is submitted
  Customers change their minds while they still talk to the sales representative. The CRM
  keeps every version of the order, and submits only the last one.

  Source: Process Sales Order Fulfillment, "About Sales Orders".

  @RV-01 @crm
  Rule: A user can revise an order any number of times before submitting it

    Example: An order that is revised three times is submitted in its last version
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is revised before submission to
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 2    | Add    | Static Address  |
      And the order is revised before submission to
        | line | action | product         |
        | 2    | Add    | Static Address  |
      And the order is revised before submission to
        | line | action | product         |
        | 2    | Add    | Static Address  |
        | 3    | Add    | VoIP Voicemail  |
      And the order is submitted
      Then the queue holds the lines of the order
        | line | action | product         |
        | 2    | Add    | Static Address  |
        | 3    | Add    | VoIP Voicemail  |

    Example: An order that was never revised is submitted as entered
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      Then the queue holds the lines of the order
        | line | action | product         |
        | 1    | Add    | Internet Access |

  @RV-02 @revisions-before-submission @crm
  Rule: The CRM keeps every revision of an order under a number of its own

    Example: Three revisions are listed with different numbers
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is revised before submission to
        | line | action | product         |
        | 2    | Add    | Static Address  |
      And the order is revised before submission to
        | line | action | product         |
        | 3    | Add    | VoIP Voicemail  |
      And the order is submitted
      Then the desk lists three revisions of the order, and has numbered each differently
      And the order is queued once

    Example: The number of a discarded revision is not used again
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is revised before submission to
        | line | action | product         |
        | 2    | Add    | Static Address  |
      And the latest revision of the order is discarded
      And the order is revised before submission to
        | line | action | product         |
        | 3    | Add    | VoIP Voicemail  |
      Then the desk lists two revisions of the order, and has numbered each differently

    Example: The numbers of two discarded revisions are not used again
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is revised before submission to
        | line | action | product        |
        | 2    | Add    | Static Address |
      And the order is revised before submission to
        | line | action | product        |
        | 3    | Add    | VoIP Voicemail |
      And the latest revision of the order is discarded
      And the latest revision of the order is discarded
      And the order is revised before submission to
        | line | action | product        |
        | 3    | Add    | VoIP Voicemail |
      Then the desk lists two revisions of the order, and has numbered each differently

  @RV-03 @revisions-before-submission @crm
  Rule: Only the latest revision of an order is submitted

    Background:
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 2    | Add    | Static Address  |
      And the order is revised before submission to
        | line | action | product         |
        | 1    | Add    | Internet Access |

    Example: A line that the latest revision leaves out is not submitted
      When the order is submitted
      Then the queue holds the lines of the order
        | line | action | product         |
        | 1    | Add    | Internet Access |
      But line 2 of the order is not queued

    Example: An earlier revision can no longer be submitted
      When the first revision of the order is submitted after all
      Then line 2 of the order is not queued

    @future-dated-orders @order-priorities
    Example: The due date of a discarded revision is discarded too
      Given an order "PLANNED" for "in 5 days" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When order "PLANNED" is revised before submission to
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And a user sets the due date of order "PLANNED" to "in 9 days" and saves it
      And the latest revision of order "PLANNED" is discarded
      And order "PLANNED" is submitted
      Then the queue holds the header of order "PLANNED"
        | due date  |
        | in 5 days |
