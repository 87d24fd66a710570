Feature: Account data that a back office changes
  Accounting hears of a new name or address as often as sales does. What is changed
  there must be what sales is shown.

  Source: Siebel eCommunications Guide, "Business Scenarios for Defining
  Integration Workflow Processes".

  @WF-05 @back-office-reports @crm
  Rule: Account data that were changed in a back office are changed in the CRM

    # For systems that declare customer_master = "crm":
    @customer-master-crm
    Example: Where the CRM is the system of record, the change is taken in, or refused to the back office
      When the back office reports the customer's account with
        | phone         |
        | 020 7946 0999 |
      Then what was reported of the customer's account is in the CRM, or was refused
        | phone         |
        | 020 7946 0999 |

    @back-office-requests @customer-master-crm
    Example: Where the CRM is the system of record, what a user has entered is there still when somebody asks
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
    Example: The change is shown at the desk, the rest stays
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

    @back-office-requests @customer-master-back-office
    Example: Who asks for the account afterwards is told what was changed
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
