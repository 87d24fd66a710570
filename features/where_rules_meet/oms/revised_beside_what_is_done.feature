@oms @ponr-scope-item @billing-grain-line
Feature: Revisions of orders that have ended or resumed a service
  One line of an order is done: it has ended a service, or resumed it. That line stays in
  the next version as it was, and another one changes. The line that is done asks for
  nothing any more, so nobody looks again whether its service is there.

  Source: Process Sales Order Fulfillment, "About Sales Orders" and "About Supplemental Orders".

  @PN-02
  Rule: An open line can be revised beside a line that has ended its service

    Background:
      Given the customer has
        | asset | product        | version |
        | VOICE | VoIP Voicemail |         |
        | FIXED | Static Address | v4      |
      And a change order "MIXED" with
        | line | action | product        | asset | version |
        | 1    | Delete | VoIP Voicemail | VOICE |         |
        | 2    | Update | Static Address | FIXED | v5      |
      And order "MIXED" is held at provisioning

    @supplementals+service-changes @whole-lines
    Example: A line is set up as revised beside a disconnection that is done
      When provisioning completes line 1 of order "MIXED"
      And order "MIXED" is revised to
        | line | action | product        | asset | version |
        | 1    | Delete | VoIP Voicemail | VOICE |         |
        | 2    | Update | Static Address | FIXED | v6      |
      And provisioning completes order "MIXED"
      Then order "MIXED" is complete
      And provisioning has
        | asset | version |
        | FIXED | v6      |

  @PN-02
  Rule: An open line can be revised beside a line that has resumed its service

    Background:
      Given the customer has
        | asset | product        | version |
        | VOICE | VoIP Voicemail |         |
        | FIXED | Static Address | v4      |
      And the customer's "VOICE" is suspended
      And a change order "MIXED" with
        | line | action | product        | asset | version |
        | 1    | Resume | VoIP Voicemail | VOICE |         |
        | 2    | Update | Static Address | FIXED | v5      |

    @supplementals+service-changes @whole-lines
    Example: A line is set up as revised beside a resumption that is done
      Given order "MIXED" is held at provisioning
      When provisioning completes line 1 of order "MIXED"
      And order "MIXED" is revised to
        | line | action | product        | asset | version |
        | 1    | Resume | VoIP Voicemail | VOICE |         |
        | 2    | Update | Static Address | FIXED | v6      |
      And provisioning completes order "MIXED"
      Then provisioning has
        | asset | version |
        | FIXED | v6      |
