Feature: Account data between the CRM and the back office
  A customer moves, gets a new phone, or changes the name. If sales hears of it,
  accounting must know it too, and the other way round. Outside systems can ask as well.

  How a system names its workflows is its own affair.

  Source: Siebel eCommunications Guide, "Business Scenarios for Defining
  Integration Workflow Processes".

  @WF-04 @back-office-push @crm
  Rule: An account that a user creates or changes in the CRM is sent to a back office

    Example: A new account is sent to a back office
      When a user enters account "Newcomer" with
        | name         | phone         |
        | Ada Newcomer | 020 7946 0300 |
      Then a back office has account "Newcomer" with
        | name         | phone         |
        | Ada Newcomer | 020 7946 0300 |

    Example: A changed account is sent to a back office
      Given a user enters the customer's account with
        | phone         |
        | 020 7946 0018 |
      When a user enters the customer's account with
        | phone         |
        | 020 7946 0777 |
      Then a back office has the customer's account with
        | phone         |
        | 020 7946 0777 |

    Example: Of an account that is changed twice, a back office gets every value as it is now
      Given a user enters the customer's account with
        | name         | email           | phone         | city       |
        | Ada Newcomer | ada@example.net | 020 7946 0018 | Northfield |
      When a user enters the customer's account with
        | name        | email               | phone         | city     |
        | Ada Settled | settled@example.net | 020 7946 0777 | Southend |
      Then a back office has the customer's account with
        | name        | email               | phone         | city     |
        | Ada Settled | settled@example.net | 020 7946 0777 | Southend |

    Example: A change that is given up before saving is not sent
      Given a user enters the customer's account with
        | phone         |
        | 020 7946 0018 |
      When a user fills in the customer's account with
        | phone         |
        | 020 7946 0777 |
      And a user gives up the customer's account
      Then each back office is sent nothing of the customer's account
      But a back office has the customer's account with
        | phone         |
        | 020 7946 0018 |

    Example: What is given up does not come back when the account is changed again
      Given a user enters the customer's account with
        | phone         |
        | 020 7946 0018 |
      And a user fills in the customer's account with
        | phone         |
        | 020 7946 0777 |
      When a user gives up the customer's account
      And a user enters the customer's account with
        | email           |
        | ada@example.com |
      Then a back office has the customer's account with
        | phone         | email           |
        | 020 7946 0018 | ada@example.com |

    Example: Looking at an account sends nothing
      Given a user enters the customer's account with
        | phone         |
        | 020 7946 0018 |
      When a user looks at the customer's account
      Then each back office is sent nothing of the customer's account
      But a back office has the customer's account with
        | phone         |
        | 020 7946 0018 |

    Example: A new account that is given up is not sent, not even with the next one
      When a user fills in account "Nobody" with
        | name       |
        | Ben Nobody |
      And a user gives up account "Nobody"
      And a user enters account "Newcomer" with
        | name         |
        | Ada Newcomer |
      Then each back office is sent nothing of account "Nobody"
      But a back office has account "Newcomer" with
        | name         |
        | Ada Newcomer |

    # For systems that declare workflow_trigger = "on-save":
    @workflow-trigger-on-save
    Example: Where saving starts the workflow, a saved account is sent without a further act
      When a user fills in account "Newcomer" with
        | name         |
        | Ada Newcomer |
      And a user saves account "Newcomer"
      Then a back office has account "Newcomer" with
        | name         |
        | Ada Newcomer |

    # For systems that declare workflow_trigger = "by-button":
    @workflow-trigger-by-button
    Example: Where a button starts the workflow, pressing it again sends no second copy
      When a user enters account "Newcomer" with
        | name         |
        | Ada Newcomer |
      And a user presses "Send" on account "Newcomer"
      Then a back office has account "Newcomer" with
        | name         |
        | Ada Newcomer |
      And each back office is sent no two copies of account "Newcomer"

    # For systems that declare workflow_trigger = "by-policy":
    @workflow-trigger-by-policy
    Example: Where a policy starts the workflow, an account is sent without waiting for another
      When a user enters account "Newcomer" with
        | name         |
        | Ada Newcomer |
      And a user fills in account "Next" with
        | name     |
        | Ben Next |
      Then a back office has account "Newcomer" with
        | name         |
        | Ada Newcomer |
      But each back office is sent nothing of account "Next"
