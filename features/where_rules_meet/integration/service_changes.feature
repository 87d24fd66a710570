Feature: Services that move, are suspended and end, and what else befalls them
  A transfer is two lines about one asset, a suspension is undone by the opposite, an end
  is wanted as soon as a beginning. What is right for lines that only add something
  goes wrong here first.

  Source: Process Sales Order Fulfillment, "About Sales Orders"; Understanding the
  Provision Order and Update Fulfillment Order Business Flows, "About Order
  Provisioning".

  Background:
    Given an order "BASE" with
      | line | product         | asset | site         | service point | price list          |
      | 1    | Internet Access | HOME  | 12 Mill Lane | Customer      | Consumer Price List |
      | 2    | Static Address  | FIXED | 12 Mill Lane | Customer      | Consumer Price List |
    And the order system has order "BASE" and has had it billed and provisioned

  @FL-07
  Rule: Each line of a change has its own date, its own place and its own dependency

    @integration @service-changes+dates+service-points
    Example: A service ends at one site on one date and begins at another site on another date
      Given a change order "MOVE" with
        | line | action      | asset | site          | service point | due date  |
        | 1    | Move-Delete | HOME  | 12 Mill Lane  | Customer      | in 8 days |
        | 2    | Move-Add    | HOME  | 7 Harbour Row | Neighbour     | in 3 days |
        | 3    | Suspend     | FIXED | 12 Mill Lane  | Customer      |           |
      When the order system has order "MOVE" and has had it provisioned
      Then the order system receives order "MOVE" just as it was submitted
      And provisioning has
        | asset | site          |
        | HOME  | 7 Harbour Row |

  @PR-02
  Rule: An order that ends something goes by its priority as every other order does

    Background:
      Given a change order "END" with
        | line | action | asset |
        | 1    | Delete | FIXED |
      And order "END" has priority Urgent

    @integration @holdable-intake @service-changes+priorities
    Example: A disconnection goes before a less urgent order that came earlier
      Given the intake is held
      And a small order "NEW" with priority Low is submitted
      When order "END" is submitted
      And the intake is released
      Then the order system receives the orders in the order "END, NEW"

  @PV-15
  Rule: The half of a transfer that fails is the one that is told of

    @integration @service-changes+failures
    Example: What is to begin elsewhere cannot be done
      Given a change order "MOVE" with
        | line | action      | asset | site          |
        | 1    | Move-Delete | HOME  | 12 Mill Lane  |
        | 2    | Move-Add    | HOME  | 7 Harbour Row |
      And provisioning cannot do line 2 of order "MOVE"
      When the order system has order "MOVE" and has had it provisioned
      Then the order system receives a fault of line 2 of order "MOVE"
      And the order system receives the status "COMPLETE" of line 1 of order "MOVE"

  @FL-08
  Rule: The half of a transfer that a value was filled in for is the one that is told of

    @integration @service-changes+filled-in-data
    Example: The place where a service begins gets a value
      Given the order system has order "MOVE" with
        | line | action      | asset | site          |
        | 1    | Move-Delete | HOME  | 12 Mill Lane  |
        | 2    | Move-Add    | HOME  | 7 Harbour Row |
      When the order system reports the value "020 7946 0123" of "number" of line 2 of order "MOVE"
      And the order system reports the status "COMPLETE" of line 1 of order "MOVE"
      Then the CRM receives the value "020 7946 0123" of "number" of line 2 of order "MOVE"
      But the CRM does not receive the value "020 7946 0123" of "number" of line 1 of order "MOVE"

  @FL-09 @integration
  Rule: Billing suspends, resumes and ends what it is asked to in this call, as often as it is asked

    Background:
      Given the order system has order "PAUSE" with
        | line | action  | asset |
        | 1    | Suspend | HOME  |
        | 2    | Delete  | FIXED |
      When the order system asks billing for order "PAUSE"
        | line | effect  |
        | 1    | suspend |

    @cancel-message @service-changes+cancellation
    Example: The suspension of an order that is cancelled is undone
      When the CRM cancels order "PAUSE"
      And the order system asks billing for order "PAUSE"
        | line | effect |
        | 1    | resume |
      Then billing has
        | asset | charge |
        | HOME  | active |
        | FIXED | active |

    @idempotent-delivery @service-changes+redelivery
    Example: What was suspended and resumed is suspended again
      When the order system asks billing for order "PAUSE"
        | line | effect |
        | 1    | resume |
      And the order system asks billing for order "PAUSE"
        | line | effect  |
        | 1    | suspend |
      And everything is delivered again
      Then billing has
        | asset | charge    |
        | HOME  | suspended |

    @absent-neighbours @restartable @service-changes+restarts
    Example: What is to be resumed and ended waits for billing, and outlives a breakdown
      When billing cannot be reached
      And the order system asks billing for order "PAUSE"
        | line | effect |
        | 1    | resume |
        | 2    | stop   |
      And the integration breaks down and is started again
      And billing can be reached again
      Then billing has
        | asset | charge |
        | HOME  | active |
        | FIXED | none   |
