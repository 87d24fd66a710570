Feature: Modify orders that fail or are cancelled
  A modify order starts from what the last complete order left. When the change fails or
  is cancelled, the customer still has exactly that.

  Source: Process Sales Order Fulfillment, "About Modify Orders", and Understanding the Provision Order and Update
  Fulfillment Order Business Flows, "About Order Provisioning".

  Background:
    Given the customer has
      | asset | product         | speed | upload | version |
      | HOME  | Internet Access | 100   | 20     |         |
      | FIXED | Static Address  |       |        | v4      |

  @PV-15 @oms
  Rule: A failed change is reported for its line and leaves its asset as it was

    Background:
      Given a change order "CHANGE" with
        | line | action | asset | speed | version |
        | 1    | Update | HOME  | 500   |         |
        | 2    | Update | FIXED |       | v6      |
      And a change order "WIDER" with
        | line | action | asset | upload |
        | 1    | Update | HOME  | 50     |
      And provisioning cannot do line 1 of order "CHANGE"

    @modify-orders+failures @billing-grain-line @failed-line-alone
    Example: The first of two changes fails, and the second is done
      Given provisioning holds its work
      When order "CHANGE" is submitted
      And provisioning completes order "CHANGE"
      Then the CRM receives a fallout of line 1 of order "CHANGE"
      And line 2 of order "CHANGE" is complete
      And provisioning has
        | asset | speed | version |
        | HOME  | 100   |         |
        | FIXED |       | v6      |

    @modify-orders+failures @failed-line-alone
    Example: A failed change that is done after all changes the asset and creates no other
      Given provisioning holds its work
      When order "CHANGE" is submitted
      And provisioning completes order "CHANGE"
      And provisioning does line 1 of order "CHANGE" after all
      Then order "CHANGE" is complete
      And provisioning has
        | asset | speed | version |
        | HOME  | 500   |         |
        | FIXED |       | v6      |
      And the number of assets charged is two

    @modify-orders+failures+cancellation @cancel-message
    Example: A further change that is cancelled returns to the state before it, not to the failed change
      Given provisioning holds its work
      When order "CHANGE" is submitted
      And provisioning completes order "CHANGE"
      And order "WIDER" is submitted
      And the CRM cancels order "WIDER"
      And provisioning completes all its work for order "WIDER"
      Then provisioning has
        | asset | speed | upload |
        | HOME  | 100   | 20     |

  @PV-05 @cancel-message @oms
  Rule: After the cancel of a modify order each asset is as it was before, and added lines are gone

    Background:
      Given a change order "CHANGE" with
        | line | action | product         | asset | speed | version |
        | 1    | Update | Internet Access | HOME  | 500   |         |
        | 2    | Add    | VoIP Voicemail  | VOICE |       |         |
      And order "CHANGE" is held at provisioning

    @modify-orders+cancellation
    Example: Installed assets stay and are charged as before when a modify order is cancelled
      When the CRM cancels order "CHANGE"
      And provisioning completes all its work for order "CHANGE"
      Then order "CHANGE" is cancelled
      And provisioning has
        | asset | speed | upload | version |
        | HOME  | 100   | 20     |         |
        | FIXED |       |        | v4      |
      And the number of assets charged is two

    @modify-orders+cancellation @billing-after-provisioning @whole-lines
    Example: A change that was done before the cancel is undone, and its asset is still charged
      Given provisioning has set up line 1 of order "CHANGE", which is not billed yet
      When the CRM cancels order "CHANGE"
      And provisioning completes all its work for order "CHANGE"
      Then provisioning has
        | asset | speed | upload |
        | HOME  | 100   | 20     |
      And provisioning has nothing of "VOICE"
      And billing has
        | asset | charge |
        | HOME  | active |

    @modify-orders+cancellation @two-places
    Example: A cancelled change returns to the change before it, and not to what was sold
      Given a change order "WIDER" with
        | line | action | asset | upload |
        | 1    | Update | HOME  | 50     |
      When order "WIDER" is submitted
      And provisioning completes all its work for order "WIDER"
      And the CRM cancels order "CHANGE"
      And provisioning completes all its work for order "CHANGE"
      And provisioning completes all its work for order "WIDER"
      Then provisioning has
        | asset | speed | upload |
        | HOME  | 100   | 50     |

    @modify-orders+cancellation
    Example: A change after the cancel has nothing of the cancelled one
      Given a change order "WIDER" with
        | line | action | asset | upload |
        | 1    | Update | HOME  | 50     |
      When the CRM cancels order "CHANGE"
      And provisioning completes all its work for order "CHANGE"
      And order "WIDER" is submitted
      And provisioning completes order "WIDER"
      Then provisioning has
        | asset | speed | upload |
        | HOME  | 100   | 50     |
