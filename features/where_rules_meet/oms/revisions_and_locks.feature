Feature: Revisions before and after the point of no return
  Several revisions come while the work goes on. A refused revision has no effect. A line
  of an accepted revision has a point of no return like any other line, and a locked line
  stays locked.

  Source: Process Sales Order Fulfillment, "About Sales Orders" and "About
  Supplemental Orders".

  @PN-04 @oms
  Rule: A refused revision has no effect, and a locked line keeps its service point too

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | speed | version | service point |
        | 1    | Add    | Internet Access | HOME  | 100   |         | Sp 0042/kV a  |
        | 2    | Add    | Static Address  | FIXED |       | v4      | Sp 0042/kV a  |
      And order "BASE" is held at provisioning

    @ponr-scope-item @supplementals+points-of-no-return
    Example: An open line is revised after another revision was refused
      When provisioning reports the milestone "DESIGNED" of line 1 of order "BASE"
      And order "BASE" is revised to
        | line | action | product         | asset | speed | version | service point |
        | 1    | Add    | Internet Access | HOME  | 500   |         | Sp 0042/kV a  |
        | 2    | Add    | Static Address  | FIXED |       | v6      | Sp 0042/kV a  |
      And order "BASE" is revised to
        | line | action | product         | asset | speed | version | service point |
        | 1    | Add    | Internet Access | HOME  | 100   |         | Sp 0042/kV a  |
        | 2    | Add    | Static Address  | FIXED |       | v5      | Sp 0042/kV a  |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | speed | version |
        | HOME  | 100   |         |
        | FIXED |       | v5      |

    @supplementals+points-of-no-return+service-points
    Example: A revision that only gives a locked line another service point is refused
      When provisioning reports the milestone "DESIGNED" of line 1 of order "BASE"
      And order "BASE" is revised to
        | line | action | product         | asset | speed | version | service point |
        | 1    | Add    | Internet Access | HOME  | 100   |         | Sp 0043/kV b  |
        | 2    | Add    | Static Address  | FIXED |       | v4      | Sp 0042/kV a  |
      Then the revision of order "BASE" is refused
      When provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | service point |
        | HOME  | Sp 0042/kV a  |

  @PN-01 @oms
  Rule: Revised and added lines are locked at their points of no return like any other

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | speed | version |
        | 1    | Add    | Internet Access | HOME  | 100   |         |
        | 2    | Add    | Static Address  | FIXED |       | v4      |
      And order "BASE" is held at provisioning

    @supplementals+points-of-no-return
    Example: A locked line stays locked when another line is revised
      When provisioning reports the milestone "DESIGNED" of line 1 of order "BASE"
      And order "BASE" is revised to
        | line | action | product         | asset | speed | version |
        | 1    | Add    | Internet Access | HOME  | 100   |         |
        | 2    | Add    | Static Address  | FIXED |       | v6      |
      And order "BASE" is revised to
        | line | action | product         | asset | speed | version |
        | 1    | Add    | Internet Access | HOME  | 500   |         |
        | 2    | Add    | Static Address  | FIXED |       | v6      |
      Then the revision of order "BASE" is refused
      When provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | speed |
        | HOME  | 100   |

    @supplementals+points-of-no-return
    Example: A line that a revision added cannot be revised past its point of no return
      When order "BASE" is revised to
        | line | action | product         | asset  | speed | version |
        | 1    | Add    | Internet Access | HOME   | 100   |         |
        | 2    | Add    | Static Address  | FIXED  |       | v4      |
        | 3    | Add    | Internet Access | OFFICE | 100   |         |
      And provisioning reports the milestone "DESIGNED" of line 3 of order "BASE"
      And order "BASE" is revised to
        | line | action | product         | asset  | speed | version |
        | 1    | Add    | Internet Access | HOME   | 100   |         |
        | 2    | Add    | Static Address  | FIXED  |       | v4      |
        | 3    | Add    | Internet Access | OFFICE | 500   |         |
      Then the revision of order "BASE" is refused
      When provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset  | speed |
        | OFFICE | 100   |

  @PN-01 @oms @limited-capacity
  Rule: A line that was revised while its order waited is locked once its own work is at the point of no return

    Background:
      Given orders held at provisioning take every place
      And an order "BASE" with
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |
      And order "BASE" is submitted

    @supplementals+points-of-no-return+priorities
    Example: A revised line cannot be revised again past its point of no return
      When order "BASE" is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 500   |
      And a place becomes free
      And provisioning reports the milestone "DESIGNED" of line 1 of order "BASE"
      And order "BASE" is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 900   |
      Then the revision of order "BASE" is refused
      When provisioning completes order "BASE"
      Then provisioning has
        | asset | speed |
        | HOME  | 500   |

  @PN-02 @oms @early-follow-on-wait @revisable-follow-ons
  Rule: What waits for a line is not locked together with that line

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |
      And order "BASE" is held at provisioning
      And a change order "FASTER" with
        | line | action | product         | asset | speed | depends on     |
        | 1    | Update | Internet Access | HOME  | 500   | line 1 of BASE |

    @supplementals+points-of-no-return+follow-ons
    Example: A follow-on order that came before its base line was locked is revised after that
      When order "FASTER" is submitted
      And provisioning reports the milestone "DESIGNED" of line 1 of order "BASE"
      And order "FASTER" is revised to
        | line | action | product         | asset | speed | depends on     |
        | 1    | Update | Internet Access | HOME  | 900   | line 1 of BASE |
      And provisioning completes order "BASE"
      And provisioning completes order "FASTER"
      Then order "FASTER" is complete
      And provisioning has
        | asset | speed |
        | HOME  | 900   |
