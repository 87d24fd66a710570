Feature: Bundles while they are being fulfilled
  Several systems set up the components of a bundle, and the components are complete one
  by one. A follow-on order waits for one component only, a failure concerns one
  component, and a cancel concerns the whole bundle.

  Source: Process Sales Order Fulfillment, "About Follow-On Orders"; Understanding
  the Provision Order and Update Fulfillment Order Business Flows, "About Order
  Provisioning".

  @FO-05 @oms
  Rule: A follow-on order to a component waits for that component, not for its bundle or an equal component

    Background:
      Given an order "BASE" with
        | line | action | product             |
        | 1    | Add    | VoIP Service Bundle |
        | 1.1  | Add    | VoIP Access         |
        | 2    | Add    | VoIP Service Bundle |
        | 2.1  | Add    | VoIP Access         |
        | 2.2  | Add    | VoIP Voicemail      |
      And order "BASE" is held at provisioning

    @bundles+follow-ons
    Example: A bundle or an equal component of another bundle does not release a follow-on order
      When provisioning reports the milestone "DESIGNED" of line 2.1 of order "BASE"
      And a small order "LATER" that depends on line 2.1 of order "BASE" is submitted
      And provisioning completes line 1.1 of order "BASE"
      Then no work has started on order "LATER"
      When provisioning completes line 2 of order "BASE"
      And provisioning completes order "BASE"
      Then work has started on order "LATER"

    @bundles+follow-ons @two-places @billing-grain-line
    Example: A component releases its follow-on order while the rest of the bundle is open
      When provisioning reports the milestone "DESIGNED" of line 2.1 of order "BASE"
      And a small order "LATER" that depends on line 2.1 of order "BASE" is submitted
      And provisioning completes line 2.1 of order "BASE"
      Then work has started on order "LATER"
      But order "BASE" is not complete

  @PV-15 @oms
  Rule: The failure of a component is reported for that component

    Background:
      Given an order "BASE" with
        | line  | action | product             | asset |
        | 1     | Add    | VoIP Service Bundle |       |
        | 1.1   | Add    | Handset Kit         |       |
        | 1.1.1 | Add    | Handset             | HANDS |
        | 1.2   | Add    | VoIP Voicemail      |       |
      And provisioning cannot do line 1.1.1 of order "BASE"

    @bundles+failures @billing-grain-line @failed-line-alone
    Example: The CRM is told of the failed component, and the rest of the bundle is completed
      When order "BASE" is submitted
      Then the CRM receives a fallout of line 1.1.1 of order "BASE"
      And line 1.2 of order "BASE" is complete
      But order "BASE" is not complete

    @bundles+failures
    Example: The order is complete once the failed component is done after all
      When order "BASE" is submitted
      And provisioning does line 1.1.1 of order "BASE" after all
      Then line 1.1.1 of order "BASE" is complete
      And order "BASE" is complete
      And provisioning has
        | asset | product |
        | HANDS | Handset |

  @PV-05
  Rule: A bundle is cancelled with everything below it

    Background:
      Given an order "BASE" with
        | line  | action | product             | asset  |
        | 1     | Add    | VoIP Service Bundle | BUNDLE |
        | 1.1   | Add    | Handset Kit         | KIT    |
        | 1.1.1 | Add    | Handset             | HANDS  |
        | 1.2   | Add    | VoIP Voicemail      | VOICE  |
      And order "BASE" is held at provisioning

    @oms @bundles+cancellation
    Example: A cancelled bundle of three levels leaves no service and no charge
      When the CRM cancels order "BASE"
      And provisioning completes all its work for order "BASE"
      Then order "BASE" is cancelled
      And provisioning has nothing of "HANDS"
      And the number of assets charged is zero

  @UF-07 @oms
  Rule: An assigned value belongs to the component for which it is reported

    @bundles+filled-in-data
    Example: A value of a component does not reach an equal component or its bundle
      Given an order "BASE" with
        | line | action | product             |
        | 1    | Add    | VoIP Service Bundle |
        | 1.1  | Add    | VoIP Access         |
        | 2    | Add    | VoIP Service Bundle |
        | 2.1  | Add    | VoIP Access         |
      And order "BASE" is held at provisioning
      When provisioning reports the value "020 7946 0123" of "number" of line 2.1 of order "BASE"
      Then the CRM receives the value "020 7946 0123" of "number" of line 2.1 of order "BASE"
      But the CRM does not receive the value "020 7946 0123" of "number" of line 1.1 of order "BASE"
      And the CRM does not receive the value "020 7946 0123" of "number" of line 2 of order "BASE"

    @bundles+filled-in-data
    Example: A value of a component does not reach the component beside it
      Given an order "BASE" with
        | line | action | product             |
        | 1    | Add    | VoIP Service Bundle |
        | 1.1  | Add    | VoIP Access         |
        | 1.2  | Add    | VoIP Voicemail      |
      And order "BASE" is held at provisioning
      When provisioning reports the value "020 7946 0123" of "number" of line 1.1 of order "BASE"
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And the CRM does not receive the value "020 7946 0123" of "number" of line 1.2 of order "BASE"

  @UF-05 @oms
  Rule: Each component is complete by itself, in whatever sequence and however often that is told

    Background:
      Given an order "BASE" with
        | line | action | product             |
        | 1    | Add    | VoIP Service Bundle |
        | 1.1  | Add    | VoIP Access         |
        | 1.2  | Add    | VoIP Voicemail      |
      And order "BASE" is held at provisioning

    @bundles+redelivery @billing-grain-line
    Example: A component that is complete before its bundle counts
      When provisioning completes line 1.1 of order "BASE"
      Then line 1.1 of order "BASE" is complete
      When provisioning completes order "BASE"
      Then order "BASE" is complete

    @bundles+redelivery
    Example: A repeated completion of one component does not complete the next one
      When provisioning completes line 1.1 of order "BASE"
      And provisioning reports the status "COMPLETE" of line 1.1 of order "BASE"
      Then line 1.2 of order "BASE" is not complete
      And order "BASE" is not complete
