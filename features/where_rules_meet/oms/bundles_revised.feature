Feature: Revisions of bundles
  A bundle is one product to the customer and several lines to all systems. A revision may
  change one component and leave the next one alone. Each component has its own point of
  no return.

  Source: Process Sales Order Fulfillment, "About Supplemental Orders" and "About
  Sales Orders".

  @SU-05 @oms
  Rule: Components are compared one by one, at every level, in their own bundle

    Background:
      Given an order "BASE" with
        | line  | action | product             | asset  | greeting |
        | 1     | Add    | VoIP Service Bundle | FIRST  |          |
        | 1.1   | Add    | VoIP Voicemail      | VOICE  | short    |
        | 1.2   | Add    | Handset Kit         | KIT    |          |
        | 1.2.1 | Add    | Handset             | HANDS  |          |
        | 2     | Add    | VoIP Service Bundle | SECOND |          |
        | 2.1   | Add    | VoIP Voicemail      | OTHER  | short    |
      And order "BASE" is held at provisioning

    @bundles+supplementals
    Example: A withdrawn component is taken down, and the bundle and its other component stay
      When order "BASE" is revised to
        | line  | action | product             | asset  | greeting |
        | 1     | Add    | VoIP Service Bundle | FIRST  |          |
        | 1.2   | Add    | Handset Kit         | KIT    |          |
        | 1.2.1 | Add    | Handset             | HANDS  |          |
        | 2     | Add    | VoIP Service Bundle | SECOND |          |
        | 2.1   | Add    | VoIP Voicemail      | OTHER  | short    |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has nothing of "VOICE"
      And provisioning has
        | asset | product             |
        | FIRST | VoIP Service Bundle |
        | HANDS | Handset             |
        | OTHER | VoIP Voicemail      |

    @bundles+supplementals
    Example: A withdrawn bundle is taken down with its own components only
      When order "BASE" is revised to
        | line | action | product             | asset  | greeting |
        | 2    | Add    | VoIP Service Bundle | SECOND |          |
        | 2.1  | Add    | VoIP Voicemail      | OTHER  | short    |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has nothing of "VOICE"
      And provisioning has nothing of "HANDS"
      And provisioning has
        | asset  | product             |
        | SECOND | VoIP Service Bundle |
        | OTHER  | VoIP Voicemail      |
      And the number of assets charged is two

    @bundles+supplementals
    Example: A changed component is changed in its own bundle only
      When order "BASE" is revised to
        | line  | action | product             | asset  | greeting |
        | 1     | Add    | VoIP Service Bundle | FIRST  |          |
        | 1.1   | Add    | VoIP Voicemail      | VOICE  | short    |
        | 1.2   | Add    | Handset Kit         | KIT    |          |
        | 1.2.1 | Add    | Handset             | HANDS  |          |
        | 2     | Add    | VoIP Service Bundle | SECOND |          |
        | 2.1   | Add    | VoIP Voicemail      | OTHER  | long     |
      Then provisioning and billing are told nothing more about line 1.1 of order "BASE"
      When provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | greeting |
        | VOICE | short    |
        | OTHER | long     |

    @bundles+supplementals
    Example: A component of a component is added, and another is withdrawn
      When order "BASE" is revised to
        | line  | action | product             | asset        | greeting |
        | 1     | Add    | VoIP Service Bundle | FIRST        |          |
        | 1.1   | Add    | VoIP Voicemail      | VOICE        | short    |
        | 1.2   | Add    | Handset Kit         | KIT          |          |
        | 2     | Add    | VoIP Service Bundle | SECOND       |          |
        | 2.1   | Add    | VoIP Voicemail      | OTHER        | short    |
        | 2.2   | Add    | Handset Kit         | SPARE        |          |
        | 2.2.1 | Add    | Handset             | SECOND-HANDS |          |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has nothing of "HANDS"
      And provisioning has
        | asset        | product     |
        | KIT          | Handset Kit |
        | SPARE        | Handset Kit |
        | SECOND-HANDS | Handset     |

  @SU-05 @oms
  Rule: How many of a component are wanted is compared like its other values

    Background:
      Given an order "BASE" with
        | line | action | product             | asset  | quantity |
        | 1    | Add    | VoIP Service Bundle | BUNDLE |          |
        | 1.1  | Add    | Static Address      | INNER  | 1        |
        | 2    | Add    | Static Address      | OUTER  | 1        |
      And order "BASE" is held at provisioning

    @bundles+supplementals
    Example: More of a component are wanted, and as many of the product outside of the bundle as before
      When order "BASE" is revised to
        | line | action | product             | asset  | quantity |
        | 1    | Add    | VoIP Service Bundle | BUNDLE |          |
        | 1.1  | Add    | Static Address      | INNER  | 3        |
        | 2    | Add    | Static Address      | OUTER  | 1        |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | quantity |
        | INNER | 3        |
        | OUTER | 1        |
