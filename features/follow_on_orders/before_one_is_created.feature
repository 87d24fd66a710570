Feature: Before a follow-on order is created
  Three things should hold before a user creates a follow-on order: the base order was
  submitted, it is too late to revise it, and no draft of a revision is left that somebody
  might still submit. A CRM can help with each of them.

  Source: Process Sales Order Fulfillment, "About Follow-On Orders".

  Background:
    Given an order "BASE" with
      | line | action | product         | asset | speed |
      | 1    | Add    | Internet Access | HOME  | 100   |

  @FO-07 @installed-base @crm
  Rule: The base order should be submitted before a follow-on order is created

    Example: The desk objects to a follow-on order whose base order is only entered
      When a user submits order "FASTER" to set "speed" to "500" on the projected asset of line 1 of order "BASE"
      Then the desk objects to order "FASTER"

    @order-tracking
    Example: The CRM submits a follow-on order whose base order was submitted and is past its point of no return
      Given the order system has order "BASE" past its points of no return
      When a user submits order "FASTER" to set "speed" to "500" on the projected asset of line 1 of order "BASE"
      Then order "FASTER" is queued once

  @FO-09 @installed-base @crm
  Rule: The base order should be past its point of no return before a follow-on order is created

    Example: The desk objects to a follow-on order while its base order can still be revised
      Given the order system has order "BASE"
      When a user submits order "FASTER" to set "speed" to "500" on the projected asset of line 1 of order "BASE"
      Then the desk objects to order "FASTER"

    @order-tracking
    Example: The CRM submits a follow-on order once its base order is past its point of no return
      Given the order system has order "BASE" past its points of no return
      When a user submits order "FASTER" to set "speed" to "500" on the projected asset of line 1 of order "BASE"
      Then order "FASTER" is queued once

  @FO-10 @installed-base @order-tracking @crm
  Rule: A user discards unsubmitted revisions of the base order before creating a follow-on order

    Background:
      Given the order system has order "BASE"
      And a user begins to revise order "BASE" to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 900   |
      And the order system reports of order "BASE"
        | line | status      | milestone |
        | 1    | IN PROGRESS | DESIGNED  |

    Example: After the draft revision is discarded, the CRM submits only the follow-on order
      When the latest revision of order "BASE" is discarded
      And a user submits order "FASTER" to set "speed" to "500" on the projected asset of line 1 of order "BASE"
      Then order "FASTER" is queued once
      And order "BASE" is queued once

    Example: A draft revision that is submitted after the follow-on order changes nothing
      When a user submits order "FASTER" to set "speed" to "500" on the projected asset of line 1 of order "BASE"
      And order "BASE" is submitted
      And the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
      Then the customer has the assets
        | product         | speed |
        | Internet Access | 100   |

    Example: Submitting a follow-on order does not submit the draft revision of its base order
      When a user submits order "FASTER" to set "speed" to "500" on the projected asset of line 1 of order "BASE"
      Then order "BASE" is queued once
