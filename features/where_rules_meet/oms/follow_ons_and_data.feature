Feature: Follow-on orders and reports about their base orders
  While a base line is worked on, values and milestones are reported, some of them twice.
  A follow-on order waits for the completion only. The values of both orders are on the
  asset in the end.

  Source: Process Sales Order Fulfillment, "About Follow-On Orders", and Understanding the Provision Order and Update
  Fulfillment Order Business Flows, "About the Update Fulfillment Order Business Flow".

  @FO-06 @oms
  Rule: A value of the base line or a repeated completion does not release a follow-on order

    @follow-ons+filled-in-data
    Example: A value that is assigned to the base line does not release the follow-on order
      Given an order "BASE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And order "BASE" is held at provisioning past its points of no return
      When a small order "NEXT" that depends on line 1 of order "BASE" is submitted
      And provisioning reports the value "40" of "upload" of line 1 of order "BASE"
      Then no work has started on order "NEXT"

    @follow-ons+redelivery @followon-grain-order
    Example: A base line that is reported complete twice does not count for two base lines
      Given an order "BASE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
        | 2    | Add    | Internet Access |
      And order "BASE" is held at provisioning past its points of no return
      And a change order "NEXT" with
        | line | action | product        | depends on     |
        | 1    | Add    | VoIP Voicemail | line 1 of BASE |
        | 2    | Add    | Handset        | line 2 of BASE |
      When order "NEXT" is submitted
      And provisioning reports in turn "COMPLETE, COMPLETE" of line 1 of order "BASE"
      Then no work has started on order "NEXT"

  @UF-07 @oms
  Rule: A follow-on order keeps values that were assigned to its base line

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | speed | upload |
        | 1    | Add    | Internet Access | HOME  | 100   | 20     |
      And order "BASE" is held at provisioning past its points of no return
      And a change order "FASTER" with
        | line | action | asset | speed | depends on     |
        | 1    | Update | HOME  | 500   | line 1 of BASE |

    @follow-ons+filled-in-data
    Example: A follow-on order that changes one value keeps another one that was assigned
      When provisioning reports the value "40" of "upload" of line 1 of order "BASE"
      And order "FASTER" is submitted
      And provisioning takes up its work again
      Then provisioning has
        | asset | speed | upload |
        | HOME  | 500   | 40     |

    @follow-ons+filled-in-data @billing-after-provisioning
    Example: A value that is assigned to the follow-on order's line reaches billing
      When order "FASTER" is submitted
      And provisioning completes order "BASE"
      And provisioning reports the value "40" of "upload" of line 1 of order "FASTER"
      And provisioning completes order "FASTER"
      Then billing receives the value "40" of "upload" of line 1 of order "FASTER"

  @PV-11 @oms
  Rule: Base order and follow-on order are provisioned at the service points that they name

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | service point |
        | 1    | Add    | Internet Access | HOME  | Sp 0041       |
      And order "BASE" is held at provisioning past its points of no return

    @follow-ons+service-points
    Example: A line that a follow-on order adds is set up at its own service point
      Given a change order "MORE" with
        | line | action | product        | asset | service point | depends on     |
        | 1    | Add    | Static Address | FIXED | Sp 0042       | line 1 of BASE |
      When order "MORE" is submitted
      And provisioning takes up its work again
      Then provisioning has
        | asset | service point |
        | HOME  | Sp 0041       |
        | FIXED | Sp 0042       |

    @follow-ons+service-points
    Example: A follow-on order moves a service to another service point than its base order's
      Given a change order "OTHER" with
        | line | action | asset | speed | service point | depends on     |
        | 1    | Update | HOME  | 500   | Sp 0042       | line 1 of BASE |
      When order "OTHER" is submitted
      And provisioning takes up its work again
      Then provisioning has
        | asset | speed | service point |
        | HOME  | 500   | Sp 0042       |

  @FO-04 @idempotent-delivery @oms
  Rule: A follow-on order that is delivered again changes nothing

    Background:
      Given an order "BASE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And order "BASE" is held at provisioning past its points of no return

    @follow-ons+redelivery
    Example: A waiting follow-on order that is delivered again still waits
      When a small order "NEXT" that depends on line 1 of order "BASE" is submitted
      And every version of order "NEXT" is delivered again
      Then no work has started on order "NEXT"
      When provisioning completes order "BASE"
      Then work has started on order "NEXT"

    @follow-ons+redelivery
    Example: A follow-on order that is delivered again after its completion is fulfilled once
      When a small order "NEXT" that depends on line 1 of order "BASE" is submitted
      And provisioning completes order "BASE"
      And provisioning completes order "NEXT"
      And every version of order "NEXT" is delivered again
      Then provisioning is asked once for line 1 of order "NEXT"
      And order "NEXT" is free of refusals and fallouts
