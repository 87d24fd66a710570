Feature: Locked lines that fail, get values or are reported again
  A line past its point of no return may still fail, get a number, or be reported again.
  It stays locked. An assigned value is no change of the order, and a repeated message is
  no late revision.

  Source: Process Sales Order Fulfillment, "About Sales Orders" and "About
  Supplemental Orders"; Understanding the Provision Order and Update Fulfillment
  Order Business Flows, "About the Update Fulfillment Order Business Flow".

  @PN-01 @oms
  Rule: A locked line stays locked, though it fails or is reported again

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |

    @supplementals+points-of-no-return+failures
    Example: A failed locked line is completed as it was ordered, and not as a late revision wanted it
      Given provisioning cannot do line 1 of order "BASE"
      And order "BASE" is held at provisioning past its points of no return
      When provisioning completes line 1 of order "BASE"
      And order "BASE" is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 500   |
      And provisioning does line 1 of order "BASE" after all
      Then provisioning has
        | asset | speed |
        | HOME  | 100   |

    @supplementals+points-of-no-return+redelivery
    Example: An earlier milestone that is reported again does not unlock the line
      Given order "BASE" is held at provisioning past its points of no return
      When provisioning reports the milestone "RESERVED" of line 1 of order "BASE"
      And order "BASE" is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 500   |
      Then the revision of order "BASE" is refused
      When provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | speed |
        | HOME  | 100   |

  @SU-05 @oms @idempotent-delivery
  Rule: A version that is delivered again is not refused as too late

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |
      And order "BASE" is held at provisioning

    @supplementals+points-of-no-return+redelivery
    Example: Versions that are delivered again past the point of no return are not refused
      When order "BASE" is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 500   |
      And provisioning reports the milestone "DESIGNED" of line 1 of order "BASE"
      And every version of order "BASE" is delivered again
      Then order "BASE" is free of refusals and fallouts
      When provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | speed |
        | HOME  | 500   |

    @supplementals+redelivery
    Example: Versions that are delivered again after the completion are not refused and repeat no work
      When order "BASE" is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 500   |
        | 2    | Add    | Handset         | HANDS |       |
      And provisioning completes order "BASE"
      And every version of order "BASE" is delivered again
      Then order "BASE" is free of refusals and fallouts
      And provisioning is asked once for line 2 of order "BASE"
      And the number of assets charged is two

  @PN-02
  Rule: An assigned value on a locked line is no change of that line

    Background:
      Given an order "BASE" with
        | line | action | product        | asset | version |
        | 1    | Add    | VoIP Access    | PHONE |         |
        | 2    | Add    | Static Address | FIXED | v4      |
      And order "BASE" is held at provisioning

    @oms @ponr-scope-item @supplementals+points-of-no-return+filled-in-data
    Example: Another line is revised by a version that lacks the locked line's assigned number
      When provisioning reports the value "020 7946 0123" of "number" of line 1 of order "BASE"
      And provisioning reports the milestone "DESIGNED" of line 1 of order "BASE"
      And order "BASE" is revised to
        | line | action | product        | asset | version |
        | 1    | Add    | VoIP Access    | PHONE |         |
        | 2    | Add    | Static Address | FIXED | v6      |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | version |
        | FIXED | v6      |

  @UF-07
  Rule: A value that is assigned past the point of no return is passed on like any other

    @oms @points-of-no-return+filled-in-data
    Example: The CRM is told a number that was assigned to a locked line
      Given an order "BASE" with
        | line | action | product     | asset |
        | 1    | Add    | VoIP Access | PHONE |
      And order "BASE" is held at provisioning past its points of no return
      When provisioning reports the value "020 7946 0123" of "number" of line 1 of order "BASE"
      Then the CRM receives the value "020 7946 0123" of "number" of line 1 of order "BASE"
      When provisioning completes order "BASE"
      Then order "BASE" is complete
