@som
Feature: Service changes over a breakdown
  After a breakdown a service is as it was: at its address, suspended or active, and in
  its quantity. A change that is cancelled afterwards returns to that state.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning".

  Background:
    Given an order "BASE" with
      | line | action | product         | asset | site         | speed | version | quantity |
      | 1    | Add    | Internet Access | HOME  | 12 Mill Lane | 100   |         |          |
      | 2    | Add    | Static Address  | FIXED | 12 Mill Lane |       | v4      | 3        |
    And order "BASE" is fulfilled in the network
    And a change order "CHANGE" with
      | line | action | asset | speed | version | quantity |
      | 1    | Update | HOME  | 500   |         |          |
      | 2    | Update | FIXED |       | v6      | 3        |

  @PV-05
  Rule: The state before a change is still known after a breakdown

    @restartable @service-changes+cancellation+restarts
    Example: A change that is cancelled after a breakdown returns to the state before it
      Given order "CHANGE" is held in the network
      When the network completes one line of order "CHANGE"
      And service order management breaks down and is started again
      And the CRM cancels order "CHANGE"
      And the network completes all its work for order "CHANGE"
      Then the network has set up order "BASE"
        | line | speed | version | quantity |
        | 1    | 100   |         | 1        |
        | 2    |       | v4      | 3        |

  @PV-12 @restartable
  Rule: Services from before a breakdown are known to the orders after it

    @service-changes+restarts
    Example: Suspended services are resumed after a breakdown, all three units of one
      Given a change order "PAUSE" with
        | line | action  | asset |
        | 1    | Suspend | HOME  |
        | 2    | Suspend | FIXED |
      And a change order "RESUME" with
        | line | action | asset |
        | 1    | Resume | HOME  |
        | 2    | Resume | FIXED |
      When order "PAUSE" is submitted
      And service order management breaks down and is started again
      And order "RESUME" is submitted
      Then the network has set up order "RESUME"
        | line | quantity |
        | 1    | 1        |
        | 2    | 3        |

    @service-changes+restarts
    Example: A service that was changed before a breakdown is moved after it as changed
      Given a change order "MOVE" with
        | line | action      | asset | site         | speed |
        | 1    | Move-Add    | HOME  | 4 River Walk | 500   |
        | 2    | Move-Delete | HOME  | 12 Mill Lane |       |
      When order "CHANGE" is submitted
      And service order management breaks down and is started again
      And order "MOVE" is submitted
      Then the network has set up order "MOVE"
        | line | site         | speed |
        | 1    | 4 River Walk | 500   |

    @service-changes+restarts
    Example: A deletion that was half done in a breakdown is completed, and the other service stays
      Given a change order "END" with
        | line | action | asset |
        | 1    | Delete | HOME  |
      And order "END" is held in the network
      When the network does a step of line 1 of order "END"
      And service order management breaks down and is started again
      And the network completes all its work for order "END"
      Then the order system receives the status "COMPLETE" of line 1 of order "END"

  @PV-04
  Rule: A change that waits for another change is done in sequence after a breakdown, as it was revised

    Background:
      Given order "CHANGE" is held in the network
      And a change order "NEXT" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 900   |

    @restartable @service-changes+restarts
    Example: The second change of a service begins after the first one, though a breakdown came between
      When order "NEXT" is submitted
      And service order management breaks down and is started again
      And the network completes all its work for order "NEXT"
      And the network completes all its work for order "CHANGE"
      And the network completes all its work for order "NEXT"
      Then the network has set up order "NEXT"
        | line | speed |
        | 1    | 900   |

    @supplementals+service-changes
    Example: A change that is revised while it waits still waits
      When order "NEXT" is submitted
      And order "NEXT" is revised to
        | line | action | asset | speed |
        | 1    | Update | HOME  | 1000  |
      And the network completes all its work for order "NEXT"
      And the network completes all its work for order "CHANGE"
      And the network completes all its work for order "NEXT"
      Then the network has set up order "NEXT"
        | line | speed |
        | 1    | 1000  |
