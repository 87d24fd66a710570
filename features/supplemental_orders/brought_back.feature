@oms
Feature: Revisions that bring back what the first version wanted
  A customer wants something else, and then what was ordered at first after all. The
  version in between was worked in, so there is something to take back.

  Source: Process Sales Order Fulfillment, "About Supplemental Orders".

  @SU-11
  Rule: A further revision may come while an earlier one is being worked in, and the newest counts

    Continued from revised_again.feature.

    Background:
      Given an order "BASE" with
        | line | action | product        | asset | greeting |
        | 1    | Add    | VoIP Voicemail | VOICE | short    |
        | 2    | Add    | Static Address | FIXED |          |
      And billing holds its work

    # For systems that declare revision_on_revision = "accept":
    @billing-after-provisioning @revision-on-revision-accept
    Example: The third version brings back what the second one has altered
      When order "BASE" is submitted
      And order "BASE" is revised to
        | line | action | product        | asset | greeting |
        | 1    | Add    | VoIP Voicemail | VOICE | long     |
        | 2    | Add    | Static Address | FIXED |          |
      And all is quiet
      And order "BASE" is revised to
        | line | action | product        | asset | greeting |
        | 1    | Add    | VoIP Voicemail | VOICE | short    |
        | 2    | Add    | Static Address | FIXED |          |
      And billing takes up its work again
      Then provisioning has
        | asset | greeting |
        | VOICE | short    |

  @PL-19
  Rule: A line that is brought back takes the price list that the header has now

    # For systems that declare revision_on_revision = "accept":
    @price-lists+supplementals @withdrawal-absent @revision-on-revision-accept
    Example: A line without a price list that comes back is charged on the header's new price list
      Given an order "BASE" on the "Household Price List" with
        | line | action | product        | asset | price list |
        | 1    | Add    | VoIP Voicemail | VOICE |            |
        | 2    | Add    | Static Address | FIXED |            |
      And order "BASE" is held at provisioning
      When order "BASE" is revised to
        | line | action | product        | asset | price list |
        | 1    | Add    | VoIP Voicemail | VOICE |            |
      And order "BASE" is revised on the "Seasonal Price List" to
        | line | action | product        | asset | price list |
        | 1    | Add    | VoIP Voicemail | VOICE |            |
        | 2    | Add    | Static Address | FIXED |            |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And billing has
        | asset | price list          |
        | VOICE | Seasonal Price List |
        | FIXED | Seasonal Price List |
