Feature: Work orders between the CRM and back offices
  A technician has to visit the customer. The visit is agreed in the CRM, and planned and
  done by people who work with other systems.

  Source: Siebel eCommunications Guide, "Business Scenarios for Defining
  Integration Workflow Processes".

  @WF-12 @back-office-requests @work-orders @crm
  Rule: The CRM answers an outside system's request for a work order

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

    Example: A request for an unknown work order is answered with no such record
      Given the back office asks for work order "VISIT", and gets it
      When the back office asks for work order "NOBODY'S"
      Then the answer says that there is no such record

    Example: A request for a work order changes nothing
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
  Rule: A work order that a user creates is sent to every configured back office

    A CRM may also send later changes of the work order; no example asks for that.

    Example: Each back office gets the work order
      When a user enters work order "VISIT" with
        | task         | appointment       |
        | Mend a cable | Tuesday afternoon |
      Then each back office has work order "VISIT" with
        | task         | appointment       |
        | Mend a cable | Tuesday afternoon |

    Example: A back office that was down gets the work order later, and the other one gets no second copy
      Given back office "Field Office" cannot be reached
      And a user enters work order "VISIT" with
        | task         |
        | Mend a cable |
      When back office "Field Office" can be reached again
      Then each back office has work order "VISIT" with
        | task         |
        | Mend a cable |
      And each back office is sent no two copies of work order "VISIT"

    Example: A back office that comes back gets what it missed, and no second copy of what it has
      Given a user enters work order "VISIT" with
        | task         |
        | Mend a cable |
      And back office "Field Office" cannot be reached
      And a user enters work order "SECOND" with
        | task          |
        | Fit an aerial |
      When back office "Field Office" can be reached again
      Then each back office has work order "SECOND" with
        | task          |
        | Fit an aerial |
      And each back office is sent no two copies of work order "VISIT"

  @WF-14 @back-office-reports @work-orders @crm
  Rule: The CRM shows on a work order what a back office has done about it

    Background:
      Given a user enters work order "VISIT" with
        | task         | appointment       |
        | Mend a cable | Tuesday afternoon |

    Example: A reported change of a work order is shown, and the other values stay
      When back office "Field Office" reports work order "VISIT" with
        | outcome |
        | mended  |
      Then the CRM has work order "VISIT" with
        | task         | appointment       | outcome |
        | Mend a cable | Tuesday afternoon | mended  |

    Example: A report about one work order leaves another work order as it was
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
    Example: A report about an unknown work order creates no work order
      Given the back office asks for work order "VISIT", and gets it
      When back office "Field Office" reports work order "NOBODY'S" with
        | outcome |
        | mended  |
      Then the answer says that there is no such record
