Feature: The tenth revision of an order
  A revision number may have two digits. Revision 10 is newer than revision 9, though a
  comparison of texts says otherwise.

  Source: Process Sales Order Fulfillment, "About Sales Orders" and "About Supplemental
  Orders".

  Background:
    Given an order with
      | line | action | product         | asset | speed |
      | 1    | Add    | Internet Access | HOME  | 100   |
    And the order is revised eight times before submission to
      | line | action | product         | asset | speed |
      | 1    | Add    | Internet Access | HOME  | 200   |

  @SU-11 @oms @changes-after-submission
  Rule: Revision 10 is newer than revision 9
    Continued from ../supplemental_orders/revised_again.feature.

    Example: Revision 10 is fulfilled, and not revision 9
      Given the order is held at provisioning
      When the order is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 500   |
      And provisioning completes the order
      Then the order is complete
      And provisioning has
        | asset | speed |
        | HOME  | 500   |

  @PR-05 @integration @holdable-intake
  Rule: The integration hands on revision 10 after revision 9
    Continued from ../priority/integrity.feature.

    Example: Revisions 9 and 10 wait together and arrive in sequence
      Given the intake is held
      And the order is submitted
      When the order is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 500   |
      And the intake is released
      Then the order system receives the order revision by revision

  @RV-02 @crm @revisions-before-submission
  Rule: The CRM knows which of ten revisions is the newest
    Continued from before_submission.feature.

    Example: The tenth revision is queued, and not the ninth
      When the order is revised before submission to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 500   |
      And the order is submitted
      Then the order is queued once
      And the queue holds the lines of the order
        | line | product         | speed |
        | 1    | Internet Access | 500   |

  @AS-01 @crm @order-tracking @revisions-before-submission @changes-after-submission
  Rule: What revision 10 says is what the customer has in the end
    Continued from ../assets/lines_become_assets.feature.

    Example: The asset of an order that was submitted as revision 9 is as revision 10 says
      Given the order system has the order
      When the order is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 500   |
      And the order system reports the status "COMPLETE" of the order
      Then the customer has the assets
        | product         | speed |
        | Internet Access | 500   |
