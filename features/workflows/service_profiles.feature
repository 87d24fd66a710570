Feature: Service profiles between the CRM and back offices
  A service profile is what a customer has: the installed assets. Accounting and the
  field office work from their own copies, which are good only while they are the same.

  Source: Siebel eCommunications Guide, "Business Scenarios for Defining
  Integration Workflow Processes".

  @WF-07 @installed-base @back-office-push @crm
  Rule: A service profile that a user creates or changes in the CRM is sent to every back office that is set up

    Example: A customer's first asset is sent
      When a user enters asset "MY LINE" with
        | product         | speed |
        | Internet Access | 100   |
      Then each back office has the customer's service profile with
        | product         | speed |
        | Internet Access | 100   |

    Example: A change to an asset is sent
      Given a user enters asset "MY LINE" with
        | product         | speed |
        | Internet Access | 100   |
      When a user enters asset "MY LINE" with
        | speed |
        | 500   |
      Then each back office has the customer's service profile with
        | product         | speed |
        | Internet Access | 500   |

    Example: A back office that is down holds up no other
      Given back office "Accounting" cannot be reached
      When a user enters asset "MY LINE" with
        | product         | speed |
        | Internet Access | 100   |
      Then back office "Field Office" has the customer's service profile with
        | product         | speed |
        | Internet Access | 100   |

    Example: A back office has what it missed when it is back
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

    Example: The other back office, too, has what it missed when it is back
      Given back office "Field Office" cannot be reached
      And a user enters asset "MY LINE" with
        | product         | speed |
        | Internet Access | 100   |
      When back office "Field Office" can be reached again
      Then each back office has the customer's service profile with
        | product         | speed |
        | Internet Access | 100   |

  @WF-08 @installed-base @back-office-reports @crm
  Rule: A service profile that is created or changed outside is brought up to date in the CRM

    Background:
      Given the back office reports the customer's service profile with
        | id    | product         | speed |
        | ACC-1 | Internet Access | 100   |

    Example: An asset that is new in the back office is new in the CRM
      Then the customer has the assets
        | product         | speed |
        | Internet Access | 100   |

    Example: An asset that is changed in the back office is changed in the CRM
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

    Example: What a report does not mention of an asset stays as it is
      When the back office reports the customer's service profile with
        | id    | upload |
        | ACC-1 | 40     |
      Then the customer has the assets
        | product         | speed | upload |
        | Internet Access | 100   | 40     |

    @back-office-requests
    Example: Who asks for the service profile afterwards is told what was changed
      When the back office reports the customer's service profile with
        | id    | product         | speed |
        | ACC-1 | Internet Access | 500   |
      And back office "Field Office" asks for the customer's service profile
      Then the answer has the customer's service profile with
        | product         | speed |
        | Internet Access | 500   |
