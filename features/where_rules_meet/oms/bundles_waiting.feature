Feature: Bundles that wait for a date or a place
  A bundle waits for the date of its order, and a component with a date of its own waits
  for that. A bundle takes one place until its last component is complete.

  Source: Process Sales Order Fulfillment, "About Future-Dated Orders" and
  "Supporting Order Priorities"; Understanding the Provision Order and Update
  Fulfillment Order Business Flows, "About Order Provisioning".

  @FD-04
  Rule: The header's date holds for every level of a bundle

    Background:
      Given an order "LATER" with header
        | account  | price list           | due date  |
        | Customer | Household Price List | in 5 days |
      And its lines are
        | line  | action | product             | asset |
        | 1     | Add    | VoIP Service Bundle |       |
        | 1.1   | Add    | Handset Kit         |       |
        | 1.1.1 | Add    | Handset             | HANDS |

    @oms @virtual-clock @bundles+dates
    Example: Work on three levels of a bundle starts at the date, and none of it before
      When order "LATER" is submitted
      And the clock comes to a minute before the due date of order "LATER"
      Then no work has started on order "LATER"
      When the clock comes to the due date of order "LATER"
      Then order "LATER" is complete

  @FD-01
  Rule: A component with its own date is begun at that date, whatever its bundle waits for

    @oms @virtual-clock @line-dates-on @bundles+dates
    Example: A component with an earlier date is begun while its bundle waits
      Given an order "LATER" with header
        | account  | price list           | due date   |
        | Customer | Household Price List | in 10 days |
      And its lines are
        | line | action | product             | due date  |
        | 1    | Add    | VoIP Service Bundle |           |
        | 1.1  | Add    | VoIP Access         | in 5 days |
      When order "LATER" is submitted
      And the clock comes to 5 days before the due date of order "LATER"
      Then provisioning is asked at least once for line 1.1 of order "LATER"
      But provisioning is told nothing about line 1 of order "LATER"

  @PR-04 @oms @limited-capacity
  Rule: A bundle takes one place and frees it with its last component

    Background:
      Given orders held at provisioning take every place
      And an order "BUNDLE" with
        | line  | action | product             |
        | 1     | Add    | VoIP Service Bundle |
        | 1.1   | Add    | Handset Kit         |
        | 1.1.1 | Add    | Handset             |

    @bundles+priorities
    Example: A bundle of three levels takes one place and leaves none for another order
      When order "BUNDLE" is submitted
      And a small order "LOW" with priority Low is submitted
      And a place becomes free
      Then work has started on order "BUNDLE"
      And no work has started on order "LOW"

    @bundles+priorities
    Example: Another order gets the place of a bundle once all its components are complete
      When order "BUNDLE" is submitted
      And a small order "LOW" with priority Low is submitted
      And a place becomes free
      And provisioning completes line 1 of order "BUNDLE"
      And provisioning takes up its work again
      Then order "BUNDLE" is complete
      And work has started on order "LOW"

  @PV-11
  Rule: Each component is delivered to the service point on its own line

    @oms @bundles+service-points
    Example: Two bundles are for two service points, each with its components
      Given an order "BASE" with
        | line | action | product             | service point |
        | 1    | Add    | VoIP Service Bundle | Customer      |
        | 1.1  | Add    | VoIP Voicemail      | Customer      |
        | 2    | Add    | VoIP Service Bundle | Neighbour     |
        | 2.1  | Add    | VoIP Voicemail      | Neighbour     |
      When order "BASE" is submitted
      Then provisioning is told of order "BASE"
        | line | component of | service point |
        | 1    |              | Customer      |
        | 1.1  | 1            | Customer      |
        | 2    |              | Neighbour     |
        | 2.1  | 2            | Neighbour     |
