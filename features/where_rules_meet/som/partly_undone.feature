@som
Feature: Orders that are cancelled or revised when a part of them is undone or done already
  A revision withdraws a line, then the order is cancelled: what is undone already is not
  undone again, and what is left is. A change that is half done is revised, and both halves
  end as the last version says.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning".

  Background:
    Given an order "BASE" with
      | line | action | product         | asset | site         | speed | version | quantity |
      | 1    | Add    | Static Address  | FIXED | 12 Mill Lane |       | v4      | 3        |
      | 2    | Add    | Internet Access | HOME  | 12 Mill Lane | 100   |         |          |
      | 3    | Add    | VoIP Voicemail  | MAIL  | 12 Mill Lane |       |         |          |

  @PV-05
  Rule: The cancel of a revised order undoes what the revision has left, and nothing twice

    Background:
      Given order "BASE" is held in the network

    @supplementals+cancellation
    Example: A withdrawn line that is undone already is not undone again by the cancel
      When the network does a step of line 2 of order "BASE"
      And order "BASE" is revised to
        | line | action | product        | asset | site         | version | quantity |
        | 1    | Add    | Static Address | FIXED | 12 Mill Lane | v4      | 3        |
        | 3    | Add    | VoIP Voicemail | MAIL  | 12 Mill Lane |         |          |
      And the network completes line 2 of order "BASE"
      And the CRM cancels order "BASE"
      And the network completes all its work for order "BASE"
      Then the network has nothing of order "BASE"
      And the network is asked to undo only what was done

    @supplementals+cancellation
    Example: An order that was suspended while a line of it was being undone leaves nothing when it is cancelled
      When the network does a step of line 2 of order "BASE"
      And order "BASE" is revised to
        | line | action | product        | asset | site         | version | quantity |
        | 1    | Add    | Static Address | FIXED | 12 Mill Lane | v4      | 3        |
        | 3    | Add    | VoIP Voicemail | MAIL  | 12 Mill Lane |         |          |
      And the CRM suspends order "BASE"
      And the network does what is under way for order "BASE"
      And the CRM cancels order "BASE"
      And the network completes all its work for order "BASE"
      Then the network has nothing of order "BASE"

  @PV-06
  Rule: A half-done change ends as the last version says, in each of its values

    Background:
      Given order "BASE" is fulfilled in the network

    @supplementals+service-changes
    Example: A half-done change to fewer units is revised to fewer still, and these are left
      Given a change order "CHANGE" with
        | line | action | asset | version | quantity |
        | 1    | Update | FIXED | v6      | 2        |
      And order "CHANGE" is held in the network
      When order "CHANGE" is revised to
        | line | action | asset | version | quantity |
        | 1    | Update | FIXED | v6      | 1        |
      And the network completes all its work for order "CHANGE"
      Then the network has set up order "CHANGE"
        | line | version | quantity |
        | 1    | v6      | 1        |

    @supplementals+service-changes+service-points
    Example: A half-done move that is revised to fewer units ends with these at the new address
      Given a change order "CHANGE" with
        | line | action | asset | site         | version | quantity |
        | 1    | Update | FIXED | 4 River Walk | v4      | 3        |
      And order "CHANGE" is held in the network
      When the network does a step of line 1 of order "CHANGE"
      And order "CHANGE" is revised to
        | line | action | asset | site         | version | quantity |
        | 1    | Update | FIXED | 4 River Walk | v4      | 2        |
      And the network completes all its work for order "CHANGE"
      Then the network has set up order "CHANGE"
        | line | site         | quantity |
        | 1    | 4 River Walk | 2        |
