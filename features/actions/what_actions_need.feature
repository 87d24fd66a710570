Feature: What a transfer needs
  A transfer to another address needs two lines for one asset: one ends it at the old
  address, the other sets it up at the new one. Where a half is missing or names another
  asset, somebody made a mistake, and nothing may be done.

  Source: Process Sales Order Fulfillment, "About Sales Orders", the list of
  line actions.

  @AC-10 @installed-base @order-tracking
  Rule: Move-Add and Move-Delete are the two halves of one transfer of one asset

    @oms @crm
    Example: After both halves of a transfer the asset is at the new address only
      Given the customer has
        | asset | product         | site         |
        | HOME  | Internet Access | 12 Mill Lane |
      And a change order with
        | line | action      | asset | site           |
        | 1    | Move-Add    | HOME  | 3 Harbour Road |
        | 2    | Move-Delete | HOME  | 12 Mill Lane   |
      When the order is submitted and fulfilled
      Then the customer has the assets
        | product         | site           |
        | Internet Access | 3 Harbour Road |

    @oms
    Scenario Outline: <half> without its other half is refused
      Given the customer has
        | asset | product         | site         |
        | HOME  | Internet Access | 12 Mill Lane |
      And a change order with
        | line | action | asset | site   |
        | 1    | <half> | HOME  | <site> |
      When the order is submitted
      Then the order is refused or fallen out

      Examples:
        | half        | site           |
        | Move-Add    | 3 Harbour Road |
        | Move-Delete | 12 Mill Lane   |

    @oms
    Example: Two halves that name different assets are refused
      Given the customer has
        | asset  | product         | site           |
        | HOME   | Internet Access | 12 Mill Lane   |
        | OFFICE | Internet Access | 3 Harbour Road |
      And a change order with
        | line | action      | asset  | site           |
        | 1    | Move-Add    | HOME   | 7 Church Close |
        | 2    | Move-Delete | OFFICE | 3 Harbour Road |
      When the order is submitted
      Then the order is refused or fallen out

    # For systems that declare billing_grain = "line":
    @oms @billing-grain-line @failed-line-alone
    Example: A transfer is completed though another one on the same order has failed
      Given the customer has
        | asset  | product         | site           |
        | HOME   | Internet Access | 12 Mill Lane   |
        | OFFICE | Internet Access | 3 Harbour Road |
      And a change order "MOVE" with
        | line | action      | asset  | site           |
        | 1    | Move-Add    | HOME   | 7 Church Close |
        | 2    | Move-Delete | HOME   | 12 Mill Lane   |
        | 3    | Move-Add    | OFFICE | 8 Orchard Way  |
        | 4    | Move-Delete | OFFICE | 3 Harbour Road |
      And provisioning cannot do line 1 of order "MOVE"
      When order "MOVE" is submitted
      Then line 4 of order "MOVE" is complete

    @crm
    Example: The desk objects to two halves that name different assets
      Given the customer has
        | asset  | product         | site           |
        | HOME   | Internet Access | 12 Mill Lane   |
        | OFFICE | Internet Access | 3 Harbour Road |
      And a change order with
        | line | action      | asset  | site           |
        | 1    | Move-Add    | HOME   | 7 Church Close |
        | 2    | Move-Delete | OFFICE | 3 Harbour Road |
      When the order is submitted
      Then the desk objects to the order

    @oms @whole-lines
    Scenario Outline: A transfer whose <half> fails is not complete
      Given the customer has
        | asset | product         | site         |
        | HOME  | Internet Access | 12 Mill Lane |
      And a change order with
        | line | action      | asset | site           |
        | 1    | Move-Add    | HOME  | 3 Harbour Road |
        | 2    | Move-Delete | HOME  | 12 Mill Lane   |
      And provisioning cannot do line <line> of the order
      When the order is submitted
      Then the order is refused or fallen out

      Examples:
        | half        | line |
        | Move-Add    | 1    |
        | Move-Delete | 2    |

    @crm
    Scenario Outline: The CRM objects to <half> without its other half
      Given the customer has
        | asset | product         | site         |
        | HOME  | Internet Access | 12 Mill Lane |
      And a change order with
        | line | action | asset | site   |
        | 1    | <half> | HOME  | <site> |
      When the order is submitted
      Then the desk objects to the order

      Examples:
        | half        | site           |
        | Move-Add    | 3 Harbour Road |
        | Move-Delete | 12 Mill Lane   |

    @crm
    Scenario Outline: A transfer whose <half> is not done leaves one asset in the CRM and an open order
      Given the customer has
        | asset | product         | site         |
        | HOME  | Internet Access | 12 Mill Lane |
      And a change order with
        | line | action      | asset | site           |
        | 1    | Move-Add    | HOME  | 3 Harbour Road |
        | 2    | Move-Delete | HOME  | 12 Mill Lane   |
      When the order is submitted
      And the order system reports of the order
        | line | status   |
        | 1    | <first>  |
        | 2    | <second> |
      Then the order is not complete
      But the customer has the assets
        | product         |
        | Internet Access |

      Examples:
        | half        | first    | second   |
        | Move-Add    | FAILED   | COMPLETE |
        | Move-Delete | COMPLETE | FAILED   |
