Feature: What does not release a follow-on order
  Whoever begins a follow-on order too early changes something that is not installed yet.
  A milestone, a failure or a revision of the base line is not its completion.

  Source: Process Sales Order Fulfillment, "About Follow-On Orders" and table 8-1.

  @FO-06 @oms
  Rule: Only the completion of its base line releases a follow-on order

    Background:
      Given an order "BASE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And order "BASE" is held at provisioning past its points of no return
      And a change order "CHANGE" with
        | line | action | product        | depends on     |
        | 1    | Add    | Static Address | line 1 of BASE |

    Example: A follow-on order still waits when its base line is activated
      When order "CHANGE" is submitted
      And provisioning reports the milestone "ACTIVATED" of line 1 of order "BASE"
      Then no work has started on order "CHANGE"

    Example: The failure of the base line does not release the follow-on order
      Given provisioning cannot do line 1 of order "BASE"
      When order "CHANGE" is submitted
      And provisioning completes line 1 of order "BASE"
      Then order "BASE" is refused or fallen out
      And no work has started on order "CHANGE"

    @billing-after-provisioning
    Example: A follow-on order still waits when its base line is provisioned and not yet billed
      Given billing holds its work
      When order "CHANGE" is submitted
      And provisioning completes line 1 of order "BASE"
      Then no work has started on order "CHANGE"

    @billing-after-provisioning
    Example: A follow-on order starts once its base line is billed as well
      Given billing holds its work
      When order "CHANGE" is submitted
      And provisioning completes line 1 of order "BASE"
      And billing completes order "BASE"
      Then work has started on order "CHANGE"

  # Both orders need a place here, and no third one holds any.
  @FO-06 @oms @two-places @early-follow-on-wait
  Rule: A revision of the base order releases no follow-on order, whether it alters the base line or leaves it out

    Example: The withdrawal of the base line does not release the follow-on order
      Given an order "OTHER" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 2    | Add    | Static Address  |
      And order "OTHER" is held at provisioning
      When a small order "LATER" that depends on line 2 of order "OTHER" is submitted
      And order "OTHER" is revised to
        | line | action | product         |
        | 1    | Add    | Internet Access |
      Then no work has started on order "LATER"
      When provisioning completes all its work for order "OTHER"
      Then no work has started on order "LATER"

    Example: A revision of the base line does not release the follow-on order
      Given an order "OTHER" with
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
      And order "OTHER" is held at provisioning
      When a small order "LATER" that depends on line 1 of order "OTHER" is submitted
      And order "OTHER" is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
      Then no work has started on order "LATER"
      When provisioning completes order "OTHER"
      Then work has started on order "LATER"
