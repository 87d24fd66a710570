Feature: Trouble tickets between the CRM and the back office
  A customer reports that the line is dead. The network department must hear of that, but
  not of questions about a bill.

  Tickets of the types "Line Fault" and "Equipment Fault" are for the back office, "Bill
  Question" stays in the CRM.

  Source: Siebel eCommunications Guide, "Business Scenarios for Defining
  Integration Workflow Processes".

  @WF-15 @back-office-requests @trouble-tickets @crm
  Rule: The CRM answers an outside system's request for a trouble ticket

    The request goes to the workflow Get Trouble Ticket Data.

    Scenario Outline: A request for a ticket is answered whatever its type: <type>
      Given a user enters trouble ticket "TICKET" with
        | type   | summary   |
        | <type> | <summary> |
      When the back office asks for trouble ticket "TICKET"
      Then the answer has trouble ticket "TICKET" with
        | type   | summary   |
        | <type> | <summary> |

      Examples:
        | type          | summary          |
        | Line Fault    | No dial tone     |
        | Bill Question | Charged too much |

    Example: A request for an unknown ticket is answered with no such record
      Given a user enters trouble ticket "TICKET" with
        | type       | summary      |
        | Line Fault | No dial tone |
      And the back office asks for trouble ticket "TICKET", and gets it
      When the back office asks for trouble ticket "NOBODY'S"
      Then the answer says that there is no such record

    Example: A request for a ticket changes nothing
      Given a user enters trouble ticket "TICKET" with
        | type       | summary      |
        | Line Fault | No dial tone |
      And the back office asks for trouble ticket "TICKET", and gets it
      When the back office asks for trouble ticket "TICKET"
      Then the answer has trouble ticket "TICKET" with
        | type       | summary      |
        | Line Fault | No dial tone |
      And each back office is sent nothing of trouble ticket "TICKET"

  @WF-16 @back-office-push @trouble-tickets @crm
  Rule: A trouble ticket is sent to a back office once a customer or a call-centre agent has entered it

    Scenario Outline: A ticket is sent once, whoever entered it: <channel>
      When a user enters trouble ticket "TICKET" with
        | type       | summary      | channel   |
        | Line Fault | No dial tone | <channel> |
      Then a back office has trouble ticket "TICKET" with
        | type       | summary      |
        | Line Fault | No dial tone |
      And each back office is sent no two copies of trouble ticket "TICKET"

      Examples:
        | channel              |
        | customer application |
        | phone call           |

    Example: A ticket is not sent while it is being entered
      Given a user enters trouble ticket "EARLIER" with
        | type       | summary      | channel    |
        | Line Fault | No dial tone | phone call |
      When a user fills in trouble ticket "TICKET" with
        | type       | summary         | channel    |
        | Line Fault | Crackling noise | phone call |
      Then each back office is sent nothing of trouble ticket "TICKET"
      But a back office has trouble ticket "EARLIER" with
        | summary      |
        | No dial tone |

    Example: A ticket is sent when it is saved
      When a user fills in trouble ticket "TICKET" with
        | type       | summary         | channel    |
        | Line Fault | Crackling noise | phone call |
      And a user saves trouble ticket "TICKET"
      Then a back office has trouble ticket "TICKET" with
        | summary         |
        | Crackling noise |

  @WF-17 @back-office-push @trouble-tickets @crm
  Rule: Only tickets of a back-office type are sent to the back office

    Example: A ticket of a CRM-only type is not sent when it is entered
      Given a user enters trouble ticket "FAULT" with
        | type            | summary     |
        | Equipment Fault | Modem is hot |
      When a user enters trouble ticket "QUESTION" with
        | type          | summary          | channel              |
        | Bill Question | Charged too much | customer application |
      Then each back office is sent nothing of trouble ticket "QUESTION"
      But a back office has trouble ticket "FAULT" with
        | summary      |
        | Modem is hot |

    Example: A ticket of a CRM-only type is not sent when it is changed
      Given a user enters trouble ticket "FAULT" with
        | type       | summary      |
        | Line Fault | No dial tone |
      And a user enters trouble ticket "QUESTION" with
        | type          | summary          |
        | Bill Question | Charged too much |
      When a user enters trouble ticket "QUESTION" with
        | summary         |
        | Charged far too |
      Then each back office is sent nothing of trouble ticket "QUESTION"
      But a back office has trouble ticket "FAULT" with
        | summary      |
        | No dial tone |

    # For systems that declare ticket_type_change = "send":
    @ticket-type-change-send
    Example: Where a change of type counts, a ticket that gets a back-office type is sent
      Given a user enters trouble ticket "TICKET" with
        | type          | summary          |
        | Bill Question | Charged too much |
      When a user enters trouble ticket "TICKET" with
        | type       |
        | Line Fault |
      Then a back office has trouble ticket "TICKET" with
        | type       | summary          |
        | Line Fault | Charged too much |

    # For systems that declare ticket_type_change = "stay":
    @ticket-type-change-stay
    Example: Where a change of type does not count, a ticket that gets a back-office type stays in the CRM
      Given a user enters trouble ticket "FAULT" with
        | type       | summary      |
        | Line Fault | No dial tone |
      And a user enters trouble ticket "TICKET" with
        | type          | summary          |
        | Bill Question | Charged too much |
      When a user enters trouble ticket "TICKET" with
        | type       |
        | Line Fault |
      Then each back office is sent nothing of trouble ticket "TICKET"
      But a back office has trouble ticket "FAULT" with
        | summary      |
        | No dial tone |
