Feature: Revisions of orders about what is installed
  A modify order that is revised goes back, where it has to, to what the customer has,
  and not to what a version in between wanted. That holds for values, for services
  that were to rest, and for those that were to move.

  Source: Process Sales Order Fulfillment, "About Modify Orders" and "About
  Supplemental Orders".

  @MO-06 @oms
  Rule: What is withdrawn from a modify order is as it was installed

    Background:
      Given the customer has
        | asset | product         | site         | speed | version |
        | HOME  | Internet Access | 12 Mill Lane | 100   |         |
        | FIXED | Static Address  | 12 Mill Lane |       | v4      |

    @withdrawal-absent @revision-on-revision-accept @supplementals+modify-orders
    Example: A change that was revised and then withdrawn leads back to the installed value
      Given a change order "FASTER" with
        | line | action | asset | speed | version |
        | 1    | Update | HOME  | 500   |         |
        | 2    | Update | FIXED |       | v6      |
      And order "FASTER" is held at provisioning
      When order "FASTER" is revised to
        | line | action | asset | speed | version |
        | 1    | Update | HOME  | 900   |         |
        | 2    | Update | FIXED |       | v6      |
      And order "FASTER" is revised to
        | line | action | asset | version |
        | 2    | Update | FIXED | v6      |
      And provisioning completes order "FASTER"
      Then order "FASTER" is complete
      And provisioning has
        | asset | speed | version |
        | HOME  | 100   |         |
        | FIXED |       | v6      |

    @supplementals+modify-orders
    Example: What a revision adds to a modify order is set up, and nothing that is there is set up again
      Given a change order "FASTER" with
        | line | action | product         | asset | speed |
        | 1    | Update | Internet Access | HOME  | 500   |
      And order "FASTER" is held at provisioning
      When order "FASTER" is revised to
        | line | action | product         | asset  | speed |
        | 1    | Update | Internet Access | HOME   | 500   |
        | 2    | Add    | Internet Access | OFFICE | 100   |
      And provisioning completes order "FASTER"
      Then order "FASTER" is complete
      And provisioning has
        | asset  | speed |
        | HOME   | 500   |
        | OFFICE | 100   |
      And the number of assets charged is three

    @withdrawal-absent @supplementals+service-changes
    Example: A suspension that is withdrawn leaves the service in use and charged
      Given a change order "PAUSE" with
        | line | action  | product         | asset | version |
        | 1    | Suspend | Internet Access | HOME  |         |
        | 2    | Update  | Static Address  | FIXED | v6      |
      And order "PAUSE" is held at provisioning
      When order "PAUSE" is revised to
        | line | action | product        | asset | version |
        | 2    | Update | Static Address | FIXED | v6      |
      And provisioning completes order "PAUSE"
      Then order "PAUSE" is complete
      And provisioning has
        | asset | status |
        | HOME  | active |
      And billing has
        | asset | charge |
        | HOME  | active |

    @withdrawal-absent @supplementals+service-changes
    Example: A move that is withdrawn leaves the service at its address, and there alone
      Given a change order "MOVE" with
        | line | action      | product         | asset | site           | version |
        | 1    | Move-Add    | Internet Access | HOME  | 3 Harbour Road |         |
        | 2    | Move-Delete | Internet Access | HOME  | 12 Mill Lane   |         |
        | 3    | Update      | Static Address  | FIXED |                | v6      |
      And order "MOVE" is held at provisioning
      When order "MOVE" is revised to
        | line | action | product        | asset | version |
        | 3    | Update | Static Address | FIXED | v6      |
      And provisioning completes order "MOVE"
      Then order "MOVE" is complete
      And provisioning has
        | asset | site         |
        | HOME  | 12 Mill Lane |

  @SU-09
  Rule: A move that is revised leads to the newest address only

    @oms @supplementals+service-changes
    Example: The service is at the address of the revision, neither at the old one nor at the one in between
      Given the customer has
        | asset | product         | site         |
        | HOME  | Internet Access | 12 Mill Lane |
      And a change order "MOVE" with
        | line | action      | product         | asset | site           |
        | 1    | Move-Add    | Internet Access | HOME  | 3 Harbour Road |
        | 2    | Move-Delete | Internet Access | HOME  | 12 Mill Lane   |
      And order "MOVE" is held at provisioning
      When order "MOVE" is revised to
        | line | action      | product         | asset | site           |
        | 1    | Move-Add    | Internet Access | HOME  | 7 Church Close |
        | 2    | Move-Delete | Internet Access | HOME  | 12 Mill Lane   |
      And provisioning completes order "MOVE"
      Then order "MOVE" is complete
      And provisioning has
        | asset | site           |
        | HOME  | 7 Church Close |
