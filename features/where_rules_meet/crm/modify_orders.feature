Feature: Modify orders while their assets are changed by others
  A modify order starts from what the customer has. While a user enters it or others work
  on it, another order may move or end the asset, or fulfilment may assign values.

  Source: Process Sales Order Fulfillment, "About Modify Orders", "Assumptions and Constraints".

  Background:
    Given the customer has
      | asset | product         | site           | speed | upload | version |
      | HOME  | Internet Access | 12 Mill Lane   | 100   | 20     |         |
      | FIXED | Static Address  | 3 Harbour Road |       |        | v4      |

  @PD-01 @installed-base @order-tracking @crm
  Rule: A pending order keeps what another order has done to its asset meanwhile

    Background:
      Given a change order "PENDING" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |

    @modify-orders+service-changes+drafts
    Example: An asset that was moved meanwhile stays at its new address
      Given a change order "MOVE" with
        | line | action      | asset | site         |
        | 1    | Move-Add    | HOME  | 7 Church Way |
        | 2    | Move-Delete | HOME  | 12 Mill Lane |
      When order "MOVE" is submitted and fulfilled
      And order "PENDING" is submitted and fulfilled
      Then line 1 of order "PENDING" is not queued with site "12 Mill Lane"
      And the customer has the assets
        | asset | site           | speed |
        | HOME  | 7 Church Way   | 500   |
        | FIXED | 3 Harbour Road |       |

    @modify-orders+filled-in-data+drafts
    Example: A value that was assigned for another modify order is kept
      Given a change order "SOONER" with
        | line | action | asset | upload |
        | 1    | Update | HOME  | 50     |
      When order "SOONER" is submitted
      And the order system reports of order "SOONER"
        | line | status   | number      |
        | 1    | COMPLETE | 02079460120 |
      And order "PENDING" is submitted and fulfilled
      Then line 1 of order "PENDING" is not queued with upload "20"
      And the customer has the assets
        | asset | speed | upload | number      |
        | HOME  | 500   | 50     | 02079460120 |
        | FIXED |       |        |             |

  @PD-02 @installed-base @order-tracking
  Rule: A pending order is brought up to date, whichever revision of it is submitted

    @crm @modify-orders+drafts
    Example: A pending order that was revised before its submission is brought up to date
      Given a change order "PENDING" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And order "PENDING" is revised before submission to
        | line | action | asset | speed |
        | 1    | Update | HOME  | 900   |
      And a change order "SOONER" with
        | line | action | asset | upload |
        | 1    | Update | HOME  | 50     |
      When order "SOONER" is submitted and fulfilled
      And order "PENDING" is submitted and fulfilled
      Then the customer has the assets
        | asset | speed | upload |
        | HOME  | 900   | 50     |
        | FIXED |       |        |

  @MO-02 @installed-base @order-tracking @crm
  Rule: Each line of a modify order changes its own asset only

    @modify-orders+service-changes
    Example: An order suspends one asset and updates another
      Given a change order "CHANGE" with
        | line | action  | asset | version |
        | 1    | Suspend | HOME  |         |
        | 2    | Update  | FIXED | v6      |
      When order "CHANGE" is submitted and fulfilled
      Then the customer has the assets
        | asset | status    | speed | version |
        | HOME  | Suspended | 100   |         |
        | FIXED | Active    |       | v6      |

    @modify-orders+service-changes
    Example: An order disconnects one asset and updates another
      Given a change order "CHANGE" with
        | line | action | asset | version |
        | 1    | Delete | HOME  |         |
        | 2    | Update | FIXED | v6      |
      When order "CHANGE" is submitted and fulfilled
      Then the customer has the assets
        | asset | site           | version |
        | FIXED | 3 Harbour Road | v6      |

  @MO-01 @installed-base @order-tracking @crm
  Rule: An asset is changed when its modify order is complete, and not when that order has failed

    @modify-orders+failures
    Example: An update that fell out changes the asset only when it is complete
      Given a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      When order "FASTER" is submitted
      And the order system reports a fallout of line 1 of order "FASTER"
      Then the customer has the assets
        | asset | speed |
        | HOME  | 100   |
        | FIXED |       |
      When the order system reports of order "FASTER"
        | line | status   |
        | 1    | COMPLETE |
      Then the customer has the assets
        | asset | speed |
        | HOME  | 500   |
        | FIXED |       |

    @modify-orders+redelivery
    Example: A modify order that is reported complete again does not overwrite a later change
      Given a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And order "FASTER" is submitted and fulfilled
      And a change order "SLOWER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 300   |
      And order "SLOWER" is submitted and fulfilled
      When the order system reports of order "FASTER"
        | line | status   |
        | 1    | COMPLETE |
      Then the customer has the assets
        | asset | speed |
        | HOME  | 300   |
        | FIXED |       |

  @SP-01 @installed-base @order-tracking @kept-service-points
  Rule: A service point stays when its service is changed or ended

    @crm @modify-orders+service-changes+service-points
    Example: The end of a service does not end the service point on its line
      Given a change order "LEAVE" with
        | line | action | asset | service point |
        | 1    | Delete | HOME  | Customer      |
      When order "LEAVE" is submitted and fulfilled
      Then the customer has the assets
        | asset | product        |
        | FIXED | Static Address |
      But the desk shows the service point of the customer as an asset
