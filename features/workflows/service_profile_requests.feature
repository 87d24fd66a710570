Feature: Requests for a service profile
  A service profile is the list of a customer's installed assets. An outside system that
  asks for it gets the same as the desk shows.

  Source: Siebel eCommunications Guide, "Business Scenarios for Defining
  Integration Workflow Processes".

  @WF-06 @installed-base @order-tracking @back-office-requests @crm
  Rule: The CRM answers a request for a service profile with what the installed-assets view shows

    The request goes to the workflow Send Service Profile Data, which runs Get Service Profile Data.

    Example: The answer has every asset with its values
      Given the customer has
        | asset | product         | speed | version |
        | LINE  | Internet Access | 100   |         |
        | FIXED | Static Address  |       | v4      |
      When the back office asks for the customer's service profile
      Then the answer has the customer's service profile with
        | product         | speed | version | status |
        | Internet Access | 100   |         | Active |
        | Static Address  |       | v4      | Active |

    Example: The answer has the assets as they are now
      Given the customer has
        | asset | product         | speed |
        | LINE  | Internet Access | 100   |
      And the customer's "LINE" is suspended
      When the back office asks for the customer's service profile
      Then the answer has the customer's service profile with
        | product         | speed | status    |
        | Internet Access | 100   | Suspended |

    Example: The answer leaves out products that are on order
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

    Example: A customer without assets has an empty profile
      Given the customer has
        | asset | product         |
        | LINE  | Internet Access |
      And the back office asks for the customer's service profile, and gets it
      When the back office asks for service profile "Neighbour"
      Then the answer has service profile "Neighbour" with
        | product |

    Example: A request is answered, and no other system is told
      Given the customer has
        | asset | product         |
        | LINE  | Internet Access |
      When the back office asks for the customer's service profile
      Then the answer has the customer's service profile with
        | product         |
        | Internet Access |
      And each back office is sent nothing of the customer's service profile
