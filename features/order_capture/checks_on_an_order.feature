Feature: Checks on an order
  What tax and shipping will come to, and whether the customer can pay, others
  know better than the CRM. It asks them, and shows what they said: yes, no, or
  that nobody could say.

  Others are asked: tax office, carrier, bank. The kit answers for them.

  Source: Siebel Order Management Guide, "Scenario for Order Management".

  @SC-09 @crm
  Rule: Tax, shipping cost, payment, credit and the use of a card can each be checked, and show what came of it

    Background:
      Given an order with
        | line | action | product     |
        | 1    | Add    | Home Router |

    Scenario Outline: The result is shown: <check>
      When the order is checked, and this is answered
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

    Scenario Outline: A check that is declined is shown as declined: <check>
      When the order is checked, and this is answered
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
    Example: The answer to one check says nothing of another check
      When the order is checked, and this is answered
        | check  | outcome  |
        | card   | declined |
        | credit | unknown  |
      Then the desk shows these checks of the order
        | check  | outcome  |
        | card   | declined |
        | credit | unknown  |

    Scenario Outline: A check that nobody can answer is shown as unknown: <check>
      When the order is checked, and this is answered
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

    Scenario Outline: Where nobody answers, nothing is said to be in order: <check>
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
