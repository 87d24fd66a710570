Feature: Transfers, suspensions and disconnections with assigned values and service points
  A service keeps its values when it is suspended and resumed. Each address has its own
  service point. A report about one order is not about the next one.

  Source: Process Sales Order Fulfillment, "About Sales Orders", the list of line actions, and Understanding the
  Provision Order and Update Fulfillment Order Business Flows, "About the Update Fulfillment Order Business Flow".

  @UF-07 @oms
  Rule: Assigned values stay through a service change, and those of a service change are reported

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | site         | upload |
        | 1    | Add    | Internet Access | HOME  | 12 Mill Lane | 20     |
      And order "BASE" is held at provisioning
      And a change order "LEAVE" with
        | line | action | asset |
        | 1    | Delete | HOME  |

    @service-changes+cancellation+filled-in-data @cancel-message
    Example: A service whose disconnection is cancelled has the assigned value, and not the ordered one
      When provisioning reports the value "40" of "upload" of line 1 of order "BASE"
      And provisioning completes order "BASE"
      And order "LEAVE" is submitted
      And the CRM cancels order "LEAVE"
      And provisioning completes all its work for order "LEAVE"
      Then provisioning has
        | asset | site         | upload |
        | HOME  | 12 Mill Lane | 40     |

    @service-changes+filled-in-data
    Example: A value that is assigned at the new address is reported for that half of the transfer
      Given a change order "MOVE" with
        | line | action      | asset | site           |
        | 1    | Move-Add    | HOME  | 3 Harbour Road |
        | 2    | Move-Delete | HOME  | 12 Mill Lane   |
      When provisioning completes order "BASE"
      And order "MOVE" is submitted
      And provisioning reports the value "40" of "upload" of line 1 of order "MOVE"
      Then the CRM receives the value "40" of "upload" of line 1 of order "MOVE"
      But the CRM does not receive the value "40" of "upload" of line 2 of order "MOVE"

    @service-changes+filled-in-data
    Example: An assigned value is kept when the service is suspended and resumed
      Given a change order "PAUSE" with
        | line | action  | asset |
        | 1    | Suspend | HOME  |
      When provisioning reports the value "40" of "upload" of line 1 of order "BASE"
      And provisioning completes order "BASE"
      And order "PAUSE" is submitted
      And provisioning completes order "PAUSE"
      Then provisioning has
        | asset | upload | status    |
        | HOME  | 40     | suspended |

  @PV-11 @oms
  Rule: Each half of a transfer is provisioned at its own service point

    Background:
      Given the customer has
        | asset  | product         | site           | service point |
        | HOME   | Internet Access | 12 Mill Lane   | Sp 0041       |
        | OFFICE | Internet Access | 3 Harbour Road | Sp 0042       |

    @service-changes+service-points
    Example: Provisioning is told the new and the old service point of a transfer
      Given a change order "MOVE" with
        | line | action      | asset | site           | service point |
        | 1    | Move-Add    | HOME  | 7 Church Close | Sp 0043       |
        | 2    | Move-Delete | HOME  | 12 Mill Lane   | Sp 0041       |
      When order "MOVE" is submitted and fulfilled
      Then provisioning is told of order "MOVE"
        | line | effect | service point |
        | 1    | add    | Sp 0043       |
        | 2    | remove | Sp 0041       |
      And provisioning has
        | asset  | site           | service point |
        | HOME   | 7 Church Close | Sp 0043       |
        | OFFICE | 3 Harbour Road | Sp 0042       |

    @modify-orders+service-changes+service-points
    Example: A service that was moved is changed at its new service point
      Given a change order "MOVE" with
        | line | action      | asset | site           | service point |
        | 1    | Move-Add    | HOME  | 7 Church Close | Sp 0043       |
        | 2    | Move-Delete | HOME  | 12 Mill Lane   | Sp 0041       |
      And order "MOVE" is submitted and fulfilled
      And a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      When order "FASTER" is submitted and fulfilled
      Then provisioning has
        | asset | site           | service point | speed |
        | HOME  | 7 Church Close | Sp 0043       | 500   |

    @service-changes+cancellation+service-points @cancel-message
    Example: A service whose disconnection is cancelled is at its service point
      Given a change order "LEAVE" with
        | line | action | asset |
        | 1    | Delete | HOME  |
      And order "LEAVE" is held at provisioning
      When the CRM cancels order "LEAVE"
      And provisioning completes all its work for order "LEAVE"
      Then provisioning has
        | asset | site         | service point |
        | HOME  | 12 Mill Lane | Sp 0041       |

  @AC-08 @oms
  Rule: A repeated suspension, or a repeated report of one, does not suspend a resumed service

    Background:
      Given the customer has
        | asset | product         |
        | HOME  | Internet Access |
      And a change order "PAUSE" with
        | line | action  | asset |
        | 1    | Suspend | HOME  |
      And order "PAUSE" is submitted and fulfilled

    @service-changes+redelivery @idempotent-delivery
    Example: The order to suspend is delivered again after the service was resumed
      Given a change order "BACK" with
        | line | action | asset |
        | 1    | Resume | HOME  |
      When order "BACK" is submitted and fulfilled
      And every version of order "PAUSE" is delivered again
      Then provisioning has
        | asset | status |
        | HOME  | active |

    @service-changes+redelivery
    Example: A service whose suspension is reported complete again cannot be resumed again
      Given a change order "BACK" with
        | line | action | asset |
        | 1    | Resume | HOME  |
      And order "BACK" is submitted and fulfilled
      And a change order "AGAIN" with
        | line | action | asset |
        | 1    | Resume | HOME  |
      When provisioning reports the status "COMPLETE" of line 1 of order "PAUSE"
      And order "AGAIN" is submitted
      Then order "AGAIN" is refused or fallen out
