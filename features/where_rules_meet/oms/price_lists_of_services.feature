Feature: Price lists of suspended, moved and cancelled services
  A line that suspends a service does not change its price. A cancelled order leaves the
  price list as it was. Each of two equal bundles has its own price list on all its
  components.

  Source: Process Sales Order Fulfillment, "Changing Price Lists on Modify Orders"
  and "Specifying Different Price Lists on New Orders".

  @PL-29 @oms
  Rule: A price list on a line that suspends or resumes a service changes nothing

    Background:
      Given an order "FIRST" on the "Household Price List" with
        | line | action | product         | asset | price list                  | site         |
        | 1    | Add    | Internet Access | HOME  | Premium Consumer Price List | 12 Mill Lane |
      And order "FIRST" is submitted and fulfilled

    @price-lists+service-changes
    Example: An asset that was suspended on a line with a price list is resumed on its old one
      Given a change order "PAUSE" on the "Seasonal Price List" with
        | line | action  | product         | asset | price list          |
        | 1    | Suspend | Internet Access | HOME  | Consumer Price List |
      And order "PAUSE" is submitted and fulfilled
      And a change order "BACK" on the "Seasonal Price List" with
        | line | action | product         | asset | price list |
        | 1    | Resume | Internet Access | HOME  |            |
      When order "BACK" is submitted and fulfilled
      Then billing has
        | asset | price list                  |
        | HOME  | Premium Consumer Price List |
      And billing has
        | asset | charge |
        | HOME  | active |

  @AC-02 @oms @line-price-lists
  Rule: An asset that moves to another address is charged once, also where its line names a price list

    @price-lists+service-changes
    Example: An asset that moves on a line with a price list is charged once
      Given an order "FIRST" on the "Household Price List" with
        | line | action | product         | asset | price list                  | site         |
        | 1    | Add    | Internet Access | HOME  | Premium Consumer Price List | 12 Mill Lane |
      And order "FIRST" is submitted and fulfilled
      And a change order "MOVE" on the "Seasonal Price List" with
        | line | action      | product         | asset | price list          | site           |
        | 1    | Move-Add    | Internet Access | HOME  | Consumer Price List | 3 Harbour Road |
        | 2    | Move-Delete | Internet Access | HOME  |                     | 12 Mill Lane   |
      When order "MOVE" is submitted and fulfilled
      Then the number of assets charged is one
      And provisioning has
        | asset | site           |
        | HOME  | 3 Harbour Road |

  @PV-05 @oms @cancel-message
  Rule: A cancelled order leaves each asset on the price list that it had before

    Background:
      Given an order "FIRST" on the "Household Price List" with
        | line | action | product         | asset | price list                  | speed | version |
        | 1    | Add    | Internet Access | HOME  | Premium Consumer Price List | 100   |         |
        | 2    | Add    | Static Address  | FIXED |                             |       | v4      |
      And order "FIRST" is submitted and fulfilled
      And a change order "CHANGE" on the "Seasonal Price List" with
        | line | action | product         | asset | price list          | price override | speed | version |
        | 1    | Update | Internet Access | HOME  | Consumer Price List | 19.90          | 500   |         |
        | 2    | Update | Static Address  | FIXED |                     | 4.90           |       | v6      |

    @price-lists+modify-orders+cancellation
    Example: The price lists of a cancelled order's lines and header are not charged
      Given order "CHANGE" is held at provisioning
      When the CRM cancels order "CHANGE"
      And provisioning completes all its work for order "CHANGE"
      Then order "CHANGE" is cancelled
      And billing has
        | asset | price list                  |
        | HOME  | Premium Consumer Price List |
        | FIXED | Household Price List        |

    @price-lists+supplementals+cancellation
    Example: The price list of a cancelled order's revision is not charged
      Given order "CHANGE" is held at provisioning
      When order "CHANGE" is revised to
        | line | action | product         | asset | price list          | price override | speed | version |
        | 1    | Update | Internet Access | HOME  | Standard Price List | 19.90          | 500   |         |
        | 2    | Update | Static Address  | FIXED |                     | 4.90           |       | v6      |
      And the CRM cancels order "CHANGE"
      And provisioning completes all its work for order "CHANGE"
      Then order "CHANGE" is cancelled
      And billing has
        | asset | price list                  |
        | HOME  | Premium Consumer Price List |
        | FIXED | Household Price List        |

  @PL-17
  Rule: Each of two equal bundles has its own price list on all its components

    @oms @price-lists+bundles
    Example: Equal components of two bundles are charged on their own bundle's price list
      Given an order on the "Household Price List" with
        | line | action | product             | price list                  |
        | 1    | Add    | VoIP Service Bundle | Premium Consumer Price List |
        | 1.1  | Add    | VoIP Access         |                             |
        | 2    | Add    | VoIP Service Bundle | Consumer Price List         |
        | 2.1  | Add    | VoIP Access         |                             |
      When the order is submitted
      Then billing charges for the order
        | line | product             | price list                  |
        | 1    | VoIP Service Bundle | Premium Consumer Price List |
        | 1.1  | VoIP Access         | Premium Consumer Price List |
        | 2    | VoIP Service Bundle | Consumer Price List         |
        | 2.1  | VoIP Access         | Consumer Price List         |

  @PL-25
  Rule: A price list that is removed from a bundle is gone from every level below it

    @oms @price-lists+bundles+supplementals
    Example: A component of a component takes the header's price list, and another bundle keeps its own
      Given an order "BASE" on the "Household Price List" with
        | line  | action | product             | asset  | price list                  |
        | 1     | Add    | VoIP Service Bundle | BUNDLE | Premium Consumer Price List |
        | 1.1   | Add    | Handset Kit         | KIT    |                             |
        | 1.1.1 | Add    | Handset             | HANDS  |                             |
        | 2     | Add    | Handset Kit         | OTHER  | Consumer Price List         |
        | 2.1   | Add    | Handset             | SECOND |                             |
      And order "BASE" is held at provisioning
      When order "BASE" is revised on the "Seasonal Price List" to
        | line  | action | product             | asset  | price list          |
        | 1     | Add    | VoIP Service Bundle | BUNDLE |                     |
        | 1.1   | Add    | Handset Kit         | KIT    |                     |
        | 1.1.1 | Add    | Handset             | HANDS  |                     |
        | 2     | Add    | Handset Kit         | OTHER  | Consumer Price List |
        | 2.1   | Add    | Handset             | SECOND |                     |
      And provisioning completes order "BASE"
      Then billing charges for order "BASE"
        | line  | product             | price list          |
        | 1     | VoIP Service Bundle | Seasonal Price List |
        | 1.1   | Handset Kit         | Seasonal Price List |
        | 1.1.1 | Handset             | Seasonal Price List |
        | 2     | Handset Kit         | Consumer Price List |
        | 2.1   | Handset             | Consumer Price List |
