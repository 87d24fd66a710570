Feature: Three versions of a large order
  A change order for a bundle and two services is revised twice. Nearly every field of
  nearly every line differs between the versions, and the last one has blanks.

  Source: Process Sales Order Fulfillment, "About Supplemental Orders" and "About
  Follow-On Orders".

  Background:
    Given an order "BASE" with
      | line | product             | asset |
      | 1    | Internet Access     | HOME  |
      | 2    | Internet Access     | OTHER |
      | 3    | VoIP Service Bundle | VOICE |
      | 3.1  | VoIP Voicemail      | MAIL  |
    And the order system has order "BASE"
    And the order system has order "CHANGE" with
      | line | action  | product             | asset | price list          | price override | due date  | site         | service point | depends on       | speed | greeting |
      | 1    | Update  | Internet Access     | HOME  | Consumer Price List | 9.90           | in 3 days | 12 Mill Lane | Customer      | line 1 of BASE   | 100   |          |
      | 2    | Suspend | Internet Access     | OTHER | Seasonal Price List | 5.50           | in 4 days | 12 Mill Lane | Neighbour     | line 2 of BASE   | 200   |          |
      | 3    | Update  | VoIP Service Bundle | VOICE | Seasonal Price List | 6.60           | in 5 days | 12 Mill Lane | Customer      | line 3 of BASE   |       |          |
      | 3.1  | Update  | VoIP Voicemail      | MAIL  | Consumer Price List | 7.70           | in 6 days | 9 Quay Walk  | Neighbour     | line 3.1 of BASE |       | short    |
      | 3.2  | Add     | VoIP Voicemail      | SECND | Seasonal Price List | 8.80           | in 7 days | 12 Mill Lane | Customer      |                  |       | long     |

  @FL-07 @integration
  Rule: The third version is handed on as it is, whatever the first two said

    Background:
      When order "CHANGE" is revised to
        | line | action  | product             | asset | price list                  | price override | due date  | site          | service point | depends on     | speed | greeting |
        | 1    | Suspend | Internet Access     | HOME  | Premium Consumer Price List | 9.80           | in 4 days | 7 Harbour Row | Neighbour     | line 2 of BASE | 500   |          |
        | 2    | Update  | Internet Access     | OTHER | Consumer Price List         | 5.40           | in 5 days | 7 Harbour Row | Customer      | line 1 of BASE | 300   |          |
        | 3    | Update  | VoIP Service Bundle | VOICE | Consumer Price List         | 6.50           | in 6 days | 7 Harbour Row | Neighbour     | line 2 of BASE |       |          |
        | 3.1  | Suspend | VoIP Voicemail      | MAIL  | Seasonal Price List         | 7.60           | in 7 days | 7 Harbour Row | Customer      | line 3 of BASE |       | spoken   |
        | 3.2  | Add     | VoIP Voicemail      | SECND | Consumer Price List         | 8.70           | in 8 days | 9 Quay Walk   | Neighbour     | line 1 of BASE |       | sung     |

    @bundles+supplementals+follow-ons
    Example: The third version changes every field of three lines and clears those of two
      When order "CHANGE" is revised to
        | line | action | product             | asset | price list          | price override | due date  | site        | service point | depends on     | speed | greeting |
        | 1    | Delete | Internet Access     | HOME  | Seasonal Price List | 9.70           | in 5 days | 9 Quay Walk | Payer         | line 3 of BASE | 1000  |          |
        | 2    | Resume | Internet Access     | OTHER |                     |                |           |             |               |                |       |          |
        | 3    | Update | VoIP Service Bundle | VOICE | Standard Price List | 6.40           | in 8 days | 9 Quay Walk | Payer         | line 1 of BASE |       |          |
        | 3.1  | Delete | VoIP Voicemail      | MAIL  |                     |                |           |             |               |                |       |          |
        | 3.2  | Add    | VoIP Voicemail      | SECND | Standard Price List | 8.60           | in 9 days | 4 Fen End   | Payer         | line 2 of BASE |       | whistled |
      Then the order system receives order "CHANGE" just as it was submitted

    @restartable @absent-neighbours @supplementals+follow-ons+restarts
    Example: The third version returns to the first one's fields, through an absence and a breakdown
      When the order system cannot be reached
      And order "CHANGE" is revised to
        | line | action  | product             | asset | price list          | price override | due date  | site         | service point | depends on       | speed | greeting |
        | 1    | Update  | Internet Access     | HOME  | Consumer Price List | 9.90           | in 3 days | 12 Mill Lane | Customer      | line 1 of BASE   | 100   |          |
        | 2    | Suspend | Internet Access     | OTHER | Seasonal Price List | 5.50           | in 4 days | 12 Mill Lane | Neighbour     | line 2 of BASE   | 200   |          |
        | 3    | Update  | VoIP Service Bundle | VOICE | Seasonal Price List | 6.60           | in 5 days | 12 Mill Lane | Customer      | line 3 of BASE   |       |          |
        | 3.1  | Update  | VoIP Voicemail      | MAIL  | Consumer Price List | 7.70           | in 6 days | 9 Quay Walk  | Neighbour     | line 3.1 of BASE |       | short    |
        | 3.2  | Add     | VoIP Voicemail      | SECND | Seasonal Price List | 8.80           | in 7 days | 12 Mill Lane | Customer      |                  |       | long     |
      And the integration breaks down and is started again
      And the order system can be reached again
      Then the order system receives order "CHANGE" just as it was submitted
