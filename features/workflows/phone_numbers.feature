Feature: Phone numbers between the CRM and back offices
  The CRM gives a customer a phone number, one back office lists it, another blocks it.
  All of them must have the same number, digit by digit.

  Source: Siebel eCommunications Guide, "Business Scenarios for Defining
  Integration Workflow Processes".

  @WF-21 @back-office-push @phone-numbers @crm
  Rule: A phone number that a user creates or changes is sent to every configured back office

    Scenario Outline: A new number is sent as it is written: <number>
      When a user enters phone number "<number>" with
        | listing |
        | public  |
      Then each back office has phone number "<number>" with
        | number   | listing |
        | <number> | public  |

      Examples:
        | number        |
        | +442079460101 |
        | 0044207946011 |
        | 02079460102   |

    Example: A changed number is sent to each back office
      Given a user enters phone number "02079460103" with
        | listing |
        | public  |
      When a user enters phone number "02079460103" with
        | listing      |
        | ex-directory |
      Then each back office has phone number "02079460103" with
        | listing      |
        | ex-directory |

    Example: A back office that was down gets both numbers that it missed
      Given back office "Field Office" cannot be reached
      And a user enters phone number "02079460110" with
        | listing |
        | public  |
      And a user enters phone number "02079460111" with
        | listing      |
        | ex-directory |
      When back office "Field Office" can be reached again
      Then each back office has phone number "02079460110" with
        | listing |
        | public  |
      And each back office has phone number "02079460111" with
        | listing      |
        | ex-directory |

    Example: A back office that was down does not get what a user has yet to save
      Given back office "Field Office" cannot be reached
      And a user enters phone number "02079460112" with
        | listing |
        | public  |
      And a user fills in phone number "02079460112" with
        | listing      |
        | ex-directory |
      When back office "Field Office" can be reached again
      Then each back office has phone number "02079460112" with
        | listing |
        | public  |

  @WF-22 @installed-base @back-office-reports @phone-numbers @crm
  Rule: The CRM takes over a phone number that was created or changed outside

    Example: A number that a back office creates becomes an asset in the CRM
      When the back office reports phone number "02079460104" with
        | listing |
        | public  |
      Then the customer has the assets
        | number      | listing |
        | 02079460104 | public  |

    Example: A number that a back office changes stays one asset
      Given the back office reports phone number "02079460105" with
        | listing |
        | public  |
      When the back office reports phone number "02079460105" with
        | listing      |
        | ex-directory |
      Then the customer has the assets
        | number      | listing      |
        | 02079460105 | ex-directory |

    Example: A number that came with an order is changed and stays one asset
      Given a new order "SOLD" with
        | line | action | product      |
        | 1    | Add    | Phone Number |
      When order "SOLD" is submitted
      And the order system reports of order "SOLD"
        | line | status   | number      |
        | 1    | COMPLETE | 02079460109 |
      And the back office reports phone number "02079460109" with
        | listing      |
        | ex-directory |
      Then the customer has the assets
        | product      | number      | listing      |
        | Phone Number | 02079460109 | ex-directory |

    Example: A reported phone number is not sent back
      When the back office reports phone number "02079460106" with
        | listing |
        | public  |
      Then each back office is sent nothing of phone number "02079460106"
      And the customer has the assets
        | number      |
        | 02079460106 |

  @WF-23 @back-office-requests @phone-numbers @crm
  Rule: The CRM answers an outside system's inquiry about a phone number

    The request goes to the workflow Get Phone Number Data.

    Background:
      Given a user enters phone number "+442079460107" with
        | listing |
        | public  |

    Example: The answer has the phone number as it was entered
      When the back office asks for phone number "+442079460107"
      Then the answer has phone number "+442079460107" with
        | number        | listing |
        | +442079460107 | public  |

    Example: An inquiry about an unknown phone number is answered with no such record
      Given the back office asks for phone number "+442079460107", and gets it
      When the back office asks for phone number "+442079460999"
      Then the answer says that there is no such record

    @installed-base
    Example: An inquiry changes nothing
      Given the back office asks for phone number "+442079460107", and gets it
      When the back office asks for phone number "+442079460107"
      Then the answer has phone number "+442079460107" with
        | listing |
        | public  |
      And the customer has the assets
        | number        | listing |
        | +442079460107 | public  |
