Feature: Failures with cancels, assigned values and repeated messages
  A failed line waits until somebody mends it. Until then it keeps its values, and it can
  be cancelled with its order. The failure concerns that line only, and is reported once.

  Source: Understanding the Provision Order and Update Fulfillment Order Business Flows, "About the Provision Order
  Business Flow" and "About the Update Fulfillment Order Business Flow".

  Background:
    Given an order with
      | line | action | product     | asset | service point |
      | 1    | Add    | VoIP Access | VOICE | Sp 0041       |
      | 2    | Add    | VoIP Access | OTHER | Sp 0042       |
    And provisioning cannot do line 1 of the order
    And the order is held at provisioning

  @PV-05
  Rule: An order with a failed line can be cancelled, and no line is left

    @oms @failures+cancellation @whole-lines
    Example: The failed line does not hold up the cancel
      When provisioning completes line 1 of the order
      And the CRM cancels the order
      And provisioning completes all its work for the order
      Then the order is cancelled
      And provisioning has nothing of "OTHER"
      And the number of assets charged is zero

  @UF-07 @oms @billing-after-provisioning @billing-grain-line
  Rule: A value of a failed line counts after the line is mended, whenever it was reported

    @failures+filled-in-data
    Example: A value from before the failure reaches billing after the line is mended
      When provisioning reports the value "020 7946 0123" of "number" of line 1 of the order
      And provisioning completes line 1 of the order
      And provisioning does line 1 of the order after all
      Then billing receives the value "020 7946 0123" of "number" of line 1 of the order

    @failures+filled-in-data
    Example: A value that is assigned to a failed line reaches the CRM, and billing later
      When provisioning completes line 1 of the order
      And provisioning reports the value "020 7946 0123" of "number" of line 1 of the order
      Then the CRM receives the value "020 7946 0123" of "number" of line 1 of the order
      When provisioning does line 1 of the order after all
      Then billing receives the value "020 7946 0123" of "number" of line 1 of the order

  @PV-15 @oms
  Rule: A failure concerns one line at one service point, and not its product

    @failures+service-points @billing-grain-line @failed-line-alone
    Example: The same product is set up at another service point while the first line has failed
      When provisioning completes the order
      Then the CRM receives a fallout of line 1 of the order
      And line 2 of the order is complete
      And the order is refused or fallen out
      And provisioning has
        | asset | service point |
        | OTHER | Sp 0042       |

    @failures+service-points @failed-line-alone
    Example: A failed line that is done after all is set up at its own service point
      When provisioning completes the order
      And provisioning does line 1 of the order after all
      Then the order is complete
      And provisioning has
        | asset | service point |
        | VOICE | Sp 0041       |
        | OTHER | Sp 0042       |

    @failures+redelivery @idempotent-delivery
    Example: A failure that is delivered twice is reported once
      When provisioning completes the order
      And everything is delivered again
      Then nothing is handed on a second time

    @failures+redelivery @idempotent-delivery @failed-line-alone
    Example: A failure that is delivered again after it was mended stays mended
      When provisioning completes the order
      And provisioning does line 1 of the order after all
      And everything is delivered again
      Then nothing is handed on a second time
      And the order is complete
