Feature: Orders that priority must not reorder
  Priority decides between orders that are independent of each other. An urgent change
  must not overtake the order that it changes, or the order system would not know what it
  changes.

  Source: Process Sales Order Fulfillment, "Supporting Order Priorities".

  @PR-05 @oms
  Rule: A change is never worked on before the order that it changes, whatever its priority

    @two-places
    Example: An urgent follow-on order waits while less urgent independent orders start
      Given an order "BASE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And order "BASE" is held at provisioning past its points of no return
      When these orders are submitted
        | order  | priority | depends on     |
        | CHANGE | Urgent   | line 1 of BASE |
        | LOW    | Low      |                |
      Then work has started on order "LOW"
      But no work has started on order "CHANGE"

    @limited-capacity @early-follow-on-wait
    Example: An urgent follow-on order does not overtake its base order
      Given orders held at provisioning take every place
      And these orders are submitted and wait
        | order  | priority | depends on     |
        | BASE   | Low      |                |
        | CHANGE | Urgent   | line 1 of BASE |
      When a place becomes free
      And provisioning completes each order as it is started
      Then work starts in the sequence "BASE, CHANGE"

    @limited-capacity @changes-after-submission
    Example: An urgent revision of a waiting order does not become a separate order
      Given orders held at provisioning take every place
      And these orders are submitted and wait
        | order | priority |
        | BASE  | Low      |
      And order "BASE" has priority Urgent
      When order "BASE" is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 500   |
      And a place becomes free
      And provisioning completes each order as it is started
      Then provisioning has
        | asset | speed |
        | HOME  | 500   |

    @limited-capacity @early-follow-on-wait
    Example: Independent orders start by priority while a follow-on order waits
      Given orders held at provisioning take every place
      And these orders are submitted and wait
        | order  | priority | depends on     |
        | BASE   | Medium   |                |
        | CHANGE | High     | line 1 of BASE |
        | URGENT | Urgent   |                |
      When a place becomes free
      And provisioning completes each order as it is started
      Then work starts in the sequence "URGENT, BASE, CHANGE"
