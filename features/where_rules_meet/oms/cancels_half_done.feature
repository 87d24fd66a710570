@oms
Feature: Cancels of revised orders of which some work is done
  While one line of an order is being undone for a revision, the work on its other lines
  may go on. A cancel takes all of it back, whichever version has asked for it.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning"; Process Sales Order Fulfillment, "About
  Supplemental Orders".

  @PV-05 @cancel-message @withdrawal-absent @billing-after-provisioning
  Rule: A cancel takes back what was done while a revision was being worked in

    Background:
      Given an order "BASE" with
        | line | action | product        | asset |
        | 1    | Add    | VoIP Voicemail | VOICE |
        | 2    | Add    | Static Address | FIXED |
      And order "BASE" is held at provisioning
      And provisioning holds the work of releasing reservations

    @supplementals+cancellation
    Example: A line that was set up while another one was being undone is taken down by a cancel
      When billing holds its work
      And order "BASE" is revised to
        | line | action | product        | asset |
        | 2    | Add    | Static Address | FIXED |
      And provisioning completes line 2 of order "BASE"
      And the CRM cancels order "BASE"
      And billing takes up its work again
      And provisioning completes all its work for order "BASE"
      Then provisioning has nothing of "FIXED"

  @PV-05 @cancel-message @billing-after-provisioning
  Rule: A cancel leads a service back in all that any version has changed of it

    Background:
      Given the customer has
        | asset | product         | speed | upload |
        | HOME  | Internet Access | 100   | 10     |
      And a change order "CHANGE" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And order "CHANGE" is held at provisioning

    @supplementals+modify-orders+cancellation
    Example: What only a revision has changed of a service is as installed after a cancel
      Given provisioning has set up line 1 of order "CHANGE", which is not billed yet
      When order "CHANGE" is revised to
        | line | action | asset | speed | upload |
        | 1    | Update | HOME  | 500   | 40     |
      And billing takes up its work again
      And the CRM cancels order "CHANGE"
      And provisioning completes all its work for order "CHANGE"
      Then provisioning has
        | asset | speed | upload |
        | HOME  | 100   | 10     |
