Feature: Account data that a back office changes
  Accounting hears of a new name or address as often as sales does. The CRM must show what
  was changed in the back office.

  Source: Siebel eCommunications Guide, "Business Scenarios for Defining
  Integration Workflow Processes".

  @WF-05 @back-office-reports @crm
  Rule: The CRM takes over account data that were changed in a back office

    # For systems that declare customer_master = "crm":
    @customer-master-crm
    Example: Where the CRM is the system of record, a reported change is taken over or refused
      When the back office reports the customer's account with
        | phone         |
        | 020 7946 0999 |
      Then what was reported of the customer's account is in the CRM, or was refused
        | phone         |
        | 020 7946 0999 |

    @back-office-requests @customer-master-crm
    Example: Where the CRM is the system of record, an outside system is told the user's value
      Given a user enters the customer's account with
        | email           |
        | ada@example.com |
      When the back office reports the customer's account with
        | city    |
        | Harwich |
      And back office "Field Office" asks for the customer's account
      Then the answer has the customer's account with
        | email           |
        | ada@example.com |

    # For systems that declare customer_master = "back-office":
    @customer-master-back-office
    Example: Where the back office is the system of record, the desk shows its change and keeps the other values
      Given a user enters the customer's account with
        | phone         | email           |
        | 020 7946 0018 | ada@example.com |
      When the back office reports the customer's account with
        | phone         |
        | 020 7946 0999 |
      Then the CRM has the customer's account with
        | phone         | email           |
        | 020 7946 0999 | ada@example.com |

    @customer-master-back-office
    Example: A reported change of an account is not sent back
      When the back office reports the customer's account with
        | phone         |
        | 020 7946 0999 |
      Then each back office is sent nothing of the customer's account
      And the CRM has the customer's account with
        | phone         |
        | 020 7946 0999 |

    @back-office-push @customer-master-back-office
    Example: A reported change is not sent back of an account that a user changed before either
      Given a user enters the customer's account with
        | phone         |
        | 020 7946 0018 |
      When the back office reports the customer's account with
        | email           |
        | ada@example.com |
      Then each back office is sent nothing of the customer's account
      And the CRM has the customer's account with
        | phone         | email           |
        | 020 7946 0018 | ada@example.com |

    @back-office-requests @customer-master-back-office
    Example: Where the back office is the system of record, another back office is told the changed value
      Given a user enters the customer's account with
        | phone         | email           |
        | 020 7946 0018 | ada@example.com |
      When the back office reports the customer's account with
        | phone         |
        | 020 7946 0999 |
      And back office "Field Office" asks for the customer's account
      Then the answer has the customer's account with
        | phone         | email           |
        | 020 7946 0999 | ada@example.com |
