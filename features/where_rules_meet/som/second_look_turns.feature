@som
Feature: Orders that wait for a service
  While one order works on a service, another waits for it. Whatever happens to the first,
  the second must be done afterwards, in its latest version.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning".

  Background:
    Given an order "BASE" with
      | line | action | product         | asset | speed |
      | 1    | Add    | Internet Access | HOME  | 100   |
    And order "BASE" is fulfilled in the network
    And a change order "CHANGE" with
      | line | action | asset | speed |
      | 1    | Update | HOME  | 500   |

  @PV-04
  Rule: An order that waits for a service is fulfilled, whatever happens to the order before it

    Background:
      Given order "CHANGE" is held in the network
      And the order system has order "LATER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 1000  |

    @service-changes+cancellation
    Example: The earlier change is cancelled, and the later one is made
      When the CRM cancels order "CHANGE"
      And the network completes all its work for order "CHANGE"
      And the network completes all its work for order "LATER"
      Then the order system receives the status "COMPLETE" of line 1 of order "LATER"
      And the network has set up order "LATER"
        | line | speed |
        | 1    | 1000  |

    @service-changes+cancellation
    Example: The later change is cancelled while it waits, and the earlier one is made
      When the CRM cancels order "LATER"
      And the network completes all its work for order "CHANGE"
      Then the order system receives the status "CANCELLED" of line 1 of order "LATER"
      And the network has set up order "CHANGE"
        | line | speed |
        | 1    | 500   |

  @PV-04
  Rule: Orders that wait for a service are done in sequence, though one of them is cancelled

    Background:
      Given order "CHANGE" is held in the network
      And the order system has order "LATER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 1000  |
      And the order system has order "LAST" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 2000  |

    @service-changes+cancellation
    Example: The last of the waiting changes counts, however fast the network is with it
      When the CRM cancels order "CHANGE"
      And the network completes all its work for order "CHANGE"
      And the network completes all its work for order "LAST"
      And the network completes all its work for order "LATER"
      And the network completes all its work for order "LAST"
      Then the network has set up order "LAST"
        | line | speed |
        | 1    | 2000  |

    @service-changes+cancellation
    Example: A waiting change is cancelled, and the one behind it is made
      When the CRM cancels order "LATER"
      And the network completes all its work for order "CHANGE"
      And the network completes all its work for order "LAST"
      Then the network has set up order "LAST"
        | line | speed |
        | 1    | 2000  |

  @PV-04
  Rule: An order that was suspended while it waited stays suspended until it is resumed

    Background:
      Given order "CHANGE" is held in the network
      And the order system has order "LATER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 1000  |

    @service-changes+cancellation
    Example: A suspended order does not begin when its turn comes
      Given the CRM suspends order "LATER"
      And the CRM cancels order "CHANGE"
      When the network completes all its work for order "CHANGE"
      Then the network has nothing more to do for order "LATER"

    @service-changes+cancellation
    Example: A suspended order is fulfilled once it is resumed
      Given the CRM suspends order "LATER"
      And the CRM cancels order "CHANGE"
      When the network completes all its work for order "CHANGE"
      And the CRM resumes order "LATER"
      And the network completes all its work for order "LATER"
      Then the network has set up order "LATER"
        | line | speed |
        | 1    | 1000  |

  @PV-06
  Rule: An order that is revised while it waits is fulfilled as revised

    Background:
      Given order "CHANGE" is held in the network
      And the order system has order "LATER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 1000  |

    @supplementals+service-changes
    Example: The waiting order's latest version counts, and not its first one
      When order "LATER" is revised to
        | line | action | asset | speed |
        | 1    | Update | HOME  | 2000  |
      And the network completes all its work for order "CHANGE"
      And the network completes all its work for order "LATER"
      Then the network has set up order "LATER"
        | line | speed |
        | 1    | 2000  |
