Feature: Transfers, suspensions and disconnections that fail or are cancelled
  A transfer or a disconnection is work that can fail or be cancelled. Until it is done
  the customer has the service, pays for it, and can have it changed.

  Source: Process Sales Order Fulfillment, "About Sales Orders", the list of line actions, and Understanding the
  Provision Order and Update Fulfillment Order Business Flows, "About Order Provisioning".

  Background:
    Given the customer has
      | asset  | product         | site           | speed |
      | HOME   | Internet Access | 12 Mill Lane   | 100   |
      | OFFICE | Internet Access | 3 Harbour Road | 100   |

  @AC-04 @oms @billing-after-provisioning @whole-lines
  Rule: A service that could not be taken down still belongs to the customer

    Background:
      Given a change order "LEAVE" with
        | line | action | asset  |
        | 1    | Delete | HOME   |
        | 2    | Delete | OFFICE |
      And provisioning cannot do line 1 of order "LEAVE"

    @service-changes+failures @billing-grain-line @failed-line-alone
    Example: An asset whose deletion failed is still charged, while the other one is ended
      When order "LEAVE" is submitted
      Then the CRM receives a fallout of line 1 of order "LEAVE"
      And order "LEAVE" is not complete
      And billing has
        | asset  | charge |
        | HOME   | active |
        | OFFICE | none   |

    @service-changes+failures
    Example: An asset whose deletion failed can be changed by another order
      Given a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      When order "LEAVE" is submitted
      Then the CRM receives a fallout of line 1 of order "LEAVE"
      When order "FASTER" is submitted
      Then order "FASTER" is free of refusals and fallouts

  @AC-11
  Rule: A service whose suspension failed is active, so it cannot be resumed

    Background:
      Given a change order "PAUSE" with
        | line | action  | asset |
        | 1    | Suspend | HOME  |
      And a change order "BACK" with
        | line | action | asset |
        | 1    | Resume | HOME  |

    @oms @service-changes+failures
    Example: A resumption after a failed suspension changes nothing, for nothing is suspended yet
      Given provisioning cannot do line 1 of order "PAUSE"
      When order "PAUSE" is submitted
      Then the CRM receives a fallout of line 1 of order "PAUSE"
      When order "BACK" is submitted
      Then provisioning and billing are told nothing about line 1 of order "BACK"
      And order "BACK" is not complete

  @AC-10
  Rule: A transfer with a failed half is complete when that half is done after all

    @oms @service-changes+failures @whole-lines
    Scenario Outline: <half> fails and is done after all
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
  Rule: A cancelled service change leaves the service and its charge as they were

    @service-changes+cancellation @billing-after-provisioning @whole-lines
    Example: A cancelled transfer leaves the service at its old address only
      Given a change order "MOVE" with
        | line | action      | asset | site           |
        | 1    | Move-Add    | HOME  | 7 Church Close |
        | 2    | Move-Delete | HOME  | 12 Mill Lane   |
      And order "MOVE" is held at provisioning
      When the CRM cancels order "MOVE"
      And provisioning completes all its work for order "MOVE"
      Then order "MOVE" is cancelled
      And provisioning has
        | asset  | site           |
        | HOME   | 12 Mill Lane   |
        | OFFICE | 3 Harbour Road |

    @service-changes+cancellation
    Example: A cancelled disconnection leaves the service with its values
      Given a change order "LEAVE" with
        | line | action | asset |
        | 1    | Delete | HOME  |
      And order "LEAVE" is held at provisioning
      When the CRM cancels order "LEAVE"
      And provisioning completes all its work for order "LEAVE"
      Then provisioning has
        | asset  | site           | speed | status |
        | HOME   | 12 Mill Lane   | 100   | active |
        | OFFICE | 3 Harbour Road | 100   | active |
      And the number of assets charged is two

    @service-changes+cancellation @whole-lines
    Example: A cancelled suspension leaves the service active and charged
      Given a change order "PAUSE" with
        | line | action  | asset |
        | 1    | Suspend | HOME  |
      And order "PAUSE" is held at provisioning
      When the CRM cancels order "PAUSE"
      And provisioning completes all its work for order "PAUSE"
      Then provisioning has
        | asset | status |
        | HOME  | active |
      And billing has
        | asset | charge |
        | HOME  | active |
