Feature: Future-dated orders that are refused, called off, filled in or revised
  What is planned is projected: no more than what will really come, and as it is
  known by now. Whoever puts an order off changes its date and nothing else.

  Source: Process Sales Order Fulfillment, "About Future-Dated Orders".

  Background:
    Given the customer has
      | asset | product         | speed | upload |
      | HOME  | Internet Access | 100   | 20     |
    And a change order "LATER" for "in 10 days" with
      | line | action | asset | speed |
      | 1    | Update | HOME  | 500   |

  @FD-05 @installed-base @order-tracking @crm
  Rule: What is projected of a dated order is what will come of it, as far as anybody knows

    @dates+failures
    Example: A dated order that the order system refuses is projected no more
      When order "LATER" is submitted
      And the order system reports a refusal of order "LATER"
      Then the desk lists the projected assets of the customer
        | product         | speed | upload |
        | Internet Access | 100   | 20     |

    @dates+failures
    Example: A dated order that fell out is still open, and projected
      When order "LATER" is submitted
      And the order system reports a fallout of line 1 of order "LATER"
      Then order "LATER" is open
      And the desk lists the projected assets of the customer
        | product         | speed | upload |
        | Internet Access | 500   | 20     |

    @dates+cancellation
    Example: A dated order that was cancelled is projected no more
      Given the order system has order "LATER"
      When the order system reports the status "CANCELLED" of order "LATER"
      Then the desk lists the projected assets of the customer
        | product         | speed | upload |
        | Internet Access | 100   | 20     |
      And order "LATER" is not open

    @dates+filled-in-data
    Example: A value that is told of a dated order is projected with what was ordered
      Given the order system has order "LATER"
      When the order system reports of order "LATER"
        | line | status      | number      |
        | 1    | IN PROGRESS | 02079460140 |
      Then the desk lists the projected assets of the customer
        | product         | speed | upload | number      |
        | Internet Access | 500   | 20     | 02079460140 |

    @revisable-modify-orders @dates+drafts
    Example: A revision of a dated order that was only begun is not projected
      Given the order system has order "LATER"
      And a user begins to revise order "LATER" to
        | line | action | asset | speed |
        | 1    | Update | HOME  | 900   |
      When order "LATER" is saved again
      Then the desk lists the projected assets of the customer
        | product         | speed | upload |
        | Internet Access | 500   | 20     |

  @FD-13 @installed-base @order-tracking
  Rule: Only an order that will be fulfilled has to be revised

    @crm @dates+cancellation
    Example: A new order for an earlier day than one that was cancelled is submitted like any
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
  Rule: News of the earlier order does not undo the later one

    @crm @dates+redelivery
    Example: The order of the later date keeps the last word when the earlier one is reported again
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
