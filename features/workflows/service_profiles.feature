Feature: Service profiles between the CRM and back offices
  A service profile is what a customer has: the installed assets. Accounting and the
  field office work from their own copies, which are good only while they are the same.

  Source: Siebel eCommunications Guide, "Business Scenarios for Defining
  Integration Workflow Processes".

  @WF-06
  Rule: An outside system that asks for a service profile gets what the installed-assets view shows

    The request goes to the workflow Send Service Profile Data, which runs Get Service Profile Data.

    @crm
    Example: Every asset with what is known of it
      Given the customer has
        | asset | product         | speed | version |
        | LINE  | Internet Access | 100   |         |
        | FIXED | Static Address  |       | v4      |
      When the back office asks for the customer's service profile
      Then the answer has the customer's service profile with
        | product         | speed | version | status |
        | Internet Access | 100   |         | Active |
        | Static Address  |       | v4      | Active |

    @crm
    Example: As the assets are now
      Given the customer has
        | asset | product         | speed |
        | LINE  | Internet Access | 100   |
      And the customer's "LINE" is suspended
      When the back office asks for the customer's service profile
      Then the answer has the customer's service profile with
        | product         | speed | status    |
        | Internet Access | 100   | Suspended |

    @crm
    Example: What is ordered and not there yet is not in it
      Given the customer has
        | asset | product         |
        | LINE  | Internet Access |
      And an order with
        | line | action | product        |
        | 1    | Add    | Static Address |
      When the order is submitted
      And the back office asks for the customer's service profile
      Then the answer has the customer's service profile with
        | product         |
        | Internet Access |

    @crm
    Example: Who has nothing has an empty profile
      Given the customer has
        | asset | product         |
        | LINE  | Internet Access |
      And the back office has been given the customer's service profile
      When the back office asks for service profile "Neighbour"
      Then the answer has service profile "Neighbour" with
        | product |

  @WF-07
  Rule: A service profile that a user creates or changes in the CRM is sent to every back office that is set up

    @crm
    Example: A first asset
      When a user enters asset "MY LINE" with
        | product         | speed |
        | Internet Access | 100   |
      Then each back office has the customer's service profile with
        | product         | speed |
        | Internet Access | 100   |

    @crm
    Example: A change to it
      Given a user enters asset "MY LINE" with
        | product         | speed |
        | Internet Access | 100   |
      When a user enters asset "MY LINE" with
        | speed |
        | 500   |
      Then each back office has the customer's service profile with
        | product         | speed |
        | Internet Access | 500   |

    @crm
    Example: One that is down holds up no other
      Given back office "Accounting" is down
      When a user enters asset "MY LINE" with
        | product         | speed |
        | Internet Access | 100   |
      Then back office "Field Office" has the customer's service profile with
        | product         | speed |
        | Internet Access | 100   |

    @crm
    Example: And has what it missed when it is back
      Given back office "Accounting" is down
      And a user enters asset "MY LINE" with
        | product         | speed |
        | Internet Access | 100   |
      And a user enters asset "MY LINE" with
        | speed |
        | 500   |
      When back office "Accounting" comes back
      Then each back office has the customer's service profile with
        | product         | speed |
        | Internet Access | 500   |

    @crm
    Example: It makes no difference which of them was down
      Given back office "Field Office" is down
      And a user enters asset "MY LINE" with
        | product         | speed |
        | Internet Access | 100   |
      When back office "Field Office" comes back
      Then each back office has the customer's service profile with
        | product         | speed |
        | Internet Access | 100   |

  @WF-08
  Rule: A service profile that is created or changed outside is brought up to date in the CRM

    Background:
      Given the back office reports the customer's service profile with
        | id    | product         | speed |
        | ACC-1 | Internet Access | 100   |

    @crm
    Example: What is new there is new here
      Then the customer has the assets
        | product         | speed |
        | Internet Access | 100   |

    @crm
    Example: What is changed there is changed here
      When the back office reports the customer's service profile with
        | id    | product         | speed |
        | ACC-1 | Internet Access | 500   |
      Then the customer has the assets
        | product         | speed |
        | Internet Access | 500   |

    @crm
    Example: It is not sent back
      When the back office reports the customer's service profile with
        | id    | product         | speed |
        | ACC-1 | Internet Access | 500   |
      Then no back office is sent the customer's service profile
      And the customer has the assets
        | product         | speed |
        | Internet Access | 500   |
