Feature: Checks on an order
  Other systems know better than the CRM what tax and shipping cost and whether the
  customer can pay. The CRM asks them and shows their answer: yes, no, or unknown.

  The kit plays the tax office, the carrier and the bank.

  Source: Siebel Order Management Guide, "Scenario for Order Management".

  @SC-09 @crm
  Rule: Tax, shipping cost, payment, credit and the use of a card can each be checked, and the desk shows each result

    Background:
      Given an order with
        | line | action | product     |
        | 1    | Add    | Home Router |

    Scenario Outline: The desk shows the result of a check: <check>
      When the order is checked, with these answers
        | check   | outcome | value   |
        | <check> | ok      | <value> |
      Then the desk shows these checks of the order
        | check   | outcome | value   |
        | <check> | ok      | <value> |

      @tax-calculation
      Examples:
        | check | value |
        | tax   | 16.00 |

      @shipping-cost
      Examples:
        | check    | value |
        | shipping | 4.95  |

      @payment-verification
      Examples:
        | check   | value |
        | payment |       |

      @credit-check
      Examples:
        | check  | value |
        | credit |       |

      @card-authorisation
      Examples:
        | check | value  |
        | card  | 004711 |

    Scenario Outline: The desk shows a declined check as declined: <check>
      When the order is checked, with these answers
        | check   | outcome  |
        | <check> | declined |
      Then the desk shows these checks of the order
        | check   | outcome  |
        | <check> | declined |

      @payment-verification
      Examples:
        | check   |
        | payment |

      @credit-check
      Examples:
        | check  |
        | credit |

      @card-authorisation
      Examples:
        | check |
        | card  |

    @credit-check @card-authorisation
    Example: The answer to one check leaves the other checks as they were
      Given an order "OTHER" with
        | line | action | product |
        | 1    | Add    | Handset |
      When the order is checked, with these answers
        | check  | outcome  |
        | card   | declined |
        | credit | unknown  |
      And order "OTHER" is checked, with these answers
        | check | outcome |
        | card  | ok      |
      Then the desk shows these checks of the order
        | check  | outcome  |
        | card   | declined |
        | credit | unknown  |

    Scenario Outline: The desk shows a check that nobody can answer as unknown: <check>
      When the order is checked, with these answers
        | check   | outcome |
        | <check> | unknown |
      Then the desk shows these checks of the order
        | check   | outcome |
        | <check> | unknown |

      @tax-calculation
      Examples:
        | check |
        | tax   |

      @shipping-cost
      Examples:
        | check    |
        | shipping |

      @payment-verification
      Examples:
        | check   |
        | payment |

      @credit-check
      Examples:
        | check  |
        | credit |

      @card-authorisation
      Examples:
        | check |
        | card  |

    Scenario Outline: A check without an answer is shown as open, not as passed: <check>
      When the order is checked for "<check>", and nobody answers
      Then the desk does not show the check "<check>" of the order as "ok"

      @tax-calculation
      Examples:
        | check |
        | tax   |

      @shipping-cost
      Examples:
        | check    |
        | shipping |

      @payment-verification
      Examples:
        | check   |
        | payment |

      @credit-check
      Examples:
        | check  |
        | credit |

      @card-authorisation
      Examples:
        | check |
        | card  |
