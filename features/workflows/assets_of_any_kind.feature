Feature: Phone numbers and other assets of the customer's
  A phone number is something that the customer has, like a line or an address. What
  back offices and the CRM tell each other of numbers, they can tell of anything else.

  Source: Siebel eCommunications Guide, "Business Scenarios for Defining
  Integration Workflow Processes".

  @WF-24 @installed-base @phone-numbers @crm
  Rule: Phone numbers are kept as assets

    Example: A number that a user entered is an asset of the customer's, digit by digit
      When a user enters phone number "0044207946012" with
        | listing |
        | public  |
      Then the customer has the assets
        | product      | number        |
        | Phone Number | 0044207946012 |

    @back-office-reports
    Example: A number that came from outside is an asset of the customer's
      When the back office reports phone number "+442079460108" with
        | listing |
        | public  |
      Then the customer has the assets
        | product      | number        |
        | Phone Number | +442079460108 |

    @back-office-requests
    Example: A number is in the service profile that a back office asks for
      When a user enters phone number "0044207946012" with
        | listing |
        | public  |
      And the back office asks for the customer's service profile
      Then the answer has the customer's service profile with
        | product      | number        |
        | Phone Number | 0044207946012 |

  @WF-25 @installed-base @crm
  Rule: What is done for phone numbers can be done for any other asset

    @back-office-push
    Example: An address is sent when it is entered
      When a user enters asset "192.0.2.7" with
        | product        | version |
        | Static Address | v4      |
      Then each back office has asset "192.0.2.7" with
        | product        | version |
        | Static Address | v4      |

    @back-office-reports
    Example: An address that a back office reports becomes an asset
      When the back office reports asset "192.0.2.8" with
        | product        | version |
        | Static Address | v4      |
      Then the customer has the assets
        | product        | version |
        | Static Address | v4      |

    @back-office-requests
    Example: An address is given to the back office that asks for it
      Given a user enters asset "192.0.2.9" with
        | product        | version |
        | Static Address | v4      |
      When the back office asks for asset "192.0.2.9"
      Then the answer has asset "192.0.2.9" with
        | product        | version |
        | Static Address | v4      |
