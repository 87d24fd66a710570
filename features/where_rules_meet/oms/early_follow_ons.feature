@oms
Feature: Early changes to an order that is being cancelled
  An order is cancelled, and its work is still being undone. A change that depends on
  it cannot be worked into it any more.

  Source: Process Sales Order Fulfillment, "About Follow-On Orders" and table 8-1.

  @FO-01
  Rule: A change that comes early does not bring a cancelled order back

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |
        | 2    | Add    | Static Address  | FIXED |       |
      And order "BASE" is held at provisioning

    # For systems that declare early_follow_on = "revise":
    @follow-ons+cancellation @early-follow-on-revise
    Example: A change is not worked into an order that is being cancelled
      Given a change order "FASTER" with
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 500   | line 1 of BASE |
      When the CRM cancels order "BASE"
      And order "FASTER" is submitted
      And provisioning takes up its work again
      Then order "BASE" is cancelled
      And order "FASTER" is refused or fallen out
