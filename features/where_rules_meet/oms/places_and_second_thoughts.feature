Feature: Revised and cancelled orders with places, addresses and charges
  A customer may add a line to an open order, take it back, or cancel the order while work
  is still being undone. The order has one place, and its own address and charge, in each
  case.

  Source: Process Sales Order Fulfillment, "About Supplemental Orders" and "Supporting Order Priorities".

  @PR-04
  Rule: An order that a revision makes larger has one place and frees one

    Background:
      Given orders held at provisioning take every place
      And an order "BASE" with
        | line | action | product         | asset |
        | 1    | Add    | Internet Access | HOME  |

    @oms @limited-capacity @supplementals+priorities
    Example: A revised order frees its place for the next order when it is complete
      When order "BASE" is submitted
      And a place becomes free
      Then work has started on order "BASE"
      When order "BASE" is revised to
        | line | action | product         | asset |
        | 1    | Add    | Internet Access | HOME  |
        | 2    | Add    | Handset         | HANDS |
      And a small order "LOW" with priority Low is submitted
      And provisioning completes order "BASE"
      Then work has started on order "LOW"

  @PV-05
  Rule: A line that a revision moves is not set up once the order is cancelled

    Background:
      Given an order "BASE" with
        | line | action | product     | asset | site         |
        | 1    | Add    | VoIP Access | VOICE | 12 Mill Lane |
      And order "BASE" is held at provisioning
      And provisioning holds the work of releasing reservations

    @oms @supplementals+cancellation @cancel-message
    Example: A line that is cancelled while a revision moves it is nowhere in the end
      Given provisioning reports the milestone "RESERVED" of line 1 of order "BASE"
      When order "BASE" is revised to
        | line | action | product     | asset | site           |
        | 1    | Add    | VoIP Access | VOICE | 3 Harbour Road |
      And the CRM cancels order "BASE"
      And provisioning completes all its work for order "BASE"
      Then order "BASE" is cancelled
      And provisioning has nothing of "VOICE"

  @OM-03
  Rule: The header's address holds for a new line, wherever the asset beside it is

    Background:
      Given the customer has
        | asset | product         | speed | site         |
        | HOME  | Internet Access | 100   | 12 Mill Lane |
      And an order "CHANGE" with header
        | account  | site           |
        | Customer | 3 Harbour Road |
      And its lines are
        | line | action | product         | asset | speed |
        | 1    | Update | Internet Access | HOME  | 500   |
        | 2    | Add    | VoIP Voicemail  | VOICE |       |

    @oms @modify-orders+service-points
    Example: A line that a modify order adds is set up at the header's address
      When order "CHANGE" is submitted and fulfilled
      Then provisioning has
        | asset | site           |
        | VOICE | 3 Harbour Road |

  @AC-07
  Rule: A withdrawn suspension leaves service and charge as they were

    Background:
      Given the customer has
        | asset | product         | speed |
        | HOME  | Internet Access | 100   |
        | FIXED | Static Address  |       |
      And a change order "PAUSE" with
        | line | action  | product         | asset |
        | 1    | Suspend | Internet Access | HOME  |
        | 2    | Suspend | Static Address  | FIXED |
      And order "PAUSE" is held at provisioning

    @oms @supplementals+service-changes @billing-after-provisioning @withdrawal-absent
    Example: An asset whose suspension is withdrawn is still charged
      Given provisioning has set up line 1 of order "PAUSE", which is not billed yet
      When order "PAUSE" is revised to
        | line | action  | product        | asset |
        | 2    | Suspend | Static Address | FIXED |
      And provisioning completes order "PAUSE"
      And billing completes order "PAUSE"
      Then billing has
        | asset | charge |
        | HOME  | active |
