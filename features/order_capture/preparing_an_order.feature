Feature: Preparing an order
  Before submitting an order a sales representative can enter where goods are shipped, and
  can check availability, tax, shipping cost and payment. Each of these steps can be left
  out.

  The kit plays the warehouse, the tax office and the bank.

  Source: Siebel Order Management Guide, "Scenario for Order Management".

  @SC-07 @crm
  Rule: A user can enter shipping information, which is submitted with the order

    Example: The order says where the goods are shipped, and how
      Given an order with header
        | account  | ship to       | ship by |
        | Customer | The back door | Courier |
      And its lines are
        | line | action | product     |
        | 1    | Add    | Home Router |
      When the order is submitted
      Then the queue holds the header of the order
        | account  | ship to       | ship by |
        | Customer | The back door | Courier |

    Example: A service is ordered without shipping information
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      Then the order is queued once

  @SC-08 @crm
  Rule: Availability can be checked for each line by itself

    Background:
      Given an order with
        | line | action | product     |
        | 1    | Add    | Home Router |
        | 2    | Add    | Handset     |

    Example: The desk shows the first item as available and the second as missing
      When the order is checked, with these answers
        | check        | line | outcome  |
        | availability | 2    | declined |
      Then the desk shows these checks of the order
        | check        | line | outcome  |
        | availability | 1    | ok       |
        | availability | 2    | declined |

    Example: The desk shows the second item as available and the first as missing
      When the order is checked, with these answers
        | check        | line | outcome  |
        | availability | 1    | declined |
      Then the desk shows these checks of the order
        | check        | line | outcome  |
        | availability | 1    | declined |
        | availability | 2    | ok       |

    Example: The desk shows an item of unknown availability as unknown
      When the order is checked, with these answers
        | check        | line | outcome |
        | availability | 2    | unknown |
      Then the desk shows these checks of the order
        | check        | line | outcome |
        | availability | 1    | ok      |
        | availability | 2    | unknown |

    Example: The desk shows the component of a bundle as missing and the bundle as available
      Given an order "KIT" with
        | line | action | product     |
        | 1    | Add    | Handset Kit |
        | 1.1  | Add    | Handset     |
      When order "KIT" is checked, with these answers
        | check        | line | outcome  |
        | availability | 1.1  | declined |
      Then the desk shows these checks of order "KIT"
        | check        | line | outcome  |
        | availability | 1    | ok       |
        | availability | 1.1  | declined |

    Example: Availability is shown as given only when somebody has said so
      When the order is checked for "availability", and nobody answers
      Then the desk does not show the check "availability" of the order as "ok"

    @changes-after-submission
    Example: The items of a revision are checked, and not those of the version before
      Given the order system has the order
      When a user begins to revise the order to
        | line | action | product         |
        | 1    | Add    | Home Router     |
        | 2    | Add    | Handset         |
        | 3    | Add    | Internet Access |
      And the order is checked, with these answers
        | check        | line | outcome  |
        | availability | 3    | declined |
      Then the desk shows these checks of the order
        | check        | line | outcome  |
        | availability | 1    | ok       |
        | availability | 2    | ok       |
        | availability | 3    | declined |
