Feature: The service profile
  Whoever talks to a customer wants to see what there is, on one screen. That view
  is made of the assets; if it kept a copy of its own, the two would soon differ.

  Source: Siebel Order Management Guide, "Scenario for Order Management", and
  Siebel eCommunications Guide, "Responding to an External Request for Service
  Profile Data".

  @AS-04 @installed-base @order-tracking @crm
  Rule: A customer's service profile says the same as the list of the customer's assets

    Background:
      Given the customer has
        | line | action | product         | asset | speed | version | greeting |
        | 1    | Add    | Internet Access | HOME  | 100   |         |          |
        | 2    | Add    | Static Address  | FIXED |       | v4      |          |
        | 3    | Add    | VoIP Voicemail  | VOICE |       |         | short    |

    Example: Service profile and list of assets show the same things with the same values
      Then the desk lists the service profile of the customer
        | product         | speed | version | greeting |
        | Internet Access | 100   |         |          |
        | Static Address  |       | v4      |          |
        | VoIP Voicemail  |       |         | short    |

    Example: A suspended asset is suspended in the service profile too
      Given the customer's "HOME" is suspended
      Then the desk lists the service profile of the customer
        | product         | status    |
        | Internet Access | Suspended |
        | Static Address  | Active    |
        | VoIP Voicemail  | Active    |

    Example: A change and a disconnection show in the service profile too
      Given an order "CHANGE" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
        | 2    | Delete | FIXED |       |
      When order "CHANGE" is submitted and fulfilled
      Then the desk lists the service profile of the customer
        | product         | speed | greeting |
        | Internet Access | 500   |          |
        | VoIP Voicemail  |       | short    |

    Example: A service profile shows nothing of another customer
      Then the desk lists the service profile of the account "Neighbour"
        | product |
