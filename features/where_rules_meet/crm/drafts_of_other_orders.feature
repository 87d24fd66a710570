Feature: Follow-on orders beside draft revisions of other orders
  Before a follow-on order, the draft revision of its base order is discarded. Draft
  revisions of other orders have nothing to do with it.

  Source: Process Sales Order Fulfillment, "About Follow-On Orders".

  Background:
    Given an order "BASE" with
      | line | action | product         | asset | speed |
      | 1    | Add    | Internet Access | HOME  | 100   |
    And the order system has order "BASE" past its points of no return
    And an order "OTHER" with
      | line | action | product        | version |
      | 1    | Add    | Static Address | v4      |

  @FO-10 @installed-base @order-tracking @crm
  Rule: A user discards unsubmitted revisions of the base order before creating a follow-on order

    @follow-ons+drafts
    Example: The draft revision of another order can still be submitted after the follow-on order
      Given the order system has order "OTHER"
      And a user begins to revise order "OTHER" to
        | line | action | product        | version |
        | 1    | Add    | Static Address | v6      |
      When a user submits order "FASTER" to set "speed" to "500" on the projected asset of line 1 of order "BASE"
      And order "OTHER" is submitted
      Then order "OTHER" is queued two times
