Feature: Service profiles between the CRM and back offices
  A service profile is the list of a customer's installed assets. Accounting and the field
  office work from copies of it, which must be equal to the CRM's.

  Source: Siebel eCommunications Guide, "Business Scenarios for Defining
  Integration Workflow Processes".

  @WF-07 @installed-base @back-office-push @crm
  Rule: A service profile that a user creates or changes is sent to every configured back office

    Example: A customer's first asset is sent
      When a user enters asset "MY LINE" with
        | product         | speed |
        | Internet Access | 100   |
      Then each back office has the customer's service profile with
        | product         | speed |
        | Internet Access | 100   |

    Example: A changed asset is sent to each back office
      Given a user enters asset "MY LINE" with
        | product         | speed |
        | Internet Access | 100   |
      When a user enters asset "MY LINE" with
        | speed |
        | 500   |
      Then each back office has the customer's service profile with
        | product         | speed |
        | Internet Access | 500   |

    Example: A back office that is down does not hold up the other
      Given back office "Accounting" cannot be reached
      When a user enters asset "MY LINE" with
        | product         | speed |
        | Internet Access | 100   |
      Then back office "Field Office" has the customer's service profile with
        | product         | speed |
        | Internet Access | 100   |

    Example: A back office that was down gets what it missed
      Given back office "Accounting" cannot be reached
      And a user enters asset "MY LINE" with
        | product         | speed |
        | Internet Access | 100   |
      And a user enters asset "MY LINE" with
        | speed |
        | 500   |
      When back office "Accounting" can be reached again
      Then each back office has the customer's service profile with
        | product         | speed |
        | Internet Access | 500   |

    Example: A back office gets what it missed, whichever of the two was down
      Given back office "Field Office" cannot be reached
      And a user enters asset "MY LINE" with
        | product         | speed |
        | Internet Access | 100   |
      When back office "Field Office" can be reached again
      Then each back office has the customer's service profile with
        | product         | speed |
        | Internet Access | 100   |

  @WF-08 @installed-base @back-office-reports @crm
  Rule: The CRM takes over a service profile that was created or changed outside

    Background:
      Given the back office reports the customer's service profile with
        | id    | product         | speed |
        | ACC-1 | Internet Access | 100   |

    Example: A new asset of the back office becomes an asset in the CRM
      Then the customer has the assets
        | product         | speed |
        | Internet Access | 100   |

    Example: A changed asset of the back office is changed in the CRM
      When the back office reports the customer's service profile with
        | id    | product         | speed |
        | ACC-1 | Internet Access | 500   |
      Then the customer has the assets
        | product         | speed |
        | Internet Access | 500   |

    Example: A reported service profile is not sent back
      When the back office reports the customer's service profile with
        | id    | product         | speed |
        | ACC-1 | Internet Access | 500   |
      Then each back office is sent nothing of the customer's service profile
      And the customer has the assets
        | product         | speed |
        | Internet Access | 500   |

    Example: A value that a report does not mention stays as it is
      When the back office reports the customer's service profile with
        | id    | upload |
        | ACC-1 | 40     |
      Then the customer has the assets
        | product         | speed | upload |
        | Internet Access | 100   | 40     |

    @back-office-requests
    Example: Another back office that asks is told the changed service profile
      When the back office reports the customer's service profile with
        | id    | product         | speed |
        | ACC-1 | Internet Access | 500   |
      And back office "Field Office" asks for the customer's service profile
      Then the answer has the customer's service profile with
        | product         | speed |
        | Internet Access | 500   |
