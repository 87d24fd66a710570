Feature: Before a follow-on order is created
  Three things are to be seen to before: that the base order was submitted, that
  it is too late to revise it, and that no revision of it lies about which
  somebody might still submit. A CRM can help with each of them.

  Source: Process Sales Order Fulfillment, "About Follow-On Orders".

  Background:
    Given an order "BASE" with
      | line | action | product         | asset | speed |
      | 1    | Add    | Internet Access | HOME  | 100   |

  @FO-07 @installed-base @crm
  Rule: The base order should have been submitted

    Example: A follow-on order to an order that is only entered is not possible, or there is a warning
      When a user submits order "FASTER" to set "speed" to "500" on what line 1 of order "BASE" will leave
      Then the desk objects to order "FASTER"

    @order-tracking
    Example: The follow-on order is possible once the base order is submitted and past its point of no return
      Given the order system has order "BASE" past its points of no return
      When a user submits order "FASTER" to set "speed" to "500" on what line 1 of order "BASE" will leave
      Then order "FASTER" is queued once

  @FO-09 @installed-base @crm
  Rule: The base order should be past its point of no return

    Example: While the base order could be revised there is a warning, or no follow-on order is possible
      Given the order system has order "BASE"
      When a user submits order "FASTER" to set "speed" to "500" on what line 1 of order "BASE" will leave
      Then the desk objects to order "FASTER"

    @order-tracking
    Example: The follow-on order is possible once the base order is past its point of no return
      Given the order system has order "BASE" past its points of no return
      When a user submits order "FASTER" to set "speed" to "500" on what line 1 of order "BASE" will leave
      Then order "FASTER" is queued once

  @FO-10 @installed-base @order-tracking @crm
  Rule: Revisions of the base order that were not submitted are discarded before a follow-on order is created

    Background:
      Given the order system has order "BASE"
      And a user begins to revise order "BASE" to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 900   |
      And the order system reports of order "BASE"
        | line | status      | milestone |
        | 1    | IN PROGRESS | DESIGNED  |

    Example: Once the pending revision is discarded, the follow-on order is what is sent
      When the latest revision of order "BASE" is discarded
      And a user submits order "FASTER" to set "speed" to "500" on what line 1 of order "BASE" will leave
      Then order "FASTER" is queued once
      And order "BASE" is queued once

    Example: A revision that was left lying leaves no trace
      When a user submits order "FASTER" to set "speed" to "500" on what line 1 of order "BASE" will leave
      And order "BASE" is submitted
      And the order system reports of order "BASE"
        | line | status   |
        | 1    | COMPLETE |
      Then the customer has the assets
        | product         | speed |
        | Internet Access | 100   |

    Example: The submission of the follow-on order does not submit a revision that was left lying
      When a user submits order "FASTER" to set "speed" to "500" on what line 1 of order "BASE" will leave
      Then order "BASE" is queued once
