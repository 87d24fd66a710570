Feature: Actions need an asset that is there
  Every action but Add works on an asset that the customer has. A line without an asset,
  or with the asset of somebody else, is a mistake: the order system must refuse the order
  and do nothing.

  Source: Process Sales Order Fulfillment, "About Sales Orders", the list of
  line actions.

  @AC-11 @installed-base @oms
  Rule: The order system accepts an action other than Add only for an asset that the customer has already

    Scenario Outline: <action> is fulfilled for an asset that the customer has
      Given the customer has
        | asset | product         | speed |
        | HOME  | Internet Access | 100   |
      And a change order with
        | line | action   | asset | speed   |
        | 1    | <action> | HOME  | <speed> |
      When the order is submitted
      Then the order is complete

      Examples:
        | action  | speed |
        | Delete  |       |
        | Update  | 500   |
        | Suspend |       |

    Example: Update is refused for an asset that an earlier order has disconnected
      Given the customer has
        | asset | product         | speed |
        | HOME  | Internet Access | 100   |
      And a change order "LEAVE" with
        | line | action | asset |
        | 1    | Delete | HOME  |
      And order "LEAVE" is submitted and fulfilled
      And a change order "LATE" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      When order "LATE" is submitted
      Then order "LATE" is refused or fallen out

    @crm
    Scenario Outline: <action> is refused for an asset that nobody knows
      Given a change order with
        | line | action   | product         | asset    |
        | 1    | <action> | Internet Access | UNLISTED |
      When the order is submitted
      Then the order is refused or fallen out

      Examples:
        | action  |
        | Delete  |
        | Update  |
        | Suspend |
        | Resume  |

    Scenario Outline: <action> is not begun for an asset that is still on an open order
      Given an order "BASE" with
        | line | action | product         | asset |
        | 1    | Add    | Internet Access | HOME  |
      And order "BASE" is held at provisioning
      And a change order with
        | line | action   | product         | asset |
        | 1    | <action> | Internet Access | HOME  |
      When the order is submitted
      Then the order is refused, fallen out or not begun

      Examples:
        | action  |
        | Delete  |
        | Suspend |
        | Resume  |

    Example: No half of a transfer is begun for an asset that is still on an open order
      Given an order "BASE" with
        | line | action | product         | asset | site         |
        | 1    | Add    | Internet Access | HOME  | 12 Mill Lane |
      And order "BASE" is held at provisioning
      And a change order with
        | line | action      | asset | site           |
        | 1    | Move-Add    | HOME  | 3 Harbour Road |
        | 2    | Move-Delete | HOME  | 12 Mill Lane   |
      When the order is submitted
      Then the order is refused, fallen out or not begun

    Example: An update without an asset is refused
      Given a change order with
        | line | action | product         | speed |
        | 1    | Update | Internet Access | 500   |
      When the order is submitted
      Then the order is refused or fallen out

    @crm
    Example: Both halves of a transfer are refused for an asset that nobody knows
      Given a change order with
        | line | action      | product         | asset    | site           |
        | 1    | Move-Add    | Internet Access | UNLISTED | 3 Harbour Road |
        | 2    | Move-Delete | Internet Access | UNLISTED | 12 Mill Lane   |
      When the order is submitted
      Then the order is refused or fallen out
