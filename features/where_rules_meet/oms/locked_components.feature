Feature: Components past their point of no return
  The components of a bundle are not completed at the same time. One may be past its point
  of no return while the others can still be revised.

  Source: Process Sales Order Fulfillment, "About Supplemental Orders" and "About
  Sales Orders".

  @PN-02 @oms
  Rule: Each component has its own point of no return

    Background:
      Given an order "BASE" with
        | line | action | product             | asset  | number | greeting |
        | 1    | Add    | VoIP Service Bundle | BUNDLE |        |          |
        | 1.1  | Add    | VoIP Access         | PHONE  | 1234   |          |
        | 1.2  | Add    | VoIP Voicemail      | VOICE  |        | short    |
        | 2    | Add    | Static Address      | FIXED  |        |          |
      And order "BASE" is held at provisioning

    @ponr-scope-item @bundles+supplementals+points-of-no-return
    Example: A component is revised while another one of its bundle is locked
      When provisioning reports the milestone "DESIGNED" of line 1.1 of order "BASE"
      And order "BASE" is revised to
        | line | action | product             | asset  | number | greeting |
        | 1    | Add    | VoIP Service Bundle | BUNDLE |        |          |
        | 1.1  | Add    | VoIP Access         | PHONE  | 1234   |          |
        | 1.2  | Add    | VoIP Voicemail      | VOICE  |        | long     |
        | 2    | Add    | Static Address      | FIXED  |        |          |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | number | greeting |
        | PHONE | 1234   |          |
        | VOICE |        | long     |

    @bundles+supplementals+points-of-no-return
    Example: A locked component is not revised, though its bundle has no point of no return
      When provisioning reports the milestone "DESIGNED" of line 1.1 of order "BASE"
      And order "BASE" is revised to
        | line | action | product             | asset  | number | greeting |
        | 1    | Add    | VoIP Service Bundle | BUNDLE |        |          |
        | 1.1  | Add    | VoIP Access         | PHONE  | 9876   |          |
        | 1.2  | Add    | VoIP Voicemail      | VOICE  |        | short    |
        | 2    | Add    | Static Address      | FIXED  |        |          |
      Then the revision of order "BASE" is refused
      When provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | number |
        | PHONE | 1234   |

    @bundles+supplementals+points-of-no-return
    Example: A bundle with a locked component is not withdrawn
      When provisioning reports the milestone "DESIGNED" of line 1.1 of order "BASE"
      And order "BASE" is revised to
        | line | action | product        | asset |
        | 2    | Add    | Static Address | FIXED |
      Then the revision of order "BASE" is refused
      When provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | product        |
        | PHONE | VoIP Access    |
        | VOICE | VoIP Voicemail |
