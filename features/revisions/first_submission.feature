Feature: The first submission of a revised order
  A revision before submission concerns only the CRM. The first version that is submitted
  is a new order, even if its revision number is three: there is no work to undo and no
  order to wait for.

  Source: Process Sales Order Fulfillment, "About Sales Orders".

  @RV-04
  Rule: An order that was revised before its first submission is a new order to all other systems

    Background:
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And the order is revised before submission to
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 2    | Add    | Static Address  |

    @crm @revisions-before-submission
    Example: Nothing is sent while a draft is revised
      When the order is revised before submission to
        | line | action | product         |
        | 2    | Add    | Static Address  |
      Then the order is not queued

    @crm @revisions-before-submission
    Example: The first submission of a revised draft is one new order
      When the order is revised before submission to
        | line | action | product         |
        | 2    | Add    | Static Address  |
      And the order is submitted
      Then the order is queued once
      And the queue holds the header of the order
        | account  | base order |
        | Customer |            |
      And the queue holds the lines of the order
        | line | action | product         |
        | 2    | Add    | Static Address  |

    @oms
    Example: The third revision is fulfilled as a new order when it is submitted first
      When the order is revised before submission to
        | line | action | product         |
        | 2    | Add    | Static Address  |
      And the order is submitted
      Then the order is complete
      And provisioning is asked once for line 2 of the order

    @oms
    Example: A first submission undoes no work
      When the order is revised before submission to
        | line | action | product         |
        | 2    | Add    | Static Address  |
      And the order is submitted
      Then the order is complete
      And provisioning and billing are told nothing about line 1 of the order

    @oms @changes-after-submission
    Example: The version after the first submission is a revision
      Given the order is held at provisioning
      When the order is revised to
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 2    | Add    | Static Address  |
        | 3    | Add    | VoIP Voicemail  |
      And provisioning completes the order
      Then line 3 of the order is complete

    @oms @integration
    Example: A first submission does not need an earlier version
      When the order is revised before submission to
        | line | action | product         |
        | 2    | Add    | Static Address  |
      And the order is submitted
      Then the order is free of refusals and fallouts

    @integration
    Example: A first submission behind another order arrives as it was revised
      When these orders are submitted
        | order | priority |
        | FIRST | Medium   |
      And the order is revised before submission to
        | line | action | product         |
        | 2    | Add    | Static Address  |
      And the order is submitted
      Then the order system receives the order with
        | line | action | product         |
        | 2    | Add    | Static Address  |

    @integration
    Example: The integration hands a revised first submission on at once
      When the order is revised before submission to
        | line | action | product         |
        | 2    | Add    | Static Address  |
      And the order is submitted
      Then the order system receives the order once
      And the order system receives the order with
        | line | action | product         |
        | 2    | Add    | Static Address  |
