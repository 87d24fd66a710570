Feature: Failures, and what is cancelled, told or delivered meanwhile
  A line that failed waits for somebody to mend it. Until then it keeps what was told of it, it can be cancelled with its
  order, and it is one line among others: the one for which the failure was told, once.

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
  Rule: An order of which a line has failed can be cancelled, and nothing is left of any line

    @oms @failures+cancellation
    Example: The failed line holds the cancel up no longer than the other one
      When provisioning completes line 1 of the order
      And the CRM cancels the order
      And provisioning completes what it has of the order
      Then the order is cancelled
      And provisioning has nothing of "OTHER"
      And the number of assets charged is no

  @UF-07 @oms @two-phase-billing @billing-grain-line
  Rule: What is filled in for a line counts after its failure is mended, whether it was told before or meanwhile

    @failures+filled-in-data
    Example: A value that was told before the failure reaches billing after it is mended
      When provisioning reports the value "020 7946 0123" of "number" of line 1 of the order
      And provisioning completes line 1 of the order
      And provisioning does line 1 of the order after all
      Then billing receives the value "020 7946 0123" of "number" of line 1 of the order

    @failures+filled-in-data
    Example: A value that is told while the line waits to be mended reaches the CRM and billing
      When provisioning completes line 1 of the order
      And provisioning reports the value "020 7946 0123" of "number" of line 1 of the order
      Then the CRM receives the value "020 7946 0123" of "number" of line 1 of the order
      When provisioning does line 1 of the order after all
      Then billing receives the value "020 7946 0123" of "number" of line 1 of the order

  @PV-15 @oms
  Rule: A failure is that of one line at one service point, not of its product

    @failures+service-points
    Example: The same product at another service point is set up while the first one has failed
      When provisioning completes the order
      Then the CRM receives a fallout of line 1 of the order
      And line 2 of the order is complete
      And the order is refused or fallen out
      And provisioning has
        | asset | service point |
        | OTHER | Sp 0042       |

    @failures+service-points
    Example: What failed and is done after all is at its own service point
      When provisioning completes the order
      And provisioning does line 1 of the order after all
      Then the order is complete
      And provisioning has
        | asset | service point |
        | VOICE | Sp 0041       |
        | OTHER | Sp 0042       |

    @failures+redelivery @idempotent-delivery
    Example: A failure that is delivered twice is told once
      When provisioning completes the order
      And everything is delivered again
      Then nothing comes of it

    @failures+redelivery @idempotent-delivery
    Example: A failure that is delivered once more after it was mended is over all the same
      When provisioning completes the order
      And provisioning does line 1 of the order after all
      And everything is delivered again
      Then nothing comes of it
      And the order is complete
