Feature: Changes of an asset that is suspended
  An asset stays suspended until it is resumed. A move, a new value or a number that is
  assigned to it in the meantime says nothing about that.

  Source: Process Sales Order Fulfillment, "About Sales Orders", the list of line actions.

  Background:
    Given the customer has
      | asset | product         | site         | speed |
      | HOME  | Internet Access | 12 Mill Lane | 100   |
    And the customer's "HOME" is suspended

  @AC-05 @installed-base @order-tracking @crm
  Rule: An update changes what it says, and not whether the asset is suspended

    @modify-orders+service-changes
    Example: An asset that is suspended is still suspended when it is updated
      Given a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      When order "FASTER" is submitted and fulfilled
      Then the customer has the assets
        | asset | status    | site         | speed |
        | HOME  | Suspended | 12 Mill Lane | 500   |

    @modify-orders+service-changes+filled-in-data
    Example: An asset that is suspended is still suspended when a number is assigned to it
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
  Rule: A move changes where the asset is, and not whether it is suspended

    @crm @modify-orders+service-changes
    Example: An asset that is suspended is still suspended at its new address
      Given a change order "MOVE" with
        | line | action      | asset | site         |
        | 1    | Move-Add    | HOME  | 7 Church Way |
        | 2    | Move-Delete | HOME  | 12 Mill Lane |
      When order "MOVE" is submitted and fulfilled
      Then the customer has the assets
        | asset | status    | site         | speed |
        | HOME  | Suspended | 7 Church Way | 100   |
