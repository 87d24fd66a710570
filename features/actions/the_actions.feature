Feature: Which actions there are
  There are seven line actions. A system that invents an eighth, or that does something
  where no action was asked for, does what nobody ordered.

  Source: Process Sales Order Fulfillment, "About Sales Orders", the list of
  line actions.

  @AC-09 @installed-base @order-tracking @oms
  Rule: The line actions are Add, Move-Add, Move-Delete, Delete, Update, Suspend and Resume, and no others

    Background:
      Given the customer has
        | asset | product         | site         | speed |
        | HOME  | Internet Access | 12 Mill Lane | 100   |
        | FIXED | Static Address  | 12 Mill Lane |       |

    Example: The two halves of a transfer are accepted together
      Given a change order with
        | line | action      | asset | site           |
        | 1    | Move-Add    | HOME  | 3 Harbour Road |
        | 2    | Move-Delete | HOME  | 12 Mill Lane   |
      When the order is submitted
      Then the order is complete

    Scenario Outline: <action> is accepted for an asset to which it can apply
      Given a change order with
        | line | action   | product         | asset   | speed   |
        | 1    | <action> | Internet Access | <asset> | <speed> |
      When the order is submitted
      Then the order is complete

      Examples:
        | action  | asset | speed |
        | Add     | NEW   | 100   |
        | Delete  | HOME  |       |
        | Update  | HOME  | 500   |
        | Suspend | HOME  |       |

    Example: Resume is accepted for an asset that is suspended
      Given the customer's "HOME" is suspended
      And a change order "BACK" with
        | line | action | asset |
        | 1    | Resume | HOME  |
      When order "BACK" is submitted
      Then order "BACK" is complete

    Scenario Outline: <word> is no line action
      Given a change order with
        | line | action | product         | asset |
        | 1    | <word> | Internet Access | HOME  |
      When the order is submitted
      Then the order is refused or fallen out

      Examples:
        | word    |
        | Replace |
        | Renew   |

    Example: A line with a dash as its action leaves the asset as it is
      Given a change order with
        | line | action | asset |
        | 1    | Delete | FIXED |
        | 2    | -      | HOME  |
      When the order is submitted and fulfilled
      Then provisioning is told nothing about line 2 of the order
      And the customer has the assets
        | product         | speed | status |
        | Internet Access | 100   | Active |

    # For systems that declare no_action = "dash":
    @no-action-dash
    Example: Where a dash means no action, a line without an action is refused
      Given a change order with
        | line | action | asset |
        | 1    | Delete | FIXED |
        | 2    |        | HOME  |
      When the order is submitted
      Then the order is refused or fallen out

    # For systems that declare no_action = "blank":
    @no-action-blank
    Example: Where a blank means no action, a line without an action leaves the asset as it is
      Given a change order with
        | line | action | asset |
        | 1    | Delete | FIXED |
        | 2    |        | HOME  |
      When the order is submitted
      Then the order is complete
      And provisioning is told nothing about line 2 of the order

    # For systems that declare no_action = "either":
    @no-action-either
    Example: Where a dash and a blank both mean no action, both leave the asset as it is
      Given a change order with
        | line | action | asset |
        | 1    |        | FIXED |
        | 2    | -      | HOME  |
      When the order is submitted
      Then the order is complete
      And provisioning and billing are told nothing about line 1 of the order
      And provisioning and billing are told nothing about line 2 of the order
