Feature: Revisions of modify orders
  A revised modify order returns to what the customer has, and not to what an earlier
  version wanted. That holds for values, suspensions and transfers.

  Source: Process Sales Order Fulfillment, "About Modify Orders" and "About
  Supplemental Orders".

  @MO-06 @oms
  Rule: An asset returns to its installed state when its change is withdrawn from a modify order

    Background:
      Given the customer has
        | asset | product         | site         | speed | version |
        | HOME  | Internet Access | 12 Mill Lane | 100   |         |
        | FIXED | Static Address  | 12 Mill Lane |       | v4      |

    @withdrawal-absent @revision-on-revision-accept @supplementals+modify-orders
    Example: A change that was revised and then withdrawn leaves the installed value
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
    Example: A line that a revision adds to a modify order is set up, and installed assets are not set up again
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

    @withdrawal-absent @supplementals+service-changes @whole-lines
    Example: A withdrawn suspension leaves the service active and charged
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

    @withdrawal-absent @supplementals+service-changes @whole-lines
    Example: A withdrawn transfer leaves the service at its address only
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
  Rule: A revised transfer moves the service to the newest address only

    @oms @supplementals+service-changes
    Example: A revised transfer leaves nothing at the old address or at the first new one
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

  @MO-06 @oms
  Rule: A value that a revised change names no more is as it was installed

    @supplementals+modify-orders
    Example: A speed that the newest version of a change leaves out is the installed one
      Given the customer has
        | asset | product         | speed | upload |
        | HOME  | Internet Access | 100   | 20     |
      And a change order "FASTER" with
        | line | action | asset | speed | upload |
        | 1    | Update | HOME  | 500   | 40     |
      And order "FASTER" is held at provisioning
      When order "FASTER" is revised to
        | line | action | asset | upload |
        | 1    | Update | HOME  | 40     |
      And provisioning completes order "FASTER"
      Then order "FASTER" is complete
      And provisioning has
        | asset | speed | upload |
        | HOME  | 100   | 40     |
