Feature: Follow-on orders to changes of what a customer has
  A modify order past its point of no return is a base order like any other, although what it works on is
  installed already. What the follow-on order starts from is what the modify order will leave: neither what the
  customer was sold, nor what was there when the follow-on order came.

  Source: Process Sales Order Fulfillment, "About Follow-On Orders" and "About Modify Orders".

  Background:
    Given the customer has
      | asset  | product         | site           | speed | upload |
      | HOME   | Internet Access | 12 Mill Lane   | 100   | 20     |
      | OFFICE | Internet Access | 3 Harbour Road | 100   | 20     |

  @MO-07 @oms
  Rule: A follow-on order waits for the modify order that it names, and starts from what that one leaves

    Background:
      Given a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And order "FASTER" is held at provisioning past its points of no return

    @follow-ons+modify-orders @two-places
    Example: A modify order of another asset of the same product does not release it
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
    Example: What the modify order changed stays as the follow-on order changes something else
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
  Rule: Of a modify order with several lines one releases the follow-on order, whatever is done to the other assets

    @oms @follow-ons+modify-orders @two-places @billing-grain-line
    Example: The follow-on order starts while another asset of the modify order is still being changed
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
  Rule: A suspension or disconnection waits like any follow-on order, although the asset is there

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
  Rule: A follow-on order is judged by what its base order will leave, not by what is there when it comes

    @follow-ons+service-changes
    Example: A service whose suspension is under way is resumed by a follow-on order
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
    Example: A service that is still being set up is ended by a follow-on order, and its charges with it
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
    Example: A service that is on its way to another address is disconnected there
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
