Feature: The service profile
  Whoever talks to a customer wants to see on one screen what the customer has. That
  screen is made from the list of assets; a separate copy would soon differ from it.

  Source: Siebel Order Management Guide, "Scenario for Order Management", and
  Siebel eCommunications Guide, "Responding to an External Request for Service
  Profile Data".

  @AS-04 @installed-base @order-tracking @crm
  Rule: A customer's service profile shows the same as the list of the customer's assets

    Background:
      Given the customer has
        | line | action | product         | asset | speed | version | greeting |
        | 1    | Add    | Internet Access | HOME  | 100   |         |          |
        | 2    | Add    | Static Address  | FIXED |       | v4      |          |
        | 3    | Add    | VoIP Voicemail  | VOICE |       |         | short    |

    Example: The service profile shows each asset with the values that the list of assets has
      Then the desk lists the service profile of the customer
        | product         | speed | version | greeting |
        | Internet Access | 100   |         |          |
        | Static Address  |       | v4      |          |
        | VoIP Voicemail  |       |         | short    |

    Example: The service profile shows a suspended asset as suspended
      Given the customer's "HOME" is suspended
      Then the desk lists the service profile of the customer
        | product         | status    |
        | Internet Access | Suspended |
        | Static Address  | Active    |
        | VoIP Voicemail  | Active    |

    Example: The service profile shows an updated asset with its new value, and no deleted asset
      Given an order "CHANGE" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
        | 2    | Delete | FIXED |       |
      When order "CHANGE" is submitted and fulfilled
      Then the desk lists the service profile of the customer
        | product         | speed | greeting |
        | Internet Access | 500   |          |
        | VoIP Voicemail  |       | short    |

    Example: The service profile shows no asset of another customer
      Then the desk lists the service profile of the account "Neighbour"
        | product |
