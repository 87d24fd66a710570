Feature: What a transfer needs
  Moving takes two lines that speak of the same thing. Where that is not so,
  somebody made a mistake, and the order must say so and not act on it.

  Source: Process Sales Order Fulfillment, "About Sales Orders", the list of
  line actions.

  @AC-10 @installed-base @order-tracking
  Rule: Move-Add and Move-Delete are the two halves of one transfer of one asset

    @oms @crm
    Example: With both halves done the asset is at the new address only
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
    Scenario Outline: <half> is accepted with its other half only
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
    Example: Halves that name different assets are not accepted
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

    @oms
    Scenario Outline: A transfer is complete only when its <half> is done as well
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
    Scenario Outline: With <half> undone the CRM shows one asset, and the order not complete
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
