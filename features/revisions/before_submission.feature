Feature: Revisions before an order is submitted
  Customers change their minds while they still talk to the sales representative.
  The CRM keeps every version of the order, but only the last one counts, and
  nobody else hears of the others.

  Source: Process Sales Order Fulfillment, "About Sales Orders".

  @RV-01 @crm
  Rule: Until it is submitted, an order can be revised any number of times

    Example: An order is revised three times, then submitted as it stands
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

    Example: An order that was never revised is submitted as it was entered
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      Then the queue holds the lines of the order
        | line | action | product         |
        | 1    | Add    | Internet Access |

  @RV-02 @revisions-before-submission @crm
  Rule: The CRM keeps track of the revisions, each under a number of its own

    Example: Every revision is still known
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

    Example: The number of a discarded revision is not given again
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

    Example: The numbers of two revisions that were discarded one after the other are not given again
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
  Rule: Only the latest revision counts

    Background:
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 2    | Add    | Static Address  |
      And the order is revised before submission to
        | line | action | product         |
        | 1    | Add    | Internet Access |

    Example: What the latest revision no longer says is not submitted
      When the order is submitted
      Then the queue holds the lines of the order
        | line | action | product         |
        | 1    | Add    | Internet Access |
      But line 2 of the order is not queued

    Example: The revision before the latest can no longer be submitted
      When the first revision of the order is submitted after all
      Then line 2 of the order is not queued

    @future-dated-orders @order-priorities
    Example: A revision that is discarded takes its due date with it
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
