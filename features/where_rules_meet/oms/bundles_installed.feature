Feature: Changes of installed bundles
  A customer can have an installed bundle changed part by part. Each component is an asset
  of its own.

  Source: Process Sales Order Fulfillment, "About Modify Orders", "About Sales
  Orders" and "Supporting Order Priorities".

  @AC-05
  Rule: An update of a component changes that component in its own bundle

    @oms @bundles+modify-orders
    Example: The voicemail of the second bundle is updated, and that of the first one stays
      Given the customer has
        | line | product             | asset  | greeting |
        | 1    | VoIP Service Bundle | FIRST  |          |
        | 1.1  | VoIP Voicemail      | VOICE  | short    |
        | 2    | VoIP Service Bundle | SECOND |          |
        | 2.1  | VoIP Voicemail      | OTHER  | short    |
      And a change order "CHANGE" with
        | line | action | product             | asset  | greeting |
        | 1    | -      | VoIP Service Bundle | SECOND |          |
        | 1.1  | Update | VoIP Voicemail      | OTHER  | long     |
      When order "CHANGE" is submitted and fulfilled
      Then provisioning has
        | asset | greeting |
        | VOICE | short    |
        | OTHER | long     |

  @AC-01
  Rule: A component can be added to an installed bundle that is otherwise unchanged

    @oms @bundles+modify-orders
    Example: The added component is set up and charged, and the bundle is not set up again
      Given the customer has
        | line | product             | asset  |
        | 1    | VoIP Service Bundle | BUNDLE |
      And a change order "MORE" with
        | line  | action | product             | asset  |
        | 1     | -      | VoIP Service Bundle | BUNDLE |
        | 1.1   | Add    | Handset Kit         | KIT    |
        | 1.1.1 | Add    | Handset             | HANDS  |
      When order "MORE" is submitted and fulfilled
      Then provisioning has
        | asset  | product             |
        | BUNDLE | VoIP Service Bundle |
        | KIT    | Handset Kit         |
        | HANDS  | Handset             |
      And the number of assets charged is three

  @AC-04 @oms
  Rule: A disconnection ends what the order names, the component alone or the bundle with all components

    Background:
      Given the customer has
        | line | product             | asset  |
        | 1    | VoIP Service Bundle | BUNDLE |
        | 1.1  | VoIP Voicemail      | VOICE  |
        | 1.2  | VoIP Access         | PHONE  |

    @bundles+service-changes
    Example: A component is disconnected, and its bundle stays
      Given a change order "LESS" with
        | line | action | product             | asset  |
        | 1    | -      | VoIP Service Bundle | BUNDLE |
        | 1.1  | Delete | VoIP Voicemail      | VOICE  |
      When order "LESS" is submitted and fulfilled
      Then provisioning has nothing of "VOICE"
      And provisioning has
        | asset  | product             |
        | BUNDLE | VoIP Service Bundle |
        | PHONE  | VoIP Access         |
      And the number of assets charged is two

    @bundles+service-changes
    Example: A bundle is disconnected with each of its components
      Given a change order "LEAVING" with
        | line | action | product             | asset  |
        | 1    | Delete | VoIP Service Bundle | BUNDLE |
        | 1.1  | Delete | VoIP Voicemail      | VOICE  |
        | 1.2  | Delete | VoIP Access         | PHONE  |
      When order "LEAVING" is submitted and fulfilled
      Then provisioning has nothing of "VOICE"
      And provisioning has nothing of "PHONE"
      And the number of assets charged is zero

  @AC-07
  Rule: A component can be suspended while its bundle is active

    @oms @bundles+service-changes
    Example: The voicemail is suspended, and the bundle and the other component stay active
      Given the customer has
        | line | product             | asset  |
        | 1    | VoIP Service Bundle | BUNDLE |
        | 1.1  | VoIP Voicemail      | VOICE  |
        | 1.2  | VoIP Access         | PHONE  |
      And a change order "PAUSE" with
        | line | action  | product             | asset  |
        | 1    | -       | VoIP Service Bundle | BUNDLE |
        | 1.1  | Suspend | VoIP Voicemail      | VOICE  |
      When order "PAUSE" is submitted and fulfilled
      Then provisioning has
        | asset  | status    |
        | BUNDLE | active    |
        | VOICE  | suspended |
        | PHONE  | active    |

  @AC-02
  Rule: A bundle moves with each of its components

    @oms @bundles+service-changes
    Example: Bundle and component are at the new address, each once
      Given the customer has
        | line | product             | asset  | site         |
        | 1    | VoIP Service Bundle | BUNDLE | 12 Mill Lane |
        | 1.1  | VoIP Voicemail      | VOICE  | 12 Mill Lane |
      And a change order "MOVE" with
        | line | action      | product             | asset  | site           |
        | 1    | Move-Add    | VoIP Service Bundle | BUNDLE | 3 Harbour Road |
        | 1.1  | Move-Add    | VoIP Voicemail      | VOICE  | 3 Harbour Road |
        | 2    | Move-Delete | VoIP Service Bundle | BUNDLE | 12 Mill Lane   |
        | 2.1  | Move-Delete | VoIP Voicemail      | VOICE  | 12 Mill Lane   |
      When order "MOVE" is submitted and fulfilled
      Then provisioning has
        | asset  | site           |
        | BUNDLE | 3 Harbour Road |
        | VOICE  | 3 Harbour Road |
