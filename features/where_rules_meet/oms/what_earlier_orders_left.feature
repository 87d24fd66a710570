@oms
Feature: Cancels that lead back to what earlier orders left
  An asset was moved or suspended by one order, or has a price that was entered by hand, and
  the next order for it is cancelled. The asset is then as the earlier orders left it.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning".

  Background:
    Given the customer has
      | asset | product         | site         | speed | price override |
      | HOME  | Internet Access | 12 Mill Lane | 100   | 19.90          |

  @PV-05 @cancel-message
  Rule: A cancelled change leads back to the address that the change before it left

    Background:
      Given a change order "FIRST" with
        | line | action | asset | site         |
        | 1    | Update | HOME  | 4 River Walk |
      And order "FIRST" is submitted and fulfilled

    @modify-orders+cancellation+service-points
    Example: A service that an update has moved stays at its new address when a later change is cancelled
      Given a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And order "FASTER" is held at provisioning
      When the CRM cancels order "FASTER"
      And provisioning completes all its work for order "FASTER"
      Then provisioning has
        | asset | site         | speed |
        | HOME  | 4 River Walk | 100   |

  @PV-05 @cancel-message @whole-lines
  Rule: A cancelled disconnection leaves a suspended service and its charge suspended

    Background:
      Given the customer's "HOME" is suspended

    @service-changes+cancellation
    Example: A suspended service that was being taken down is suspended after the cancel
      Given a change order "LEAVE" with
        | line | action | product         | asset | site         |
        | 1    | Delete | Internet Access | HOME  | 12 Mill Lane |
        | 2    | Add    | Static Address  | FIXED | 4 River Walk |
      And order "LEAVE" is held at provisioning
      When the CRM cancels order "LEAVE"
      And provisioning completes all its work for order "LEAVE"
      Then order "LEAVE" is cancelled
      And provisioning has
        | asset | status    |
        | HOME  | suspended |

    @service-changes+cancellation @billing-after-provisioning
    Example: A charge is still suspended when a disconnection is cancelled that was done at provisioning only
      Given a change order "LEAVE" with
        | line | action | product         | asset | site         |
        | 1    | Delete | Internet Access | HOME  | 12 Mill Lane |
        | 2    | Add    | Static Address  | FIXED | 4 River Walk |
      And order "LEAVE" is held at provisioning
      And provisioning has set up line 1 of order "LEAVE", which is not billed yet
      When the CRM cancels order "LEAVE"
      And provisioning takes up its work again
      And billing takes up its work again
      Then billing has
        | asset | charge    |
        | HOME  | suspended |

  @PV-05 @cancel-message
  Rule: A cancelled disconnection leads back to the values that a change before it left alone

    Background:
      Given a change order "FIRST" with
        | line | action | asset | upload |
        | 1    | Update | HOME  | 40     |
      And order "FIRST" is submitted and fulfilled

    @modify-orders+cancellation @billing-after-provisioning @whole-lines
    Example: A service is set up again with the values that the last change did not name
      Given a change order "LEAVE" with
        | line | action | product         | asset |
        | 1    | Delete | Internet Access | HOME  |
        | 2    | Add    | Static Address  | FIXED |
      And order "LEAVE" is held at provisioning
      And provisioning has set up line 1 of order "LEAVE", which is not billed yet
      When the CRM cancels order "LEAVE"
      And provisioning takes up its work again
      And billing takes up its work again
      Then provisioning has
        | asset | speed | upload |
        | HOME  | 100   | 40     |

  @PV-05 @cancel-message
  Rule: A cancelled change of a price leads back to the price that earlier changes have left alone

    Background:
      Given a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And order "FASTER" is submitted and fulfilled

    @price-lists+modify-orders+cancellation @billing-after-provisioning
    Example: A price that was entered by hand two orders ago is charged again
      Given a change order "DEARER" with
        | line | action | asset | speed | price override |
        | 1    | Update | HOME  | 1000  | 29.90          |
      And order "DEARER" is held at provisioning
      And provisioning has set up line 1 of order "DEARER", which is not billed yet
      When the CRM cancels order "DEARER"
      And provisioning takes up its work again
      And billing takes up its work again
      Then billing has
        | asset | price override |
        | HOME  | 19.90          |
