Feature: Values that provisioning assigns
  Some values are known only during the work: a phone number, or the speed that the line
  allows. CRM and billing need them as much as the values that a user entered.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning", "About the Provision Order Business Flow" and
  "About the Update Fulfillment Order Business Flow".

  Background:
    Given an order with
      | line | action | product         | speed |
      | 1    | Add    | Internet Access | 100   |
      | 2    | Add    | VoIP Access     |       |

  @UF-07
  Rule: A value that provisioning assigns reaches the CRM and billing, and every entered value is kept

    @oms
    Example: An assigned value is on the asset together with the entered values
      Given an order "NUMBERED" with
        | line | action | product         | asset | speed |
        | 1    | Add    | VoIP Access     | VOICE |       |
        | 2    | Add    | Internet Access | HOME  | 100   |
      And order "NUMBERED" is held at provisioning
      When provisioning reports the value "020 7946 0123" of "number" of line 1 of order "NUMBERED"
      And provisioning reports the value "40" of "upload" of line 2 of order "NUMBERED"
      And provisioning completes order "NUMBERED"
      Then the customer has the assets
        | product         | number        | speed | upload |
        | VoIP Access     | 020 7946 0123 |       |        |
        | Internet Access |               | 100   | 40     |

    @oms @billing-after-provisioning
    Example: An assigned value reaches billing when the line is charged
      Given the order is held at provisioning
      When provisioning reports the value "020 7946 0123" of "number" of line 2 of the order
      And provisioning reports the value "14" of "port" of line 2 of the order
      And provisioning completes the order
      Then billing receives the value "020 7946 0123" of "number" of line 2 of the order
      And billing receives the value "14" of "port" of line 2 of the order

    @oms
    Example: An assigned value reaches the CRM while the work goes on
      Given the order is held at provisioning
      When provisioning reports the value "020 7946 0123" of "number" of line 2 of the order
      Then the CRM receives the value "020 7946 0123" of "number" of line 2 of the order
      And line 2 of the order is not complete

    @som
    Example: Service order management reports an assigned value while the work goes on
      Given the network assigns "number" "020 7946 0123" to line 2 of the order
      And the order is held in the network
      When the network does a step of line 2 of the order
      Then the order system receives the value "020 7946 0123" of "number" of line 2 of the order
      But the order system does not receive the status "COMPLETE" of line 2 of the order

    @som
    Example: Service order management does not report an entered value as assigned
      Given the network assigns "upload" "40" to line 1 of the order
      When the order is submitted
      Then the order system receives the value "40" of "upload" of line 1 of the order
      But the order system does not receive the value "100" of "speed" of line 1 of the order
