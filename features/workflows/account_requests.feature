Feature: Requests for account data
  An outside system asks the CRM for the data of a customer. The CRM answers, and nothing
  else happens.

  How a system names its workflows is its own affair.

  Source: Siebel eCommunications Guide, "Business Scenarios for Defining
  Integration Workflow Processes".

  @WF-03 @back-office-requests @crm
  Rule: The CRM answers an outside system's request for an account's data

    The request goes to the workflow Send Account Data, which runs Get Account Data.

    Example: The answer has the data of the account
      Given a user enters the customer's account with
        | phone         |
        | 020 7946 0018 |
      When the back office asks for the customer's account
      Then the answer has the customer's account with
        | phone         |
        | 020 7946 0018 |

    Example: The answer is about the requested account and no other
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

    Example: A request for an unknown account is answered with no such record
      Given the back office asks for the customer's account, and gets it
      When the back office asks for account "Nobody"
      Then the answer says that there is no such record

    Example: A request changes nothing and sends nothing to other systems
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

    Example: The answer leaves out what a user has yet to save
      Given a user enters the customer's account with
        | phone         |
        | 020 7946 0018 |
      And a user fills in the customer's account with
        | phone         |
        | 020 7946 0777 |
      When the back office asks for the customer's account
      Then the answer has the customer's account with
        | phone         |
        | 020 7946 0018 |
