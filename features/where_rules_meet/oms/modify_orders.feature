Feature: Modify orders with service changes, dates and places
  A modify order changes the values that it names and keeps the others. Service changes
  and other orders may come in between. The modify order starts from the asset as it is
  when the work is done.

  Source: Process Sales Order Fulfillment, "About Modify Orders" and "About Sales Orders", the list of line actions.

  Background:
    Given the customer has
      | asset  | product         | site           | speed | upload |
      | HOME   | Internet Access | 12 Mill Lane   | 100   | 20     |
      | OFFICE | Internet Access | 3 Harbour Road | 100   | 20     |
    And a change order "FASTER" with
      | line | action | asset | speed |
      | 1    | Update | HOME  | 500   |

  @AC-05 @oms
  Rule: Update changes the values on its line and keeps what a service change made of the asset

    @modify-orders+service-changes
    Example: A suspended asset that is updated stays suspended
      Given the customer's "HOME" is suspended
      When order "FASTER" is submitted and fulfilled
      Then provisioning has
        | asset  | speed | status    |
        | HOME   | 500   | suspended |
        | OFFICE | 100   | active    |
      And billing has
        | asset | charge    |
        | HOME  | suspended |

    @modify-orders+service-changes
    Example: A transferred asset is updated at its new address
      Given a change order "MOVE" with
        | line | action      | asset | site           |
        | 1    | Move-Add    | HOME  | 7 Church Close |
        | 2    | Move-Delete | HOME  | 12 Mill Lane   |
      And order "MOVE" is submitted and fulfilled
      When order "FASTER" is submitted and fulfilled
      Then provisioning has
        | asset | site           | speed |
        | HOME  | 7 Church Close | 500   |

    @modify-orders+service-changes
    Example: An order updates one asset and suspends another
      Given a change order "BOTH" with
        | line | action  | asset  | speed |
        | 1    | Update  | HOME   | 500   |
        | 2    | Suspend | OFFICE |       |
      When order "BOTH" is submitted and fulfilled
      Then provisioning has
        | asset  | speed | status    |
        | HOME   | 500   | active    |
        | OFFICE | 100   | suspended |
      And billing has
        | asset  | charge    |
        | HOME   | active    |
        | OFFICE | suspended |

  @AC-08
  Rule: Resume brings a service back as it is then, and not as it was when it was suspended

    @oms @modify-orders+service-changes
    Example: An asset that was updated while suspended is resumed with the new value
      Given the customer's "HOME" is suspended
      And order "FASTER" is submitted and fulfilled
      And a change order "BACK" with
        | line | action | asset |
        | 1    | Resume | HOME  |
      When order "BACK" is submitted and fulfilled
      Then provisioning has
        | asset | speed | upload | status |
        | HOME  | 500   | 20     | active |

  @FD-04 @virtual-clock @oms
  Rule: A dated modify order begins at its date and starts from the asset as it is then

    @modify-orders+dates
    Example: A dated modify order is not begun before its date
      Given a change order "LATER" for "in 10 days" with
        | line | action | asset | upload |
        | 1    | Update | HOME  | 50     |
      When order "LATER" is submitted
      And the clock comes to a minute before the due date of order "LATER"
      Then no work has started on order "LATER"

    @modify-orders+dates
    Example: A dated modify order keeps what another order changed meanwhile
      Given a change order "LATER" for "in 10 days" with
        | line | action | asset | upload |
        | 1    | Update | HOME  | 50     |
      When order "LATER" is submitted
      And order "FASTER" is submitted and fulfilled
      And the clock comes to the due date of order "LATER"
      Then provisioning has
        | asset | speed | upload |
        | HOME  | 500   | 50     |

    @modify-orders+dates
    Example: The date of one modify order does not delay another one
      Given a change order "LATER" for "in 10 days" with
        | line | action | asset  | speed |
        | 1    | Update | OFFICE | 900   |
      When order "LATER" is submitted
      And order "FASTER" is submitted
      Then order "FASTER" is complete
      But no work has started on order "LATER"

  @PR-04 @limited-capacity
  Rule: Modify orders wait for a place by priority among new orders

    @oms @modify-orders+priorities
    Scenario Outline: A <priority> modify order waits among new orders
      Given orders held at provisioning take every place
      And these orders are submitted and wait
        | order  | priority |
        | MEDIUM | Medium   |
      And order "FASTER" has priority <priority>
      When order "FASTER" is submitted
      And a place becomes free
      And provisioning completes each order as it is started
      Then work starts in the sequence "<turns>"

      Examples:
        | priority | turns          |
        | Urgent   | FASTER, MEDIUM |
        | Low      | MEDIUM, FASTER |
