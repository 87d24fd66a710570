Feature: Phone numbers and other assets
  A phone number is an asset like a line or an address. The messages that carry phone
  numbers between the CRM and back offices can carry any other asset too.

  Source: Siebel eCommunications Guide, "Business Scenarios for Defining
  Integration Workflow Processes".

  @WF-24 @installed-base @phone-numbers @crm
  Rule: The CRM keeps phone numbers as assets

    Example: A number that a user enters becomes an asset with the same digits
      When a user enters phone number "0044207946012" with
        | listing |
        | public  |
      Then the customer has the assets
        | product      | number        |
        | Phone Number | 0044207946012 |

    @back-office-reports
    Example: A number that a back office reports becomes an asset
      When the back office reports phone number "+442079460108" with
        | listing |
        | public  |
      Then the customer has the assets
        | product      | number        |
        | Phone Number | +442079460108 |

    @back-office-requests
    Example: A requested service profile contains the customer's phone number
      When a user enters phone number "0044207946012" with
        | listing |
        | public  |
      And the back office asks for the customer's service profile
      Then the answer has the customer's service profile with
        | product      | number        |
        | Phone Number | 0044207946012 |

  @WF-25 @installed-base @crm
  Rule: The workflows for phone numbers can be used for any other asset

    @back-office-push
    Example: A network address that a user enters is sent to each back office
      When a user enters asset "192.0.2.7" with
        | product        | version |
        | Static Address | v4      |
      Then each back office has asset "192.0.2.7" with
        | product        | version |
        | Static Address | v4      |

    @back-office-reports
    Example: A network address that a back office reports becomes an asset
      When the back office reports asset "192.0.2.8" with
        | product        | version |
        | Static Address | v4      |
      Then the customer has the assets
        | product        | version |
        | Static Address | v4      |

    @back-office-requests
    Example: A request for a network address is answered
      Given a user enters asset "192.0.2.9" with
        | product        | version |
        | Static Address | v4      |
      When the back office asks for asset "192.0.2.9"
      Then the answer has asset "192.0.2.9" with
        | product        | version |
        | Static Address | v4      |
