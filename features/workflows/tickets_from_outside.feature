Feature: Trouble tickets that begin in the back office
  The network department sees a fault before any customer calls. Whoever talks to the
  customer must see the ticket and its progress at the desk.

  Source: Siebel eCommunications Guide, "Business Scenarios for Defining
  Integration Workflow Processes".

  @WF-18 @back-office-reports @trouble-tickets @crm
  Rule: A trouble ticket that a back office creates or updates is shown to the call centre

    Example: A new ticket of a back office is listed at the desk
      When the back office reports trouble ticket "CUT CABLE" with
        | type       | summary   |
        | Line Fault | Cable cut |
      Then the desk lists the trouble tickets of the customer
        | type       | summary   |
        | Line Fault | Cable cut |

    Example: An update of a reported ticket creates no second ticket
      Given the back office reports trouble ticket "CUT CABLE" with
        | type       | summary   | progress |
        | Line Fault | Cable cut | found    |
      When the back office reports trouble ticket "CUT CABLE" with
        | progress |
        | mended   |
      Then the desk lists the trouble tickets of the customer
        | type       | summary   | progress |
        | Line Fault | Cable cut | mended   |

    Example: A back office can update a ticket that was entered in the CRM
      Given a user enters trouble ticket "NOISE" with
        | type       | summary         |
        | Line Fault | Crackling noise |
      When the back office reports trouble ticket "NOISE" with
        | progress |
        | mended   |
      Then the desk lists the trouble tickets of the customer
        | type       | summary         | progress |
        | Line Fault | Crackling noise | mended   |

    Example: A reported trouble ticket is not sent back
      When the back office reports trouble ticket "CUT CABLE" with
        | type       | summary   |
        | Line Fault | Cable cut |
      Then each back office is sent nothing of trouble ticket "CUT CABLE"
      And the desk lists the trouble tickets of the customer
        | summary   |
        | Cable cut |

    @back-office-push
    Example: A reported change of type of a ticket that was entered in the CRM is not sent back
      Given a user enters trouble ticket "NOISE" with
        | type       | summary         |
        | Line Fault | Crackling noise |
      When the back office reports trouble ticket "NOISE" with
        | type            |
        | Equipment Fault |
      Then each back office is sent nothing of trouble ticket "NOISE"
      And the desk lists the trouble tickets of the customer
        | type            | summary         |
        | Equipment Fault | Crackling noise |

    @back-office-requests
    Example: Another back office that asks for a reported ticket is told its latest state
      Given the back office reports trouble ticket "CUT CABLE" with
        | type       | summary   | progress |
        | Line Fault | Cable cut | found    |
      When the back office reports trouble ticket "CUT CABLE" with
        | progress |
        | mended   |
      And back office "Field Office" asks for trouble ticket "CUT CABLE"
      Then the answer has trouble ticket "CUT CABLE" with
        | summary   | progress |
        | Cable cut | mended   |
