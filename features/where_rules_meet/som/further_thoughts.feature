@som
Feature: Second thoughts about services that stand
  An order finds a service, and changes its mind about it. What it found is there again
  after a cancel; what it moved is gone from the old address; a new value is told like the first.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning".

  Background:
    Given an order "BASE" with
      | line | action | product         | asset | site         | speed | version | quantity |
      | 1    | Add    | Internet Access | HOME  | 12 Mill Lane | 100   |         |          |
      | 2    | Add    | Static Address  | FIXED | 12 Mill Lane |       | v4      | 2        |

  @PV-04
  Rule: A change that names another address leaves nothing at the old one

    @service-changes+service-points
    Example: A service is changed at another address
      Given order "BASE" is fulfilled in the network
      And a change order "CHANGE" with
        | line | action | asset | site         | speed |
        | 1    | Update | HOME  | 4 River Walk | 500   |
      When order "CHANGE" is submitted
      Then the network has set up order "CHANGE"
        | line | site         | speed |
        | 1    | 4 River Walk | 500   |
      And the order system receives the status "COMPLETE" of line 1 of order "CHANGE"

  @PV-05
  Rule: A cancel leads back to the place, and to the rest, that the order had found

    @service-changes+cancellation+service-points
    Example: A half-done change at another address is cancelled, and place and speed are as before
      Given order "BASE" is fulfilled in the network
      And a change order "CHANGE" with
        | line | action | asset | site         | speed |
        | 1    | Update | HOME  | 4 River Walk | 500   |
      And order "CHANGE" is held in the network
      When the network does a step of line 1 of order "CHANGE"
      And the CRM cancels order "CHANGE"
      And the network completes all its work for order "CHANGE"
      Then the network has set up order "BASE"
        | line | site         | speed |
        | 1    | 12 Mill Lane | 100   |

  @PV-05
  Rule: A service that was suspended before a cancelled order is suspended after it

    Background:
      Given order "BASE" is fulfilled in the network
      And a change order "SLEEP" with
        | line | action  | asset |
        | 1    | Suspend | HOME  |
      And order "SLEEP" is fulfilled in the network

    @service-changes+cancellation
    Example: A resumption is cancelled together with a line that failed
      Given a change order "WAKE" with
        | line | action | product         | asset |
        | 1    | Resume | Internet Access | HOME  |
        | 2    | Add    | VoIP Access     | VOICE |
      And the network cannot do line 2 of order "WAKE"
      When order "WAKE" is submitted
      And the CRM cancels order "WAKE"
      Then the order system receives the status "CANCELLED" of line 1 of order "WAKE"

    @service-changes+cancellation
    Example: A change of the suspended service is cancelled while the order is under way
      Given a change order "CHANGE" with
        | line | action | product         | asset  | speed |
        | 1    | Add    | VoIP Access     | VOICE  |       |
        | 2    | Update | Internet Access | HOME   | 500   |
        | 3    | Add    | VoIP Access     | SECOND |       |
      And order "CHANGE" is held in the network
      When the network completes line 2 of order "CHANGE"
      And the CRM cancels order "CHANGE"
      And the network completes all its work for order "CHANGE"
      Then the order system receives the status "CANCELLED" of line 2 of order "CHANGE"

  @UF-07
  Rule: A value that is assigned anew is told anew

    @supplementals+filled-in-data
    Example: The second network address of a line is reported, though a revision comes between
      Given the network assigns "address" "2001:db8::1" to line 2 of order "BASE"
      And order "BASE" is held in the network
      When the network does a step of line 2 of order "BASE"
      And the network assigns "address" "2001:db8::2" to line 2 of order "BASE"
      And order "BASE" is revised to
        | line | action | product         | asset | site         | speed | version | quantity |
        | 1    | Add    | Internet Access | HOME  | 12 Mill Lane | 100   |         |          |
        | 2    | Add    | Static Address  | FIXED | 12 Mill Lane |       | v6      | 2        |
      And the network completes all its work for order "BASE"
      Then the order system receives the value "2001:db8::2" of "address" of line 2 of order "BASE"

  @PV-06
  Rule: As many as are wanted are set up at the new address

    @supplementals+service-points
    Example: Three units that a revision moves are set up at the new address
      Given order "BASE" is held in the network
      When the network does a step of line 2 of order "BASE"
      And order "BASE" is revised to
        | line | action | product         | asset | site         | speed | version | quantity |
        | 1    | Add    | Internet Access | HOME  | 12 Mill Lane | 100   |         |          |
        | 2    | Add    | Static Address  | FIXED | 4 River Walk |       | v4      | 3        |
      And the network completes all its work for order "BASE"
      Then the network has set up order "BASE"
        | line | site         | version | quantity |
        | 2    | 4 River Walk | v4      | 3        |
