@som
Feature: Service changes that are cancelled
  One order changes what another set up. If the change is cancelled, the service returns
  to what the customer had before it.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning".

  Background:
    Given an order "BASE" with
      | line | action | product         | asset | site         | speed | version |
      | 1    | Add    | Internet Access | HOME  | 12 Mill Lane | 100   |         |
      | 2    | Add    | Static Address  | FIXED | 12 Mill Lane |       | v4      |
    And order "BASE" is fulfilled in the network

  @PV-05
  Rule: The cancel of a service change returns the service to its state before

    @service-changes+cancellation
    Example: A changed service returns to its state before, and an unchanged one stays
      Given a change order "CHANGE" with
        | line | action | asset | speed | version |
        | 1    | Update | HOME  | 500   |         |
        | 2    | Update | FIXED |       | v6      |
      And order "CHANGE" is held in the network
      When the network completes one line of order "CHANGE"
      And the CRM cancels order "CHANGE"
      And the network completes all its work for order "CHANGE"
      Then the network has set up order "BASE"
        | line | speed | version |
        | 1    | 100   |         |
        | 2    |       | v4      |

    @service-changes+cancellation
    Example: A service that was being deleted is there again
      Given a change order "CHANGE" with
        | line | action | asset |
        | 1    | Delete | HOME  |
      And order "CHANGE" is held in the network
      When the network does a step of line 1 of order "CHANGE"
      And the CRM cancels order "CHANGE"
      And the network completes all its work for order "CHANGE"
      Then the network has set up order "BASE"
        | line | speed |
        | 1    | 100   |

    @service-changes+cancellation
    Example: A service that was being suspended is active again and is not taken down
      Given a change order "CHANGE" with
        | line | action  | asset |
        | 1    | Suspend | HOME  |
        | 2    | Suspend | FIXED |
      And order "CHANGE" is held in the network
      When the network completes one line of order "CHANGE"
      And the CRM cancels order "CHANGE"
      And the network completes all its work for order "CHANGE"
      Then the network has set up order "BASE"
        | line |
        | 1    |
        | 2    |

    @service-changes+cancellation+service-points
    Example: A service that was being moved is at its old address only
      Given a change order "MOVE" with
        | line | action      | asset | site         |
        | 1    | Move-Delete | HOME  | 12 Mill Lane |
        | 2    | Move-Add    | HOME  | 4 River Walk |
      And order "MOVE" is held in the network
      When the network does a step of line 2 of order "MOVE"
      And the CRM cancels order "MOVE"
      And the network completes all its work for order "MOVE"
      Then the network has set up order "BASE"
        | line | site         |
        | 1    | 12 Mill Lane |

  @PV-04
  Rule: A transfer ends at the new address, and later orders find the service there

    @service-changes+service-points
    Example: A moved service is at the new address only, and the other service stays
      Given a change order "MOVE" with
        | line | action      | asset | site         |
        | 1    | Move-Delete | HOME  | 12 Mill Lane |
        | 2    | Move-Add    | HOME  | 4 River Walk |
      When order "MOVE" is submitted
      Then the network has nothing of line 1 of order "MOVE"
      And the network has set up order "MOVE"
        | line | site         |
        | 2    | 4 River Walk |
      And the network has set up order "BASE"
        | line | site         | version |
        | 2    | 12 Mill Lane | v4      |

    @service-changes+service-points
    Example: A moved service is changed and then deleted at its new address
      Given a change order "MOVE" with
        | line | action      | asset | site         |
        | 1    | Move-Delete | HOME  | 12 Mill Lane |
        | 2    | Move-Add    | HOME  | 4 River Walk |
      And order "MOVE" is fulfilled in the network
      And a change order "END" with
        | line | action | asset | site         |
        | 1    | Delete | HOME  | 4 River Walk |
      When order "END" is submitted
      Then the network has nothing of line 2 of order "MOVE"
      And the order system receives the status "COMPLETE" of line 1 of order "END"
