Feature: Transfers, suspensions and disconnections on their way
  A transfer is two lines about one asset, a suspension is undone by a resumption, and a
  disconnection is as urgent as an addition. An integration that treats every line as an
  addition goes wrong here.

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
  Rule: Each line of a change has its own date, service point and dependency

    @integration @service-changes+dates+service-points
    Example: A transfer ends at one site on one date and begins at another site on another date
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
  Rule: A disconnection leaves the queue by its priority like any other order

    Background:
      Given a change order "END" with
        | line | action | asset |
        | 1    | Delete | FIXED |
      And order "END" has priority Urgent

    @integration @holdable-intake @service-changes+priorities
    Example: An urgent disconnection leaves the queue before an earlier order of lower priority
      Given the intake is held
      And a small order "NEW" with priority Low is submitted
      When order "END" is submitted
      And the intake is released
      Then the order system receives the orders in the sequence "END, NEW"

  @PV-15
  Rule: A failed half of a transfer is reported as that half

    @integration @service-changes+failures
    Example: The half at the new address fails and is reported
      Given a change order "MOVE" with
        | line | action      | asset | site          |
        | 1    | Move-Delete | HOME  | 12 Mill Lane  |
        | 2    | Move-Add    | HOME  | 7 Harbour Row |
      And provisioning cannot do line 2 of order "MOVE"
      When the order system has order "MOVE" and has had it provisioned
      Then the order system receives a fault of line 2 of order "MOVE"
      And the order system receives the status "COMPLETE" of line 1 of order "MOVE"

  @FL-08
  Rule: A value that is assigned to one half of a transfer is reported for that half

    @integration @service-changes+filled-in-data
    Example: A number for the half at the new address does not reach the other half
      Given the order system has order "MOVE" with
        | line | action      | asset | site          |
        | 1    | Move-Delete | HOME  | 12 Mill Lane  |
        | 2    | Move-Add    | HOME  | 7 Harbour Row |
      When the order system reports the value "020 7946 0123" of "number" of line 2 of order "MOVE"
      And the order system reports the status "COMPLETE" of line 1 of order "MOVE"
      Then the CRM receives the value "020 7946 0123" of "number" of line 2 of order "MOVE"
      But the CRM does not receive the value "020 7946 0123" of "number" of line 1 of order "MOVE"

  @FL-09 @integration
  Rule: Billing suspends, resumes and ends what each call asks, as often as it is asked

    Background:
      Given the order system has order "PAUSE" with
        | line | action  | asset |
        | 1    | Suspend | HOME  |
        | 2    | Delete  | FIXED |
      When the order system asks billing for order "PAUSE"
        | line | effect  |
        | 1    | suspend |

    @cancel-message @service-changes+cancellation
    Example: The suspension of a cancelled order is undone at billing
      When the CRM cancels order "PAUSE"
      And the order system asks billing for order "PAUSE"
        | line | effect |
        | 1    | resume |
      Then billing has
        | asset | charge |
        | HOME  | active |
        | FIXED | active |

    @idempotent-delivery @service-changes+redelivery
    Example: A service that was resumed is suspended again at billing
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
    Example: A resumption and an end that wait for billing are done after a breakdown
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
