Feature: Modify orders with assigned values and service points
  An asset has ordered values, assigned values and a service point. A modify order that
  names one of these leaves the others. A report about an earlier order is not about the
  next one.

  Source: Process Sales Order Fulfillment, "About Modify Orders", and Understanding the Provision Order and Update
  Fulfillment Order Business Flows, "About the Update Fulfillment Order Business Flow".

  @UF-07 @oms
  Rule: Assigned values stay on the asset in later orders, and those of a modify order reach billing

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | speed | upload |
        | 1    | Add    | Internet Access | HOME  | 100   | 20     |
      And order "BASE" is held at provisioning
      And a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |

    @modify-orders+filled-in-data
    Example: A modify order keeps a value that was assigned for the order before
      When provisioning reports the value "40" of "upload" of line 1 of order "BASE"
      And provisioning completes order "BASE"
      And order "FASTER" is submitted
      And provisioning completes order "FASTER"
      Then provisioning has
        | asset | speed | upload |
        | HOME  | 500   | 40     |

    @modify-orders+filled-in-data
    Example: A value that is ordered after it was assigned is as it was ordered
      Given a change order "WIDER" with
        | line | action | asset | upload |
        | 1    | Update | HOME  | 60     |
      When provisioning reports the value "40" of "upload" of line 1 of order "BASE"
      And provisioning completes order "BASE"
      And order "WIDER" is submitted
      And provisioning completes order "WIDER"
      Then provisioning has
        | asset | speed | upload |
        | HOME  | 100   | 60     |

    @modify-orders+filled-in-data
    Example: A value that was ordered after it was assigned is kept in the next order
      Given a change order "WIDER" with
        | line | action | asset | upload |
        | 1    | Update | HOME  | 60     |
      When provisioning reports the value "40" of "upload" of line 1 of order "BASE"
      And provisioning takes up its work again
      And order "WIDER" is submitted
      Then order "WIDER" is complete
      When order "FASTER" is submitted
      Then provisioning has
        | asset | speed | upload |
        | HOME  | 500   | 60     |

    @modify-orders+cancellation+filled-in-data @cancel-message
    Example: A cancelled modify order returns to the assigned value and not to the ordered one
      When provisioning reports the value "40" of "upload" of line 1 of order "BASE"
      And provisioning completes order "BASE"
      And order "FASTER" is submitted
      And the CRM cancels order "FASTER"
      And provisioning completes all its work for order "FASTER"
      Then provisioning has
        | asset | speed | upload |
        | HOME  | 100   | 40     |

    @modify-orders+filled-in-data @billing-after-provisioning
    Example: A value that is assigned during a modify order reaches billing
      When provisioning completes order "BASE"
      And order "FASTER" is submitted
      And provisioning reports the value "40" of "upload" of line 1 of order "FASTER"
      And provisioning completes order "FASTER"
      Then billing receives the value "40" of "upload" of line 1 of order "FASTER"

  @PV-11 @oms
  Rule: A modify order moves an asset to the service point on its line, and leaves any other asset

    Background:
      Given the customer has
        | asset  | product         | site           | speed | service point |
        | HOME   | Internet Access | 3 Harbour Road | 100   | Sp 0041       |
        | OFFICE | Internet Access | 7 Church Close | 100   | Sp 0042       |

    @modify-orders+service-points
    Example: On one order an asset is changed and another is moved to another service point
      Given a change order with
        | line | action | asset  | speed | service point |
        | 1    | Update | HOME   | 500   | Sp 0043       |
        | 2    | Update | OFFICE | 500   |               |
      When the order is submitted and fulfilled
      Then provisioning has
        | asset  | speed | service point |
        | HOME   | 500   | Sp 0043       |
        | OFFICE | 500   | Sp 0042       |

    @modify-orders+service-points
    Example: An added line is set up at its own service point, and not at that of the asset beside it
      Given a change order with
        | line | action | product         | asset | site         | speed | service point |
        | 1    | Update | Internet Access | HOME  |              | 500   |               |
        | 2    | Add    | Static Address  | FIXED | 12 Mill Lane |       | Sp 0043       |
        | 3    | Add    | Internet Access | THIRD | 12 Mill Lane | 100   |               |
      When the order is submitted and fulfilled
      Then provisioning has
        | asset | site           | service point |
        | HOME  | 3 Harbour Road | Sp 0041       |
        | FIXED | 12 Mill Lane   | Sp 0043       |
        | THIRD | 12 Mill Lane   |               |

    @modify-orders+cancellation+service-points @cancel-message
    Example: An asset whose change is cancelled is at the service point where it was
      Given a change order with
        | line | action | asset | speed | service point |
        | 1    | Update | HOME  | 500   | Sp 0043       |
      And the order is held at provisioning
      When the CRM cancels the order
      And provisioning completes all its work for the order
      Then provisioning has
        | asset  | speed | service point |
        | HOME   | 100   | Sp 0041       |
        | OFFICE | 100   | Sp 0042       |
