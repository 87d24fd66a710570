Feature: The content of a supplemental order
  The order system reads a supplemental order as a whole: a line that it leaves out is
  withdrawn. So the CRM submits the payer and each line's address again, though nobody
  changed them.

  Source: Process Sales Order Fulfillment, "About Supplemental Orders".

  @SU-01 @crm
  Rule: A supplemental order contains everything that the order said, except what a user changed

    Continued from which_change_is_one.feature.

    Background:
      Given an order "BASE" with header
        | account  | payer     | site         |
        | Customer | Neighbour | 12 Mill Lane |
      And its lines are
        | line | action | product         | asset | site          | speed | greeting |
        | 1    | Add    | Internet Access | HOME  | 12 Mill Lane  | 100   |          |
        | 2    | Add    | VoIP Voicemail  | MAIL  | 7 Harbour Row |       | short    |

    Example: Header and addresses are submitted again when one line changes
      Given the order system has order "BASE"
      When order "BASE" is revised to
        | line | action | product         | asset | site          | speed | greeting |
        | 1    | Add    | Internet Access | HOME  | 12 Mill Lane  | 500   |          |
        | 2    | Add    | VoIP Voicemail  | MAIL  | 7 Harbour Row |       | short    |
      Then the queue holds the header of order "BASE"
        | account  | payer     | site         |
        | Customer | Neighbour | 12 Mill Lane |
      And the queue holds the lines of order "BASE"
        | line | site          | speed | greeting |
        | 1    | 12 Mill Lane  | 500   |          |
        | 2    | 7 Harbour Row |       | short    |

    Example: A line with a new address is submitted with it, and the other line with its old one
      Given the order system has order "BASE"
      When order "BASE" is revised to
        | line | action | product         | asset | site         | speed | greeting |
        | 1    | Add    | Internet Access | HOME  | 12 Mill Lane | 100   |          |
        | 2    | Add    | VoIP Voicemail  | MAIL  | 9 Quay Walk  |       | short    |
      Then the queue holds the lines of order "BASE"
        | line | site         | speed | greeting |
        | 1    | 12 Mill Lane | 100   |          |
        | 2    | 9 Quay Walk  |       | short    |

    Example: A component with an address of its own keeps that address
      Given an order "BUNDLE" with
        | line | action | product             | asset | site          |
        | 1    | Add    | VoIP Service Bundle | VOICE | 12 Mill Lane  |
        | 1.1  | Add    | VoIP Voicemail      | MAIL  | 7 Harbour Row |
      And the order system has order "BUNDLE"
      When order "BUNDLE" is revised to
        | line | action | product             | asset | site          |
        | 1    | Add    | VoIP Service Bundle | VOICE | 9 Quay Walk   |
        | 1.1  | Add    | VoIP Voicemail      | MAIL  | 7 Harbour Row |
      Then the queue holds the lines of order "BUNDLE"
        | line | site          |
        | 1    | 9 Quay Walk   |
        | 1.1  | 7 Harbour Row |

    @shipping-information
    Example: Shipping information is submitted again
      Given an order "GOODS" with header
        | account  | ship to       | ship by |
        | Customer | The back door | Courier |
      And its lines are
        | line | action | product     |
        | 1    | Add    | Home Router |
        | 2    | Add    | Handset     |
      And the order system has order "GOODS"
      When order "GOODS" is revised to
        | line | action | product     |
        | 1    | Add    | Home Router |
      Then the queue holds the header of order "GOODS"
        | account  | ship to       | ship by |
        | Customer | The back door | Courier |

    @shipping-information
    Example: A revision ships the goods elsewhere
      Given an order "GOODS" with header
        | account  | ship to       | ship by |
        | Customer | The back door | Courier |
      And its lines are
        | line | action | product     |
        | 1    | Add    | Home Router |
      And the order system has order "GOODS"
      When a user begins to revise order "GOODS"
      And a user sets the ship to of order "GOODS" to "The front door" and saves it
      And order "GOODS" is submitted
      Then the queue holds the header of order "GOODS"
        | ship to        | ship by |
        | The front door | Courier |

    @shipping-information
    Example: A revision has the goods brought by another carrier
      Given an order "GOODS" with header
        | account  | ship to       | ship by |
        | Customer | The back door | Courier |
      And its lines are
        | line | action | product     |
        | 1    | Add    | Home Router |
      And the order system has order "GOODS"
      When a user begins to revise order "GOODS"
      And a user sets the ship by of order "GOODS" to "Post" and saves it
      And order "GOODS" is submitted
      Then the queue holds the header of order "GOODS"
        | ship to       | ship by |
        | The back door | Post    |

    @shipping-information
    Example: A revision leaves open by whom the goods are brought
      Given an order "GOODS" with header
        | account  | payer     | ship to       | ship by |
        | Customer | Neighbour | The back door | Courier |
      And its lines are
        | line | action | product     |
        | 1    | Add    | Home Router |
      And the order system has order "GOODS"
      When a user begins to revise order "GOODS"
      And a user sets the ship by of order "GOODS" to nothing and saves it
      And order "GOODS" is submitted
      Then the queue holds the header of order "GOODS"
        | payer     | ship to       | ship by |
        | Neighbour | The back door |         |

    Example: A revision has another payer and another site
      Given the order system has order "BASE"
      When a user begins to revise order "BASE"
      And a user sets the payer of order "BASE" to "Customer" and saves it
      And a user sets the site of order "BASE" to "9 Quay Walk" and saves it
      And order "BASE" is submitted
      Then the queue holds the header of order "BASE"
        | account  | payer    | site        |
        | Customer | Customer | 9 Quay Walk |

    @back-office-reports
    Example: An order of which a back office has reported something is open, and can be revised
      Given the order system has order "BASE"
      When the back office reports order "BASE" with
        | status    |
        | ALLOCATED |
      And order "BASE" is revised to
        | line | action | product         | asset | site         | speed |
        | 1    | Add    | Internet Access | HOME  | 12 Mill Lane | 500   |
      Then order "BASE" is queued two times
