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
