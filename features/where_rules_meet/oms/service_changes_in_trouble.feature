Feature: Moves, suspensions and ends of services that fail, or are cancelled
  To take a service away, or to another place, is work that can fail and can be called off. Until it is done the
  customer has the service, uses it, pays for it, and can have it changed.

  Source: Process Sales Order Fulfillment, "About Sales Orders", the list of line actions, and Understanding the
  Provision Order and Update Fulfillment Order Business Flows, "About Order Provisioning".

  Background:
    Given the customer has
      | asset  | product         | site           | speed |
      | HOME   | Internet Access | 12 Mill Lane   | 100   |
      | OFFICE | Internet Access | 3 Harbour Road | 100   |

  @AC-04 @oms @two-phase-billing
  Rule: A service that could not be taken down is the customer's still

    Background:
      Given a change order "LEAVE" with
        | line | action | asset  |
        | 1    | Delete | HOME   |
        | 2    | Delete | OFFICE |
      And provisioning cannot do line 1 of order "LEAVE"

    @service-changes+failures
    Example: The asset whose deletion failed goes on being charged, while the other is ended
      When order "LEAVE" is submitted
      Then the CRM receives a fallout of line 1 of order "LEAVE"
      And order "LEAVE" is not complete
      And billing has
        | asset  | charge |
        | HOME   | active |
        | OFFICE | none   |

    @service-changes+failures
    Example: The asset whose deletion failed can be changed by another order
      Given a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      When order "LEAVE" is submitted
      Then the CRM receives a fallout of line 1 of order "LEAVE"
      When order "FASTER" is submitted
      Then order "FASTER" is free of refusals and fallouts

  @AC-11
  Rule: What failed to be suspended is active, so that it cannot be resumed

    Background:
      Given a change order "PAUSE" with
        | line | action  | asset |
        | 1    | Suspend | HOME  |
      And a change order "BACK" with
        | line | action | asset |
        | 1    | Resume | HOME  |

    @oms @service-changes+failures
    Example: A resumption after a suspension that failed is not accepted
      Given provisioning cannot do line 1 of order "PAUSE"
      When order "PAUSE" is submitted
      Then the CRM receives a fallout of line 1 of order "PAUSE"
      When order "BACK" is submitted
      Then order "BACK" is refused or fallen out

  @AC-10
  Rule: A transfer of which one half failed is whole when that half is done after all

    @oms @service-changes+failures
    Scenario Outline: <half> fails and is done later
      Given a change order "MOVE" with
        | line | action      | asset | site           |
        | 1    | Move-Add    | HOME  | 7 Church Close |
        | 2    | Move-Delete | HOME  | 12 Mill Lane   |
      And provisioning cannot do line <line> of order "MOVE"
      When order "MOVE" is submitted
      And provisioning does line <line> of order "MOVE" after all
      Then order "MOVE" is complete
      And provisioning has
        | asset  | site           |
        | HOME   | 7 Church Close |
        | OFFICE | 3 Harbour Road |

      Examples:
        | half        | line |
        | Move-Add    | 1    |
        | Move-Delete | 2    |

  @PV-05 @cancel-message @oms
  Rule: A cancelled service change leaves the service where it was, as it was, and charged as it was

    @service-changes+cancellation @two-phase-billing
    Example: A service whose new address was ready is at the old address only
      Given a change order "MOVE" with
        | line | action      | asset | site           |
        | 1    | Move-Add    | HOME  | 7 Church Close |
        | 2    | Move-Delete | HOME  | 12 Mill Lane   |
      And order "MOVE" is held at provisioning
      When the CRM cancels order "MOVE"
      And provisioning completes what it has of order "MOVE"
      Then order "MOVE" is cancelled
      And provisioning has
        | asset  | site           |
        | HOME   | 12 Mill Lane   |
        | OFFICE | 3 Harbour Road |

    @service-changes+cancellation
    Example: A service whose end is called off is set up where it was, with what it had
      Given a change order "LEAVE" with
        | line | action | asset |
        | 1    | Delete | HOME  |
      And order "LEAVE" is held at provisioning
      When the CRM cancels order "LEAVE"
      And provisioning completes what it has of order "LEAVE"
      Then provisioning has
        | asset  | site           | speed | status |
        | HOME   | 12 Mill Lane   | 100   | active |
        | OFFICE | 3 Harbour Road | 100   | active |
      And the number of assets charged is two

    @service-changes+cancellation
    Example: A service whose suspension is called off is in use and charged
      Given a change order "PAUSE" with
        | line | action  | asset |
        | 1    | Suspend | HOME  |
      And order "PAUSE" is held at provisioning
      When the CRM cancels order "PAUSE"
      And provisioning completes what it has of order "PAUSE"
      Then provisioning has
        | asset | status |
        | HOME  | active |
      And billing has
        | asset | charge |
        | HOME  | active |
