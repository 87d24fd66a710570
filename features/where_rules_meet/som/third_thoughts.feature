@som
Feature: Second failures, failed changes, and a service at two addresses
  What failed is tried again, and fails again; a change fails; a customer has one service at two
  addresses. Each failure is reported and mended, and each order touches its own address only.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning" and "About the Provision Order Business Flow".

  Background:
    Given an order "BASE" with
      | line | action | product         | asset | site         | speed | version |
      | 1    | Add    | Internet Access | HOME  | 12 Mill Lane | 100   |         |
      | 2    | Add    | Static Address  | FIXED | 12 Mill Lane |       | v4      |

  @PV-15
  Rule: What fails again after a revision is a second failure, and both failures end

    @supplementals+failures
    Example: A line fails before and after a revision, and is mended
      Given the network cannot finish line 1 of order "BASE"
      When order "BASE" is submitted
      Then the order system receives a fault of line 1 of order "BASE"
      When order "BASE" is revised to
        | line | action | product         | asset | site         | speed | version |
        | 1    | Add    | Internet Access | HOME  | 12 Mill Lane | 500   |         |
        | 2    | Add    | Static Address  | FIXED | 12 Mill Lane |       | v4      |
      And the network does line 1 of order "BASE" after all
      Then the order system receives the end of the fault of order "BASE"
      And the network has set up order "BASE"
        | line | speed | version |
        | 1    | 500   |         |
        | 2    |       | v4      |

  @PV-15
  Rule: A change that fails is reported, and the other changes of its order are done

    Background:
      Given order "BASE" is fulfilled in the network
      And a change order "CHANGE" with
        | line | action | asset | speed | version |
        | 1    | Update | HOME  | 500   |         |
        | 2    | Update | FIXED |       | v6      |
      And the network cannot do line 1 of order "CHANGE"

    @service-changes+failures
    Example: A failed change is reported, and is done once it is mended
      When order "CHANGE" is submitted
      Then the order system receives a fault of line 1 of order "CHANGE"
      When the network does line 1 of order "CHANGE" after all
      Then the order system receives the end of the fault of order "CHANGE"
      And the network has set up order "CHANGE"
        | line | speed | version |
        | 1    | 500   |         |
        | 2    |       | v6      |

  @PV-05
  Rule: A cancel takes back the changes that were done, though one of them has failed

    @service-changes+failures+cancellation
    Example: An order is cancelled after one of its two changes has failed
      Given order "BASE" is fulfilled in the network
      And a change order "CHANGE" with
        | line | action | asset | speed | version |
        | 1    | Update | HOME  | 500   |         |
        | 2    | Update | FIXED |       | v6      |
      And the network cannot do line 1 of order "CHANGE"
      When order "CHANGE" is submitted
      And the CRM cancels order "CHANGE"
      Then the network has set up order "BASE"
        | line | version |
        | 2    | v4      |

    @supplementals+failures+cancellation
    Example: An order is cancelled while its revision is under way, and the revision fails
      Given the network cannot finish line 1 of order "BASE"
      And order "BASE" is held in the network
      When order "BASE" is revised to
        | line | action | product         | asset | site         | speed | version |
        | 1    | Add    | Internet Access | HOME  | 12 Mill Lane | 500   |         |
        | 2    | Add    | Static Address  | FIXED | 12 Mill Lane |       | v4      |
      And the network does a step of line 1 of order "BASE"
      And the CRM cancels order "BASE"
      And the network completes all its work for order "BASE"
      Then the network has nothing of line 1 of order "BASE"

  @PV-06
  Rule: Of a service at two addresses an order touches the address that it names

    Background:
      Given order "BASE" is fulfilled in the network
      And a change order "NEW" with
        | line | action   | asset | site         |
        | 1    | Move-Add | HOME  | 4 River Walk |
      And order "NEW" is fulfilled in the network

    @service-changes+service-points
    Example: A service is taken down at the old address and stays at the new one
      Given a change order "OLD" with
        | line | action      | asset | site         |
        | 1    | Move-Delete | HOME  | 12 Mill Lane |
      When order "OLD" is submitted
      Then the network has nothing of line 1 of order "BASE"
      And the network has set up order "NEW"
        | line | site         |
        | 1    | 4 River Walk |

    @service-changes+service-points
    Example: A service is taken down at the new address and stays at the old one
      Given a change order "BACK" with
        | line | action      | asset | site         |
        | 1    | Move-Delete | HOME  | 4 River Walk |
      When order "BACK" is submitted
      Then the network has nothing of line 1 of order "NEW"
      And the network has set up order "BASE"
        | line | site         |
        | 1    | 12 Mill Lane |

    @service-changes+cancellation+service-points
    Example: A service stays at both addresses when its deletion at the old one is cancelled
      Given a change order "OLD" with
        | line | action      | asset | site         |
        | 1    | Move-Delete | HOME  | 12 Mill Lane |
      And order "OLD" is held in the network
      When the network does a step of line 1 of order "OLD"
      And the CRM cancels order "OLD"
      And the network completes all its work for order "OLD"
      Then the network has set up order "BASE"
        | line | site         |
        | 1    | 12 Mill Lane |
      And the network has set up order "NEW"
        | line | site         |
        | 1    | 4 River Walk |

  @UF-07
  Rule: A value that was assigned before a revision is kept in the network

    @supplementals+filled-in-data
    Example: A line keeps the address that it was assigned when its speed is revised
      Given the network assigns "address" "2001:db8::1" to line 1 of order "BASE"
      And order "BASE" is held in the network
      When the network does a step of line 1 of order "BASE"
      And order "BASE" is revised to
        | line | action | product         | asset | site         | speed | version |
        | 1    | Add    | Internet Access | HOME  | 12 Mill Lane | 500   |         |
        | 2    | Add    | Static Address  | FIXED | 12 Mill Lane |       | v4      |
      And the network completes all its work for order "BASE"
      Then the order system receives the value "2001:db8::1" of "address" of line 1 of order "BASE"
      And the network has set up order "BASE"
        | line | speed |
        | 1    | 500   |
