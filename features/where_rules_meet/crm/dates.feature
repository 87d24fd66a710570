Feature: Future-dated orders that fail, are cancelled, get values or are revised
  The projection shows what a planned order will really bring, as far as it is known. A
  user who changes the date of an order changes nothing else.

  Source: Process Sales Order Fulfillment, "About Future-Dated Orders".

  Background:
    Given the customer has
      | asset | product         | speed | upload |
      | HOME  | Internet Access | 100   | 20     |
    And a change order "LATER" for "in 10 days" with
      | line | action | asset | speed |
      | 1    | Update | HOME  | 500   |

  @FD-05 @installed-base @order-tracking @crm
  Rule: The projection of a dated order shows what will come of the order, as far as the CRM knows

    @dates+failures
    Example: The projection leaves out a dated order that the order system refused
      When order "LATER" is submitted
      And the order system reports a refusal of order "LATER"
      Then the desk lists the projected assets of the customer
        | product         | speed | upload |
        | Internet Access | 100   | 20     |

    @dates+failures
    Example: The projection still shows a dated order that fell out
      When order "LATER" is submitted
      And the order system reports a fallout of line 1 of order "LATER"
      Then order "LATER" is open
      And the desk lists the projected assets of the customer
        | product         | speed | upload |
        | Internet Access | 500   | 20     |

    @dates+cancellation
    Example: The projection leaves out a dated order that was cancelled
      Given the order system has order "LATER"
      When the order system reports the status "CANCELLED" of order "LATER"
      Then the desk lists the projected assets of the customer
        | product         | speed | upload |
        | Internet Access | 100   | 20     |
      And order "LATER" is not open

    @dates+filled-in-data
    Example: The projection shows a value that was reported for a dated order
      Given the order system has order "LATER"
      When the order system reports of order "LATER"
        | line | status      | number      |
        | 1    | IN PROGRESS | 02079460140 |
      Then the desk lists the projected assets of the customer
        | product         | speed | upload | number      |
        | Internet Access | 500   | 20     | 02079460140 |

    @revisable-modify-orders @dates+drafts
    Example: The projection leaves out a draft revision of a dated order
      Given the order system has order "LATER"
      And a user begins to revise order "LATER" to
        | line | action | asset | speed |
        | 1    | Update | HOME  | 900   |
      When order "LATER" is saved again
      Then the desk lists the projected assets of the customer
        | product         | speed | upload |
        | Internet Access | 500   | 20     |

  @FD-13 @installed-base @order-tracking
  Rule: Only an order that will be fulfilled needs to be revised for an earlier-dated one

    @crm @dates+cancellation
    Example: A new order needs no revision of a later-dated order that was cancelled
      Given a change order "SOONER" for "in 5 days" with
        | line | action | asset | upload |
        | 1    | Update | HOME  | 50     |
      And the order system has order "LATER"
      When the order system reports the status "CANCELLED" of order "LATER"
      And order "SOONER" is submitted
      Then order "SOONER" is queued once
      And the desk lists the projected assets of the customer
        | product         | speed | upload |
        | Internet Access | 100   | 50     |

  @FD-12 @installed-base @order-tracking
  Rule: A report about the earlier-dated order does not undo the later-dated one

    @crm @dates+redelivery
    Example: The later-dated order's value stays when the earlier-dated order is reported again
      Given order "LATER" is submitted and fulfilled
      And a change order "LATEST" for "in 20 days" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 900   |
      And order "LATEST" is submitted and fulfilled
      When the order system reports of order "LATER"
        | line | status   |
        | 1    | COMPLETE |
      Then the customer has the assets
        | asset | speed | upload |
        | HOME  | 900   | 20     |
