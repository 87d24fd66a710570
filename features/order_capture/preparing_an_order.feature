Feature: Preparing an order
  Before an order is submitted a sales representative enters where goods are to be
  shipped, asks whether they are there, what tax and shipping will come to, and
  whether the customer can pay. Each of it can be done, or left out.

  Others are asked: warehouse, tax office, bank. The kit answers for them.

  Source: Siebel Order Management Guide, "Scenario for Order Management".

  @SC-07 @crm
  Rule: Shipping information can be entered, and goes along with the order

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

    Example: A service can be ordered without shipping information
      Given an order with
        | line | action | product         |
        | 1    | Add    | Internet Access |
      When the order is submitted
      Then the order is queued once

  @SC-08 @crm
  Rule: Whether the items are available can be checked, for each line by itself

    Background:
      Given an order with
        | line | action | product     |
        | 1    | Add    | Home Router |
        | 2    | Add    | Handset     |

    Example: The first item is there, the second is not
      When the order is checked, and this is answered
        | check        | line | outcome  |
        | availability | 2    | declined |
      Then the desk shows these checks of the order
        | check        | line | outcome  |
        | availability | 1    | ok       |
        | availability | 2    | declined |

    Example: The second item is there, the first is not
      When the order is checked, and this is answered
        | check        | line | outcome  |
        | availability | 1    | declined |
      Then the desk shows these checks of the order
        | check        | line | outcome  |
        | availability | 1    | declined |
        | availability | 2    | ok       |

    Example: Where nobody knows, an item is shown neither as there nor as missing
      When the order is checked, and this is answered
        | check        | line | outcome |
        | availability | 2    | unknown |
      Then the desk shows these checks of the order
        | check        | line | outcome |
        | availability | 1    | ok      |
        | availability | 2    | unknown |

    Example: Where nobody answers, nothing is said to be there
      When the order is checked for "availability", and nobody answers
      Then the desk does not show the check "availability" of the order as "ok"
