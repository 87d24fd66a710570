@som
Feature: Orders that wait for a service beside cancels and revisions
  While one order works on a service, another one waits for it. What becomes of the first
  one must not be the end of the second; and what befalls the second while it waits counts.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning".

  Background:
    Given an order "BASE" with
      | line | action | product         | asset | speed |
      | 1    | Add    | Internet Access | HOME  | 100   |
    And a change order "LATER" with
      | line | action | asset | speed |
      | 1    | Update | HOME  | 1000  |
    And order "BASE" is fulfilled in the network

  @PV-04
  Rule: An order that waits for a service is fulfilled, whatever becomes of the one before it

    Background:
      Given a change order "CHANGE" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And order "CHANGE" is held in the network
      And order "LATER" is submitted

    @service-changes+cancellation
    Example: The change before it is cancelled, and the later change is made
      When the CRM cancels order "CHANGE"
      And the network completes what it has of order "CHANGE"
      And the network completes what it has of order "LATER"
      Then the order system receives the status "COMPLETE" of line 1 of order "LATER"
      And the network has set up order "LATER"
        | line | speed |
        | 1    | 1000  |

    @service-changes+cancellation
    Example: The later change is cancelled before its turn, and the earlier one is made
      When the CRM cancels order "LATER"
      And the network completes what it has of order "CHANGE"
      Then the order system receives the status "CANCELLED" of line 1 of order "LATER"
      And the network has set up order "CHANGE"
        | line | speed |
        | 1    | 500   |

  @PV-04
  Rule: Of those that wait for a service each has its turn as it came, though the first is cancelled

    Background:
      Given a change order "CHANGE" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And a change order "LAST" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 2000  |
      And order "CHANGE" is held in the network
      And order "LATER" is submitted
      And order "LAST" is submitted
      And the CRM cancels order "CHANGE"

    @service-changes+cancellation
    Example: Of the changes that waited the last one counts, however fast the network is with it
      When the network completes what it has of order "CHANGE"
      And the network completes what it has of order "LAST"
      And the network completes what it has of order "LATER"
      And the network completes what it has of order "LAST"
      Then the network has set up order "LAST"
        | line | speed |
        | 1    | 2000  |

  @PV-04
  Rule: An order that was suspended while it waited for a cancelled one rests until it is resumed

    Background:
      Given a change order "CHANGE" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And order "CHANGE" is held in the network
      And order "LATER" is submitted

    @service-changes+cancellation
    Example: The suspended order rests though its turn has come
      Given the CRM suspends order "LATER"
      And the CRM cancels order "CHANGE"
      When the network completes what it has of order "CHANGE"
      Then the network has nothing more to do for order "LATER"

    @service-changes+cancellation
    Example: The suspended order is fulfilled once it is resumed
      Given the CRM suspends order "LATER"
      And the CRM cancels order "CHANGE"
      When the network completes what it has of order "CHANGE"
      And the CRM resumes order "LATER"
      And the network completes what it has of order "LATER"
      Then the network has set up order "LATER"
        | line | speed |
        | 1    | 1000  |

  @PV-06
  Rule: An order that is revised while it waits is fulfilled as it was revised

    Background:
      Given a change order "CHANGE" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And order "CHANGE" is held in the network
      And order "LATER" is submitted

    @supplementals+service-changes
    Example: The last wish counts, and not the first
      When order "LATER" is revised to
        | line | action | asset | speed |
        | 1    | Update | HOME  | 2000  |
      And the network completes what it has of order "CHANGE"
      And the network completes what it has of order "LATER"
      Then the network has set up order "LATER"
        | line | speed |
        | 1    | 2000  |
