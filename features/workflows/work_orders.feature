Feature: Work orders between the CRM and back offices
  Somebody has to go to the customer's house. The visit is agreed in the CRM, planned
  and done by people who never see the CRM.

  Source: Siebel eCommunications Guide, "Business Scenarios for Defining
  Integration Workflow Processes".

  @WF-12 @back-office-requests @work-orders @crm
  Rule: An outside system that asks for a work order gets it from the CRM

    The request goes to the workflow Get Work Order Data.

    Background:
      Given a user enters work order "VISIT" with
        | task         | appointment       |
        | Mend a cable | Tuesday afternoon |

    Example: The answer has the work order as it was entered
      When the back office asks for work order "VISIT"
      Then the answer has work order "VISIT" with
        | task         | appointment       |
        | Mend a cable | Tuesday afternoon |

    Example: The answer about an unknown work order says that there is none
      Given the back office asks for work order "VISIT", and gets it
      When the back office asks for work order "NOBODY'S"
      Then the answer says that there is no such record

    Example: Nothing changes by a request
      Given the back office asks for work order "VISIT", and gets it
      When the back office asks for work order "VISIT"
      Then the CRM has work order "VISIT" with
        | task         | appointment       |
        | Mend a cable | Tuesday afternoon |
      And the answer has work order "VISIT" with
        | task         |
        | Mend a cable |
      And each back office is sent nothing of work order "VISIT"

  @WF-13 @back-office-push @work-orders @crm
  Rule: A work order that a user creates in the CRM is sent to every back office that is set up

    Sending changes as well is allowed, and not asked for.

    Example: Each back office has the work order
      When a user enters work order "VISIT" with
        | task         | appointment       |
        | Mend a cable | Tuesday afternoon |
      Then each back office has work order "VISIT" with
        | task         | appointment       |
        | Mend a cable | Tuesday afternoon |

    Example: A back office that was down gets the work order when it is back, the other no second copy
      Given back office "Field Office" cannot be reached
      And a user enters work order "VISIT" with
        | task         |
        | Mend a cable |
      When back office "Field Office" can be reached again
      Then each back office has work order "VISIT" with
        | task         |
        | Mend a cable |
      And each back office is sent no two copies of work order "VISIT"

  @WF-14 @back-office-reports @work-orders @crm
  Rule: What a back office has done about a work order is shown on it in the CRM

    Background:
      Given a user enters work order "VISIT" with
        | task         | appointment       |
        | Mend a cable | Tuesday afternoon |

    Example: A reported change of a work order is shown, the rest stays
      When back office "Field Office" reports work order "VISIT" with
        | outcome |
        | mended  |
      Then the CRM has work order "VISIT" with
        | task         | appointment       | outcome |
        | Mend a cable | Tuesday afternoon | mended  |

    Example: Another work order stays as it was
      Given a user enters work order "SECOND VISIT" with
        | task        |
        | Fit a modem |
      When back office "Field Office" reports work order "VISIT" with
        | outcome |
        | mended  |
      Then the CRM has work order "SECOND VISIT" with
        | task        | outcome |
        | Fit a modem |         |
      And the CRM has work order "VISIT" with
        | outcome |
        | mended  |

    @back-office-requests
    Example: A work order that the CRM does not know is objected to
      Given the back office asks for work order "VISIT", and gets it
      When back office "Field Office" reports work order "NOBODY'S" with
        | outcome |
        | mended  |
      Then the answer says that there is no such record
