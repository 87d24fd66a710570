@som
Feature: Quantities, numbers and failures of orders that are revised or mended
  The last version of an order says how many are wanted, and with which number. Each
  failure ends by itself, though several lines failed.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning".

  Background:
    Given an order with
      | line | action | product        | asset | quantity |
      | 1    | Add    | VoIP Access    | VOICE |          |
      | 2    | Add    | Static Address | FIXED | 3        |

  @PV-06
  Rule: As many are set up as the last version says, with the values that it says

    Background:
      Given the network assigns "number" "020 7946 0123" to line 1 of the order
      And the order is held in the network

    @supplementals+filled-in-data
    Example: A revision names a number of its own after the network has assigned one
      When the network does a step of line 1 of the order
      And the order is revised to
        | line | action | product        | asset | number        | quantity |
        | 1    | Add    | VoIP Access    | VOICE | 020 7946 0999 |          |
        | 2    | Add    | Static Address | FIXED |               | 3        |
      And the network completes all its work for the order
      Then the network has set up the order
        | line | number        | quantity |
        | 1    | 020 7946 0999 | 1        |
        | 2    |               | 3        |

    @supplementals+filled-in-data
    Example: A line is added again with fewer units, while the other line gets its number
      When the network does a step of line 2 of the order
      And the order is revised to
        | line | action | product     | asset |
        | 1    | Add    | VoIP Access | VOICE |
      And the order is revised to
        | line | action | product        | asset | quantity |
        | 1    | Add    | VoIP Access    | VOICE |          |
        | 2    | Add    | Static Address | FIXED | 2        |
      And the network completes all its work for the order
      Then the network has set up the order
        | line | quantity |
        | 1    | 1        |
        | 2    | 2        |

    @supplementals+filled-in-data
    Example: A revision that leaves out how many are wanted wants one
      When the network does a step of line 2 of the order
      And the order is revised to
        | line | action | product        | asset |
        | 1    | Add    | VoIP Access    | VOICE |
        | 2    | Add    | Static Address | FIXED |
      And the network completes all its work for the order
      Then the network has set up the order
        | line | quantity |
        | 1    | 1        |
        | 2    | 1        |

  @PV-07
  Rule: The end of each failure of an order is reported

    @failures+filled-in-data
    Example: Both lines of an order fail and are mended, and one of them gets a number
      Given the network cannot do line 1 of the order
      And the network cannot do line 2 of the order
      And the network assigns "number" "020 7946 0123" to line 1 of the order
      When the order is submitted
      And the network does line 1 of the order after all
      And the network does line 2 of the order after all
      Then the order system receives the status "COMPLETE" of line 2 of the order
