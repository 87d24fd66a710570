Feature: Points of no return of change orders
  Every open order has its own points of no return. A follow-on order is not locked
  because its base order was, a modify order is a new order, and a line that ends or moves
  a service is locked like one that adds it.

  Source: Process Sales Order Fulfillment, "About Sales Orders", "About Modify
  Orders" and "About Follow-On Orders".

  @PN-01 @oms
  Rule: A follow-on order has its own point of no return

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |
      And order "BASE" is held at provisioning past its points of no return
      And a change order "FASTER" with
        | line | action | product         | asset | speed | depends on     |
        | 1    | Update | Internet Access | HOME  | 500   | line 1 of BASE |

    @supplementals+points-of-no-return+follow-ons
    Example: A follow-on order that has begun is revised, though its base order was locked
      When order "FASTER" is submitted
      And provisioning completes order "BASE"
      And order "FASTER" is revised to
        | line | action | product         | asset | speed | depends on     |
        | 1    | Update | Internet Access | HOME  | 900   | line 1 of BASE |
      And provisioning completes order "FASTER"
      Then order "FASTER" is complete
      And provisioning has
        | asset | speed |
        | HOME  | 900   |

    @supplementals+points-of-no-return+follow-ons
    Example: A follow-on order past its own point of no return is not revised
      When order "FASTER" is submitted
      And provisioning completes order "BASE"
      And provisioning reports the milestone "DESIGNED" of line 1 of order "FASTER"
      And order "FASTER" is revised to
        | line | action | product         | asset | speed | depends on     |
        | 1    | Update | Internet Access | HOME  | 900   | line 1 of BASE |
      And provisioning completes order "FASTER"
      Then order "FASTER" is complete
      And provisioning has
        | asset | speed |
        | HOME  | 500   |

  @MO-06 @oms
  Rule: A modify order is not locked because the order that brought its asset was

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |
      And order "BASE" is held at provisioning past its points of no return
      And a change order "FASTER" with
        | line | action | product         | asset | speed |
        | 1    | Update | Internet Access | HOME  | 500   |

    @supplementals+points-of-no-return+modify-orders
    Example: A modify order before its point of no return is fulfilled as revised
      When provisioning completes order "BASE"
      And order "FASTER" is submitted
      And provisioning reports the milestone "RESERVED" of line 1 of order "FASTER"
      And order "FASTER" is revised to
        | line | action | product         | asset | speed |
        | 1    | Update | Internet Access | HOME  | 900   |
      And provisioning completes order "FASTER"
      Then order "FASTER" is complete
      And provisioning has
        | asset | speed |
        | HOME  | 900   |

    @supplementals+points-of-no-return+modify-orders
    Example: A modify order past its point of no return is not revised
      When provisioning completes order "BASE"
      And order "FASTER" is submitted
      And provisioning reports the milestone "DESIGNED" of line 1 of order "FASTER"
      And order "FASTER" is revised to
        | line | action | product         | asset | speed |
        | 1    | Update | Internet Access | HOME  | 900   |
      And provisioning completes order "FASTER"
      Then order "FASTER" is complete
      And provisioning has
        | asset | speed |
        | HOME  | 500   |

  @PN-04 @oms
  Rule: A line that ends, moves or suspends a service is locked like one that adds it

    Background:
      Given the customer has
        | asset | product         | site         | version |
        | HOME  | Internet Access | 12 Mill Lane |         |
        | FIXED | Static Address  | 12 Mill Lane | v4      |

    @withdrawal-absent @supplementals+points-of-no-return+service-changes
    Example: A disconnection past its point of no return is not withdrawn
      Given a change order "LESS" with
        | line | action | product         | asset | version |
        | 1    | Delete | Internet Access | HOME  |         |
        | 2    | Update | Static Address  | FIXED | v6      |
      And order "LESS" is held at provisioning
      When provisioning reports the milestone "DESIGNED" of line 1 of order "LESS"
      And order "LESS" is revised to
        | line | action | product        | asset | version |
        | 2    | Update | Static Address | FIXED | v6      |
      And provisioning completes order "LESS"
      Then order "LESS" is complete
      And provisioning has nothing of "HOME"

    @supplementals+points-of-no-return+service-changes
    Example: A transfer past its point of no return keeps its address
      Given a change order "MOVE" with
        | line | action      | product         | asset | site           |
        | 1    | Move-Add    | Internet Access | HOME  | 3 Harbour Road |
        | 2    | Move-Delete | Internet Access | HOME  | 12 Mill Lane   |
      And order "MOVE" is held at provisioning
      When provisioning reports the milestone "DESIGNED" of line 1 of order "MOVE"
      And order "MOVE" is revised to
        | line | action      | product         | asset | site           |
        | 1    | Move-Add    | Internet Access | HOME  | 7 Church Close |
        | 2    | Move-Delete | Internet Access | HOME  | 12 Mill Lane   |
      And provisioning completes order "MOVE"
      Then order "MOVE" is complete
      And provisioning has
        | asset | site           |
        | HOME  | 3 Harbour Road |

  @PR-08
  Rule: A revision that comes too late does not free a place

    Background:
      Given orders held at provisioning take every place
      And an order "BASE" with
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |

    @oms @limited-capacity @supplementals+points-of-no-return+priorities
    Example: An order whose revision is refused keeps its place while another order waits
      When order "BASE" is submitted
      And a small order "LOW" with priority Low is submitted
      And a place becomes free
      Then work has started on order "BASE"
      When provisioning reports the milestone "DESIGNED" of line 1 of order "BASE"
      And order "BASE" is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 500   |
      Then no work has started on order "LOW"
