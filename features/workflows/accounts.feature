Feature: Account data between the CRM and the back office
  A customer moves, gets a new phone, changes the name. Whoever hears of it first,
  sales or accounting, the other must know of it too; and a system outside can ask.

  What the desk and the messages call a workflow is the system's own affair.

  Source: Siebel eCommunications Guide, "Business Scenarios for Defining
  Integration Workflow Processes".

  @WF-03
  Rule: An outside system that asks for an account's data gets them from the CRM

    The request goes to the workflow Send Account Data, which runs Get Account Data.

    @crm
    Example: What is asked for is answered
      Given a user enters the customer's account with
        | phone         |
        | 020 7946 0018 |
      When the back office asks for the customer's account
      Then the answer has the customer's account with
        | phone         |
        | 020 7946 0018 |

    @crm
    Example: For the account that was asked for, and no other
      Given a user enters the customer's account with
        | phone         |
        | 020 7946 0018 |
      And a user enters account "Neighbour" with
        | phone         |
        | 020 7946 0555 |
      When the back office asks for account "Neighbour"
      Then the answer has account "Neighbour" with
        | phone         |
        | 020 7946 0555 |

    @crm
    Example: Of an account that nobody has, just that is said
      Given the back office has been given the customer's account
      When the back office asks for account "Nobody"
      Then the answer says that there is no such record

    @crm
    Example: Nothing changes by a request
      Given a user enters the customer's account with
        | phone         |
        | 020 7946 0018 |
      And the back office has been given the customer's account
      When the back office asks for the customer's account
      Then the desk shows the customer's account with
        | phone         |
        | 020 7946 0018 |
      And the answer has the customer's account with
        | phone         |
        | 020 7946 0018 |

  @WF-04
  Rule: An account that a user creates or changes in the CRM is sent to a back office

    @crm
    Example: A new account
      When a user enters account "Newcomer" with
        | name         | phone         |
        | Ada Newcomer | 020 7946 0300 |
      Then a back office has account "Newcomer" with
        | name         | phone         |
        | Ada Newcomer | 020 7946 0300 |

    @crm
    Example: A change
      Given a user enters the customer's account with
        | phone         |
        | 020 7946 0018 |
      When a user enters the customer's account with
        | phone         |
        | 020 7946 0777 |
      Then a back office has the customer's account with
        | phone         |
        | 020 7946 0777 |

    @crm
    Example: What is filled in and given up is not sent
      Given a user enters the customer's account with
        | phone         |
        | 020 7946 0018 |
      When a user fills in the customer's account with
        | phone         |
        | 020 7946 0777 |
      And a user gives up the customer's account
      Then no back office is sent the customer's account
      But a back office has the customer's account with
        | phone         |
        | 020 7946 0018 |

    @crm
    Example: Who only looks sends nothing
      Given a user enters the customer's account with
        | phone         |
        | 020 7946 0018 |
      When a user looks at the customer's account
      Then no back office is sent the customer's account
      But a back office has the customer's account with
        | phone         |
        | 020 7946 0018 |

  @WF-05
  Rule: Account data that were changed in a back office are changed in the CRM

    @crm
    Example: The change is shown at the desk, the rest stays
      Given a user enters the customer's account with
        | phone         | email           |
        | 020 7946 0018 | ada@example.com |
      When the back office reports the customer's account with
        | phone         |
        | 020 7946 0999 |
      Then the desk shows the customer's account with
        | phone         | email           |
        | 020 7946 0999 | ada@example.com |

    @crm
    Example: It is not sent back
      When the back office reports the customer's account with
        | phone         |
        | 020 7946 0999 |
      Then no back office is sent the customer's account
      And the desk shows the customer's account with
        | phone         |
        | 020 7946 0999 |
