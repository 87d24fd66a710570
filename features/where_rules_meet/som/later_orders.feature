@som
Feature: Later orders on what earlier orders have left
  A number is changed, then the service moves; a line is moved three times, then cancelled;
  one order holds up two others. What comes later starts from what is there by then.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning" and "About the Update Fulfillment Order Business Flow".

  Background:
    Given an order "BASE" with
      | line | action | product        | asset | site         | version | quantity |
      | 1    | Add    | VoIP Access    | VOICE | 12 Mill Lane |         |          |
      | 2    | Add    | Static Address | FIXED | 12 Mill Lane | v4      | 3        |
    And the network assigns "number" "020 7946 0123" to line 1 of order "BASE"

  @UF-07
  Rule: A number that was changed stays when a later order changes something else

    Background:
      Given order "BASE" is fulfilled in the network
      And a change order "CHANGE" with
        | line | action | asset | number        |
        | 1    | Update | VOICE | 020 7946 0999 |
      And order "CHANGE" is fulfilled in the network

    @service-changes+filled-in-data
    Example: A service moves with its changed number, and not with the number before
      Given a change order "MOVE" with
        | line | action | asset | site         |
        | 1    | Update | VOICE | 4 River Walk |
      When order "MOVE" is submitted
      Then the network has set up order "MOVE"
        | line | site         |
        | 1    | 4 River Walk |

    @service-changes+cancellation+filled-in-data
    Example: A cancelled second change leads back to the first change
      Given a change order "MORE" with
        | line | action | product        | asset | number        | version |
        | 1    | Add    | VoIP Voicemail | MAIL  |               |         |
        | 2    | Update | VoIP Access    | VOICE | 020 7946 0555 |         |
        | 3    | Update | Static Address | FIXED |               | v6      |
      And order "MORE" is held in the network
      When the network does a step of line 2 of order "MORE"
      And the CRM cancels order "MORE"
      And the network completes all its work for order "MORE"
      Then the network has set up order "MORE"
        | line | number        |
        | 2    | 020 7946 0999 |

  @PV-05
  Rule: A line that was moved twice is undone where it is when its order is cancelled

    @supplementals+cancellation+service-points @failed-line-alone
    Example: Nothing is left of a line at its third address when its order is cancelled
      Given the network cannot do line 1 of order "BASE"
      When order "BASE" is submitted
      And order "BASE" is revised to
        | line | action | product        | asset | site         | version | quantity |
        | 1    | Add    | VoIP Access    | VOICE | 12 Mill Lane |         |          |
        | 2    | Add    | Static Address | FIXED | 4 River Walk | v4      | 3        |
      Then the network has set up order "BASE"
        | line | site         | quantity |
        | 2    | 4 River Walk | 3        |
      When order "BASE" is revised to
        | line | action | product        | asset | site         | version | quantity |
        | 1    | Add    | VoIP Access    | VOICE | 12 Mill Lane |         |          |
        | 2    | Add    | Static Address | FIXED | 9 Church Row | v4      | 3        |
      And the CRM cancels order "BASE"
      Then the network has nothing of line 2 of order "BASE"

  @PV-15
  Rule: A line that failed and was mended can fail again, and that is a failure of its own

    Background:
      Given the network cannot do line 1 of order "BASE"
      And the network cannot do line 2 of order "BASE"

    @supplementals+failures @failed-line-alone
    Example: A mended line fails again at its first step after a revision
      When order "BASE" is submitted
      And the network does line 2 of order "BASE" after all
      And the network cannot do line 2 of order "BASE"
      And order "BASE" is revised to
        | line | action | product        | asset | site         | version | quantity |
        | 1    | Add    | VoIP Access    | VOICE | 12 Mill Lane |         |          |
        | 2    | Add    | Static Address | FIXED | 12 Mill Lane | v6      | 3        |
      And the network does line 2 of order "BASE" after all
      Then the network has set up order "BASE"
        | line | version | quantity |
        | 2    | v6      | 3        |

  @PV-04
  Rule: Of two orders that wait for one order each has its turn

    Background:
      Given order "BASE" is fulfilled in the network
      And a change order "CHANGE" with
        | line | action | asset | number        | version |
        | 1    | Update | VOICE | 020 7946 0999 |         |
        | 2    | Update | FIXED |               | v6      |
      And order "CHANGE" is held in the network

    @service-changes+cancellation
    Example: An order that holds up two others is cancelled, and both are fulfilled
      Given the order system has order "VOICES" with
        | line | action | asset | number        |
        | 1    | Update | VOICE | 020 7946 0555 |
      And the order system has order "FIXES" with
        | line | action | asset | version |
        | 1    | Update | FIXED | v8      |
      When the CRM cancels order "CHANGE"
      And the network completes all its work for order "CHANGE"
      And the network completes all its work for order "VOICES"
      And the network completes all its work for order "FIXES"
      Then the order system receives the status "COMPLETE" of line 1 of order "FIXES"

  @PV-04
  Rule: Each line of an order that waited has its turn once

    Background:
      Given order "BASE" is fulfilled in the network
      And a change order "SLEEP" with
        | line | action  | asset |
        | 1    | Suspend | VOICE |
      And order "SLEEP" is fulfilled in the network

    @service-changes+service-points
    Example: A service is resumed by two orders, and the second one moves it as well
      Given a change order "WAKE" with
        | line | action | asset |
        | 1    | Resume | VOICE |
      And order "WAKE" is held in the network
      And the order system has order "MOVE" with
        | line | action      | asset | site         |
        | 1    | Resume      | VOICE | 12 Mill Lane |
        | 2    | Move-Add    | VOICE | 4 River Walk |
        | 3    | Move-Delete | VOICE | 12 Mill Lane |
      When the network completes all its work for order "WAKE"
      And the network completes all its work for order "MOVE"
      Then the network has set up order "MOVE"
        | line | site         |
        | 2    | 4 River Walk |
      And the network is asked to undo only what was done
