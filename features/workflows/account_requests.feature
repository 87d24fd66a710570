Feature: Requests for account data
  A system outside asks the CRM what it knows of a customer. It is answered, and
  that is all that happens.

  What the desk and the messages call a workflow is the system's own affair.

  Source: Siebel eCommunications Guide, "Business Scenarios for Defining
  Integration Workflow Processes".

  @WF-03 @back-office-requests @crm
  Rule: An outside system that asks for an account's data gets them from the CRM

    The request goes to the workflow Send Account Data, which runs Get Account Data.

    Example: The answer has the account's data
      Given a user enters the customer's account with
        | phone         |
        | 020 7946 0018 |
      When the back office asks for the customer's account
      Then the answer has the customer's account with
        | phone         |
        | 020 7946 0018 |

    Example: The answer is about the account that was asked for, and no other
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

    Example: The answer about an unknown account says that there is none
      Given the back office asks for the customer's account, and gets it
      When the back office asks for account "Nobody"
      Then the answer says that there is no such record

    Example: Nothing changes by a request
      Given a user enters the customer's account with
        | phone         |
        | 020 7946 0018 |
      And the back office asks for the customer's account, and gets it
      When the back office asks for the customer's account
      Then the CRM has the customer's account with
        | phone         |
        | 020 7946 0018 |
      And the answer has the customer's account with
        | phone         |
        | 020 7946 0018 |
      And each back office is sent nothing of the customer's account
