Feature: Base lines that a supplemental order numbers anew
  A follow-on order names its base line by id. A newer version of the base order may give
  the line's number to another line.

  Source: Process Sales Order Fulfillment, "About Follow-On Orders".

  @FO-05 @oms @ponr-scope-item
  Rule: A follow-on order waits for the line that it names by id, whatever number that line has by now

    Continued from waiting_for_the_base.feature.

    Background:
      Given an order "BASE" with
        | line | action | product         | asset |
        | 1    | Add    | Static Address  | FIXED |
        | 2    | Add    | Internet Access | HOME  |
      And order "BASE" is held at provisioning

    @two-places @early-follow-on-wait @whole-lines
    Example: A follow-on order is not released by the line that has its base line's number now
      When a small order "LATER" that depends on line 2 of order "BASE" is submitted
      And order "BASE" is revised to
        | line | place | action | product         | asset |
        | 2    | 1     | Add    | Internet Access | HOME  |
        | 1    | 2     | Add    | Static Address  | FIXED |
      And provisioning completes line 1 of order "BASE"
      Then no work has started on order "LATER"
      When provisioning completes order "BASE"
      Then work has started on order "LATER"
