Feature: Planned service changes and other orders before them
  Orders for a later day, orders that depend on others, failures and cancels can be about
  one service. The work on the day starts from the service as it is then. A cancelled
  order is not begun on its day, and no order that depends on it.

  Source: Process Sales Order Fulfillment, "About Future-Dated Orders", "About Follow-On Orders" and "About Modify
  Orders".

  Background:
    Given the customer has
      | asset  | product         | site           | speed |
      | HOME   | Internet Access | 12 Mill Lane   | 100   |
      | OFFICE | Internet Access | 3 Harbour Road | 100   |

  @FD-04 @virtual-clock @oms
  Rule: A planned change starts from the service as it is on the day

    @modify-orders+service-changes+dates
    Example: A service that was changed before its planned suspension is suspended as changed
      Given a change order "PAUSE" for "in 10 days" with
        | line | action  | asset |
        | 1    | Suspend | HOME  |
      And a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      When order "PAUSE" is submitted
      And order "FASTER" is submitted and fulfilled
      And the clock comes to the due date of order "PAUSE"
      Then provisioning has
        | asset | speed | status    |
        | HOME  | 500   | suspended |

    @modify-orders+service-changes+dates
    Example: A service that was moved before its planned change is changed at its new address
      Given a change order "FASTER" for "in 10 days" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And a change order "MOVE" with
        | line | action      | asset | site           |
        | 1    | Move-Add    | HOME  | 7 Church Close |
        | 2    | Move-Delete | HOME  | 12 Mill Lane   |
      When order "FASTER" is submitted
      And order "MOVE" is submitted and fulfilled
      And the clock comes to the due date of order "FASTER"
      Then provisioning has
        | asset | site           | speed |
        | HOME  | 7 Church Close | 500   |

  @PV-05 @virtual-clock @cancel-message
  Rule: A planned change that was cancelled is not made on its day

    Background:
      Given a change order "LEAVE" for "in 10 days" with
        | line | action | asset |
        | 1    | Delete | HOME  |
      And a change order "CLOSE" for "in 10 days" with
        | line | action | asset  |
        | 1    | Delete | OFFICE |

    @oms @service-changes+dates+cancellation
    Example: A service whose planned end was cancelled goes on, while another one is ended that day
      When order "LEAVE" is submitted
      And order "CLOSE" is submitted
      And the CRM cancels order "LEAVE"
      And the clock comes to the due date of order "CLOSE"
      Then order "CLOSE" is complete
      And no work has started on order "LEAVE"

  @FO-06 @virtual-clock @early-follow-on-wait
  Rule: A date does not begin an order that depends on a cancelled order

    Background:
      Given an order "BASE" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And order "BASE" is held at provisioning

    @oms @follow-ons+dates+cancellation
    Example: A dated follow-on order is not begun on its day when its base order was cancelled
      Given a change order "NEXT" for "in 5 days" with
        | line | action | product        | depends on     |
        | 1    | Add    | Static Address | line 1 of BASE |
      When order "NEXT" is submitted
      And the CRM cancels order "BASE"
      And a week passes
      Then no work has started on order "NEXT"

  @FO-04
  Rule: A follow-on order resumes a service only after its failed suspension is done

    Background:
      Given a change order "PAUSE" with
        | line | action  | asset |
        | 1    | Suspend | HOME  |
      And a change order "BACK" with
        | line | action | asset | depends on      |
        | 1    | Resume | HOME  | line 1 of PAUSE |
      And order "PAUSE" is held at provisioning past its points of no return

    @oms @follow-ons+service-changes+failures
    Example: A resumption waits for the suspension to be mended, and is done after it
      Given provisioning cannot do line 1 of order "PAUSE"
      When order "BACK" is submitted
      And provisioning completes line 1 of order "PAUSE"
      Then no work has started on order "BACK"
      When provisioning does line 1 of order "PAUSE" after all
      Then work has started on order "BACK"

  @PV-05 @cancel-message
  Rule: A transfer with a failed half can be cancelled, and the service stays where it was

    Background:
      Given a change order "MOVE" with
        | line | action      | asset | site           |
        | 1    | Move-Add    | HOME  | 7 Church Close |
        | 2    | Move-Delete | HOME  | 12 Mill Lane   |
      And provisioning cannot do line 1 of order "MOVE"
      And order "MOVE" is held at provisioning

    @oms @service-changes+failures+cancellation @whole-lines
    Example: A service whose transfer failed is at its old address after the cancel
      When provisioning completes line 1 of order "MOVE"
      And the CRM cancels order "MOVE"
      And provisioning completes all its work for order "MOVE"
      Then order "MOVE" is cancelled
      And provisioning has
        | asset  | site           |
        | HOME   | 12 Mill Lane   |
        | OFFICE | 3 Harbour Road |
