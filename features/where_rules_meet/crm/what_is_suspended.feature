Feature: Changes of a suspended asset
  An asset stays suspended until it is resumed. A transfer, a new value or an assigned
  number does not resume it.

  Source: Process Sales Order Fulfillment, "About Sales Orders", the list of line actions.

  Background:
    Given the customer has
      | asset | product         | site         | speed |
      | HOME  | Internet Access | 12 Mill Lane | 100   |
    And the customer's "HOME" is suspended

  @AC-05 @installed-base @order-tracking @crm
  Rule: An update of a suspended asset leaves it suspended

    @modify-orders+service-changes
    Example: A suspended asset is still suspended after an update
      Given a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      When order "FASTER" is submitted and fulfilled
      Then the customer has the assets
        | asset | status    | site         | speed |
        | HOME  | Suspended | 12 Mill Lane | 500   |

    @modify-orders+service-changes+filled-in-data
    Example: A suspended asset is still suspended after a number is assigned to it
      Given a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      When order "FASTER" is submitted
      And the order system reports of order "FASTER"
        | line | status      | number      |
        | 1    | IN PROGRESS | 02079460190 |
      And the order system reports of order "FASTER"
        | line | status   |
        | 1    | COMPLETE |
      Then the customer has the assets
        | asset | status    | speed | number      |
        | HOME  | Suspended | 500   | 02079460190 |

  @AC-02 @installed-base @order-tracking
  Rule: A transfer of a suspended asset leaves it suspended

    @crm @modify-orders+service-changes
    Example: A suspended asset is still suspended at its new address
      Given a change order "MOVE" with
        | line | action      | asset | site         |
        | 1    | Move-Add    | HOME  | 7 Church Way |
        | 2    | Move-Delete | HOME  | 12 Mill Lane |
      When order "MOVE" is submitted and fulfilled
      Then the customer has the assets
        | asset | status    | site         | speed |
        | HOME  | Suspended | 7 Church Way | 100   |

  @AC-04 @installed-base @order-tracking
  Rule: A suspended asset can be disconnected

    @crm @modify-orders+service-changes
    Example: A suspended asset is gone after its disconnection
      Given a change order "LEAVE" with
        | line | action | asset |
        | 1    | Delete | HOME  |
      When order "LEAVE" is submitted and fulfilled
      Then the customer has no assets
