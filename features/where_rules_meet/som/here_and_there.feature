@som
Feature: Changes that are repeated, wait or are cancelled
  Two services of one product are at one address. A change is done to the service that the
  order names, in the order's last version.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning" and "About the Provision Order Business Flow".

  Background:
    Given an order "BASE" with
      | line | action | product         | asset | site         | speed |
      | 1    | Add    | Internet Access | HOME  | 12 Mill Lane | 100   |
      | 2    | Add    | Internet Access | OTHER | 12 Mill Lane | 200   |
    And order "BASE" is fulfilled in the network
    And a change order "CHANGE" with
      | line | action | product         | asset | site         | speed |
      | 1    | Update | Internet Access | OTHER | 12 Mill Lane | 500   |
      | 2    | Update | Internet Access | HOME  | 12 Mill Lane | 300   |

  @PV-05
  Rule: A cancel returns to the state before the order, and not before its last revision

    @supplementals+service-changes+cancellation @failed-line-alone
    Example: A change that was revised once it was complete is cancelled, and the first values are back
      Given a change order "MIXED" with
        | line | action | product         | asset | site         | speed |
        | 1    | Update | Internet Access | HOME  | 12 Mill Lane | 500   |
        | 2    | Add    | Static Address  | FIXED | 12 Mill Lane |       |
      And the network cannot do line 2 of order "MIXED"
      When order "MIXED" is submitted
      Then the order system receives the status "COMPLETE" of line 1 of order "MIXED"
      When order "MIXED" is revised to
        | line | action | product         | asset | site         | speed |
        | 1    | Update | Internet Access | HOME  | 12 Mill Lane | 1000  |
        | 2    | Add    | Static Address  | FIXED | 12 Mill Lane |       |
      And the CRM cancels order "MIXED"
      Then the network has set up order "BASE"
        | line | site         | speed |
        | 1    | 12 Mill Lane | 100   |
        | 2    | 12 Mill Lane | 200   |

  @PV-06
  Rule: Work that is wanted again is done again, though it was wanted before

    @supplementals+redelivery
    Example: An order that is revised to another value and back ends with the first value
      Given order "CHANGE" is held in the network
      When order "CHANGE" is revised to
        | line | action | product         | asset | site         | speed |
        | 1    | Update | Internet Access | OTHER | 12 Mill Lane | 600   |
        | 2    | Update | Internet Access | HOME  | 12 Mill Lane | 300   |
      And order "CHANGE" is revised to
        | line | action | product         | asset | site         | speed |
        | 1    | Update | Internet Access | OTHER | 12 Mill Lane | 500   |
        | 2    | Update | Internet Access | HOME  | 12 Mill Lane | 300   |
      And order "CHANGE" is revised to
        | line | action | product         | asset | site         | speed |
        | 1    | Update | Internet Access | OTHER | 12 Mill Lane | 600   |
        | 2    | Update | Internet Access | HOME  | 12 Mill Lane | 300   |
      And the network completes all its work for order "CHANGE"
      Then the network has set up order "CHANGE"
        | line | site         | speed |
        | 1    | 12 Mill Lane | 600   |
        | 2    | 12 Mill Lane | 300   |

  @PV-12
  Rule: A revision waits in the queue while nobody reads it

    @stoppable-reader @supplementals+restarts
    Example: The first version of a change is completed while its revision waits
      Given order "CHANGE" is held in the network
      And the intake of service order management is held
      When order "CHANGE" is revised to
        | line | action | product         | asset | site         | speed |
        | 1    | Update | Internet Access | OTHER | 12 Mill Lane | 1000  |
        | 2    | Update | Internet Access | HOME  | 12 Mill Lane | 300   |
      And the network completes all its work for order "CHANGE"
      Then the network has set up order "CHANGE"
        | line | site         | speed |
        | 1    | 12 Mill Lane | 500   |
