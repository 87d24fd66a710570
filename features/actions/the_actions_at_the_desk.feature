Feature: The line actions at the desk
  The CRM must send what the user entered: it replaces no action with another, and sends
  no word that is not an action.

  Source: Process Sales Order Fulfillment, "About Sales Orders", the list of
  line actions.

  @AC-09 @installed-base @order-tracking @crm
  Rule: The CRM submits the line actions as they were entered, and no others

    Continued from the_actions.feature.

    Background:
      Given the customer has
        | asset | product         | site         | speed |
        | HOME  | Internet Access | 12 Mill Lane | 100   |
        | FIXED | Static Address  | 12 Mill Lane |       |

    Scenario Outline: The CRM submits the action <action> as it was entered
      Given a change order with
        | line | action   | product         | asset   |
        | 1    | <action> | Internet Access | <asset> |
      When the order is submitted
      Then the queue holds the lines of the order
        | line | action   |
        | 1    | <action> |

      Examples:
        | action  | asset |
        | Add     | NEW   |
        | Delete  | HOME  |
        | Update  | HOME  |
        | Suspend | HOME  |

    Example: The CRM does not submit a word that is no line action
      Given a change order with
        | line | action  | product         | asset |
        | 1    | Replace | Internet Access | HOME  |
      When the order is submitted
      Then line 1 of the order is not queued with action "Replace"
      And line 1 of the order is not queued with any action

    Example: The CRM submits both halves of a transfer, and Resume, as they were entered
      Given the customer's "FIXED" is suspended
      And a change order "MOVE" with
        | line | action      | asset | site           |
        | 1    | Move-Add    | HOME  | 3 Harbour Road |
        | 2    | Move-Delete | HOME  | 12 Mill Lane   |
        | 3    | Resume      | FIXED | 12 Mill Lane   |
      When order "MOVE" is submitted
      Then the queue holds the lines of order "MOVE"
        | line | action      | asset |
        | 1    | Move-Add    | HOME  |
        | 2    | Move-Delete | HOME  |
        | 3    | Resume      | FIXED |

    @no-action-dash
    Example: In the CRM a line with a dash as its action leaves the asset as it is
      Given a change order with
        | line | action | asset |
        | 1    | Delete | FIXED |
        | 2    | -      | HOME  |
      When the order is submitted and fulfilled
      Then the customer has the assets
        | product         | status |
        | Internet Access | Active |
