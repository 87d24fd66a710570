Feature: Numbers that begin alike
  The number of order A10 begins with the number of order A1, and the id of asset B10 with
  the id of asset B1. What is done for one of them is not done for the other.

  Source: Process Sales Order Fulfillment, "About Sales Orders" and "About Supplemental
  Orders"; Understanding the Provision Order and Update Fulfillment Order Business Flows.

  @UF-06 @oms @two-places
  Rule: What is done for an order does not complete another order whose number begins alike
    Continued from ../fulfilment_updates/progress.feature.

    Scenario Outline: An order whose number begins like <done> is still open when order <done> is complete
      Given an order "A1" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And an order "A10" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And order "A1" is held at provisioning
      And order "A10" is held at provisioning
      When provisioning completes order "<done>"
      Then order "<done>" is complete
      But order "<other>" is not complete

      Examples:
        | done | other |
        | A1   | A10   |
        | A10  | A1    |

  @PV-05 @oms @two-places
  Rule: The cancel of an order takes nothing back of another order whose number begins alike
    Continued from ../provisioning/cancelling.feature.

    Background:
      Given an order "A1" with
        | line | action | product         | asset |
        | 1    | Add    | Internet Access | HOME  |
      And an order "A10" with
        | line | action | product        | asset |
        | 1    | Add    | Static Address | FIXED |

    Scenario Outline: An order whose number begins like <cancelled> is fulfilled, though order <cancelled> is cancelled
      Given order "A1" is held at provisioning
      And order "A10" is held at provisioning
      When the CRM cancels order "<cancelled>"
      And provisioning completes all its work for order "<cancelled>"
      Then order "<cancelled>" is cancelled
      When provisioning completes order "<other>"
      Then order "<other>" is complete

      Examples:
        | cancelled | other |
        | A1        | A10   |
        | A10       | A1    |

  @PV-05 @som
  Rule: Service order management undoes nothing of another order whose number begins alike
    Continued from ../provisioning/cancelling.feature.

    Background:
      Given an order "A1" with
        | line | action | product         | asset |
        | 1    | Add    | Internet Access | HOME  |
      And an order "A10" with
        | line | action | product        | asset |
        | 1    | Add    | Static Address | FIXED |

    Scenario Outline: An order whose number begins like <cancelled> is done in the network, though <cancelled> is cancelled
      Given order "A1" is held in the network
      When order "A10" is submitted
      And the CRM cancels order "<cancelled>"
      And the network takes up its work again
      Then the order system receives the status "COMPLETE" of line 1 of order "<other>"
      And the order system receives the status "CANCELLED" of line 1 of order "<cancelled>"

      Examples:
        | cancelled | other |
        | A1        | A10   |
        | A10       | A1    |

  @AC-05 @oms @installed-base @order-tracking
  Rule: An update changes nothing of another asset whose id begins alike
    Continued from ../actions/assets_change.feature.

    Scenario Outline: An update of asset <updated> leaves an asset as it is whose id begins alike
      Given the customer has
        | asset | product         | speed |
        | B1    | Internet Access | 100   |
        | B10   | Internet Access | 100   |
      And a change order with
        | line | action | asset     | speed |
        | 1    | Update | <updated> | 500   |
      When the order is submitted and fulfilled
      Then provisioning has
        | asset     | speed |
        | <updated> | 500   |
        | <other>   | 100   |

      Examples:
        | updated | other |
        | B1      | B10   |
        | B10     | B1    |

  @FL-08 @integration
  Rule: What is told of an order does not reach the CRM for another order whose number begins alike
    Continued from ../submission/cross_references.feature.

    Scenario Outline: The CRM receives a milestone of order <told>, and none of the order whose number begins alike
      Given the order system has order "A1" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      And the order system has order "A10" with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order system reports the milestone "DESIGNED" of line 1 of order "<told>"
      Then the CRM receives the milestone "DESIGNED" of line 1 of order "<told>"
      But the CRM does not receive the milestone "DESIGNED" of line 1 of order "<other>"

      Examples:
        | told | other |
        | A1   | A10   |
        | A10  | A1    |
