Feature: Follow-on orders to modify orders
  A modify order past its point of no return is a base order like any other, although its
  asset is installed already. The follow-on order starts from what the modify order will
  leave.

  Source: Process Sales Order Fulfillment, "About Follow-On Orders" and "About Modify Orders".

  Background:
    Given the customer has
      | asset  | product         | site           | speed | upload |
      | HOME   | Internet Access | 12 Mill Lane   | 100   | 20     |
      | OFFICE | Internet Access | 3 Harbour Road | 100   | 20     |

  @MO-07 @oms
  Rule: A follow-on order waits for the modify order that it names, and starts from what that order leaves

    Background:
      Given a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And order "FASTER" is held at provisioning past its points of no return

    @follow-ons+modify-orders @two-places
    Example: A modify order for another asset of the same product does not release a follow-on order
      Given a change order "QUICKER" with
        | line | action | asset  | speed |
        | 1    | Update | OFFICE | 500   |
      And order "QUICKER" is held at provisioning past its points of no return
      And a change order "FASTEST" with
        | line | action | asset | speed | depends on       |
        | 1    | Update | HOME  | 900   | line 1 of FASTER |
      When order "FASTEST" is submitted
      And provisioning completes order "QUICKER"
      Then no work has started on order "FASTEST"

    @follow-ons+modify-orders
    Example: A value that the modify order changed stays when the follow-on order changes another one
      Given a change order "WIDER" with
        | line | action | asset | upload | depends on       |
        | 1    | Update | HOME  | 50     | line 1 of FASTER |
      When order "WIDER" is submitted
      And provisioning takes up its work again
      Then provisioning has
        | asset  | speed | upload |
        | HOME   | 500   | 50     |
        | OFFICE | 100   | 20     |

  @FO-05
  Rule: One line of a modify order releases its follow-on order, while other lines are open

    @oms @follow-ons+modify-orders @two-places @billing-grain-line
    Example: A follow-on order starts while another asset of the modify order is still being changed
      Given a change order "FASTER" with
        | line | action | asset  | speed |
        | 1    | Update | HOME   | 500   |
        | 2    | Update | OFFICE | 500   |
      And order "FASTER" is held at provisioning past its points of no return
      When a small order "NEXT" that depends on line 1 of order "FASTER" is submitted
      And provisioning completes line 1 of order "FASTER"
      Then work has started on order "NEXT"
      But order "FASTER" is not complete

  @FO-04
  Rule: A follow-on order that suspends or ends an installed asset waits for its base line

    @oms @follow-ons+service-changes
    Scenario Outline: <action> of an asset waits while the change that it depends on is under way
      Given a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And order "FASTER" is held at provisioning past its points of no return
      And a change order "NEXT" with
        | line | action   | asset | depends on       |
        | 1    | <action> | HOME  | line 1 of FASTER |
      When order "NEXT" is submitted
      Then no work has started on order "NEXT"

      Examples:
        | action  |
        | Suspend |
        | Delete  |

  @FO-01 @oms
  Rule: A follow-on order is accepted or refused by what its base order will leave

    @follow-ons+service-changes
    Example: A follow-on order resumes a service whose suspension is under way
      Given a change order "PAUSE" with
        | line | action  | asset |
        | 1    | Suspend | HOME  |
      And order "PAUSE" is held at provisioning past its points of no return
      And a change order "BACK" with
        | line | action | asset | depends on      |
        | 1    | Resume | HOME  | line 1 of PAUSE |
      When order "BACK" is submitted
      And provisioning takes up its work again
      Then provisioning has
        | asset | status |
        | HOME  | active |

    @follow-ons+service-changes
    Example: A follow-on order ends a service that is still being set up, and its charge
      Given an order "BASE" with
        | line | action | product         | asset |
        | 1    | Add    | Internet Access | THIRD |
      And order "BASE" is held at provisioning past its points of no return
      And a change order "LEAVE" with
        | line | action | asset | depends on     |
        | 1    | Delete | THIRD | line 1 of BASE |
      When order "LEAVE" is submitted
      And provisioning takes up its work again
      Then billing has
        | asset | charge |
        | HOME  | active |
        | THIRD | none   |

    @follow-ons+service-changes
    Example: A follow-on order disconnects a service that is moving to another address
      Given a change order "MOVE" with
        | line | action      | asset | site           |
        | 1    | Move-Add    | HOME  | 7 Church Close |
        | 2    | Move-Delete | HOME  | 12 Mill Lane   |
      And order "MOVE" is held at provisioning past its points of no return
      And a change order "LEAVE" with
        | line | action | asset | depends on     |
        | 1    | Delete | HOME  | line 1 of MOVE |
      When order "LEAVE" is submitted
      And provisioning takes up its work again
      Then provisioning has nothing of "HOME"
