Feature: Messages after the cancel of an order
  While an order is being undone, updates about it still come in, and earlier messages may
  come again. None of them brings the order back. Only this order's work is undone, though
  others have the same product.

  Source: Understanding the Provision Order and Update Fulfillment Order Business Flows, "About Order Provisioning".

  Background:
    Given the customer has
      | asset | product     | service point |
      | THERE | VoIP Access | Sp 0041       |
    And an order "CHANGED" with
      | line | action | product     | asset | service point |
      | 1    | Add    | VoIP Access | VOICE | Sp 0041       |
      | 2    | Add    | VoIP Access | OTHER | Sp 0042       |
    And order "CHANGED" is held at provisioning

  @PV-05 @oms
  Rule: An update of a line that is being undone does not bring the line back

    @cancellation+filled-in-data
    Example: A value that comes while a line is being undone leaves nothing of the line
      Given provisioning holds the work of releasing reservations
      When the CRM cancels order "CHANGED"
      And provisioning reports the value "020 7946 0123" of "number" of line 1 of order "CHANGED"
      And provisioning completes all its work for order "CHANGED"
      Then order "CHANGED" is cancelled
      And the number of assets charged is one

    @cancellation+service-points
    Example: Two lines of one product are undone, and a third one at the same service point stays
      When the CRM cancels order "CHANGED"
      And provisioning completes all its work for order "CHANGED"
      Then order "CHANGED" is cancelled
      And provisioning has nothing of "VOICE"
      And provisioning has nothing of "OTHER"
      And provisioning has
        | asset | service point |
        | THERE | Sp 0041       |

    @cancellation+redelivery @idempotent-delivery
    Example: An order that is delivered again after its cancel stays cancelled
      When the CRM cancels order "CHANGED"
      And provisioning completes all its work for order "CHANGED"
      And every version of order "CHANGED" is delivered again
      Then order "CHANGED" is cancelled
      And provisioning has nothing of "VOICE"
      And provisioning is asked once for line 1 of order "HOLDINGS"

    @cancellation+redelivery @idempotent-delivery
    Example: A cancel that is delivered twice is done once
      When the CRM cancels order "CHANGED"
      And provisioning completes all its work for order "CHANGED"
      And everything is delivered again
      Then nothing is handed on a second time

  @UF-05
  Rule: A completion that is reported too late does not complete a cancelled order

    @oms @cancellation+redelivery
    Example: A line that is reported complete after the cancel does not become an asset
      When the CRM cancels order "CHANGED"
      And provisioning completes all its work for order "CHANGED"
      And provisioning reports the status "COMPLETE" of line 1 of order "CHANGED"
      Then order "CHANGED" is not complete
      And the customer has the assets
        | product     |
        | VoIP Access |

  @UF-07
  Rule: A value that was assigned to a cancelled order is not reported for the next one

    @oms @cancellation+filled-in-data
    Example: A later order for the same product is told only its own values
      Given an order "NEXT" with
        | line | action | product     |
        | 1    | Add    | VoIP Access |
      When provisioning reports the value "020 7946 0123" of "number" of line 1 of order "CHANGED"
      And the CRM cancels order "CHANGED"
      And order "NEXT" is submitted
      And provisioning takes up its work again
      Then the CRM does not receive the value "020 7946 0123" of "number" of line 1 of order "NEXT"

  @PV-05 @oms
  Rule: A cancel takes back what a revision has put back on the order

    Background:
      Given provisioning holds the work of releasing reservations
      And provisioning reports the milestone "RESERVED" of line 1 of order "CHANGED"

    # For systems that declare revision_on_revision = "accept":
    @supplementals+cancellation @cancel-message @withdrawal-absent @revision-on-revision-accept
    Example: A line that was left out and put back is gone after the cancel
      When order "CHANGED" is revised to
        | line | action | product     | asset | service point |
        | 2    | Add    | VoIP Access | OTHER | Sp 0042       |
      And order "CHANGED" is revised to
        | line | action | product     | asset | service point |
        | 1    | Add    | VoIP Access | VOICE | Sp 0041       |
        | 2    | Add    | VoIP Access | OTHER | Sp 0042       |
      And the CRM cancels order "CHANGED"
      And provisioning completes all its work for order "CHANGED"
      Then order "CHANGED" is cancelled
      And provisioning has nothing of "VOICE"
