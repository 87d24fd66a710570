Feature: Actions for assets that are not there, at the desk
  A user who works on an asset that the customer does not have is told so at the desk,
  before an order is submitted that nobody can fulfil.

  Source: Process Sales Order Fulfillment, "About Sales Orders", the list of
  line actions.

  @AC-11 @installed-base @crm
  Rule: The CRM submits an action other than Add only for an asset that exists or is on an open order

    Continued from assets_that_are_not_there.feature.

    @order-tracking
    Scenario Outline: The CRM submits <action> for an asset that the customer has
      Given the customer has
        | asset | product         |
        | HOME  | Internet Access |
      And a change order with
        | line | action   | asset | speed |
        | 1    | <action> | HOME  | 500   |
      When the order is submitted
      Then the queue holds the lines of the order
        | line | action   | asset |
        | 1    | <action> | HOME  |

      Examples:
        | action  |
        | Delete  |
        | Update  |
        | Suspend |

    Scenario Outline: The CRM does not submit <action> where no asset is named
      Given a change order with
        | line | action   | product         | asset |
        | 1    | <action> | Internet Access |       |
      When the order is submitted
      Then the order is refused or fallen out
      And the order is not queued

      Examples:
        | action  |
        | Delete  |
        | Update  |
        | Suspend |
        | Resume  |

    @order-tracking
    Scenario Outline: <action> for an asset on an open order waits for that order, or is refused
      Given an order "BASE" with
        | line | action | product         | asset |
        | 1    | Add    | Internet Access | HOME  |
      And the order system has order "BASE" past its points of no return
      And a change order "EARLY" with
        | line | action   | asset | depends on     |
        | 1    | <action> | HOME  | line 1 of BASE |
      When order "EARLY" is submitted
      Then line 1 of order "EARLY" is not queued without base line
      And the customer has no assets

      Examples:
        | action  |
        | Delete  |
        | Suspend |

    @order-tracking
    Example: The desk refuses to resume an active asset, or warns the user
      Given the customer has
        | asset | product         |
        | HOME  | Internet Access |
      And a change order "BACK" with
        | line | action | asset |
        | 1    | Resume | HOME  |
      When order "BACK" is submitted
      Then the desk objects to order "BACK"
      And the customer has the assets
        | asset | product         | status |
        | HOME  | Internet Access | Active |
