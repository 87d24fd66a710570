Feature: What is altered, dated anew or cancelled while an order is under way
  An order of several lines is under way in some of them and waits in others. A new date comes too late for the whole
  order; a value that was filled in outlives a change of something else; and where an order is billed
  together, what was set up for one line can still be altered or taken back.

  Source: Process Sales Order Fulfillment, "About Supplemental Orders" and "Assumptions and Constraints", and
  Understanding the Provision Order and Update Fulfillment Order Business Flows, "About Order Provisioning".

  @DD-04
  Rule: Once work on one line has begun, a new date in the header moves none of the lines that wait

    @oms @virtual-clock @line-dates-on @supplementals+dates
    Example: A line that waits for the header's date is not begun on the earlier date of a revision
      Given an order "MIXED" with header
        | account  | price list           | due date   |
        | Customer | Household Price List | in 10 days |
      And its lines are
        | line | action | product         | due date |
        | 1    | Add    | Internet Access | now      |
        | 2    | Add    | Static Address  |          |
      When order "MIXED" is submitted
      And order "MIXED" is revised to the due date "in 5 days"
      And a week passes
      Then provisioning and billing are told nothing about line 2 of order "MIXED"

  @UF-07
  Rule: A value that was filled in reaches billing, though the line is then wanted otherwise in something else

    @oms @supplementals+filled-in-data
    Example: The upload that provisioning has assigned is charged after the speed was revised
      Given an order "BASE" with
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |
      And order "BASE" is held at provisioning
      When provisioning reports the value "40" of "upload" of line 1 of order "BASE"
      And order "BASE" is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 500   |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | speed |
        | HOME  | 500   |

  @PV-05 @oms @billing-grain-order @cancel-message
  Rule: A cancel takes down what stands already, where billing waits for the rest of the order

    Background:
      Given an order "BASE" with
        | line | action | product             | asset  |
        | 1    | Add    | VoIP Service Bundle | BUNDLE |
        | 1.1  | Add    | VoIP Voicemail      | VOICE  |
      And order "BASE" is held at provisioning

    @bundles+cancellation
    Example: A component that was set up is taken down with its bundle
      When provisioning completes line 1.1 of order "BASE"
      And the CRM cancels order "BASE"
      And provisioning completes all its work for order "BASE"
      Then order "BASE" is cancelled
      And provisioning has nothing of "VOICE"

  @PL-21 @oms @billing-grain-order
  Rule: Where billing waits for the whole order, each line is charged on the price list that it has by then

    @price-lists+supplementals @price-lists-on-supplementals @line-price-lists
    Example: A line that was set up is billed on the price list of the revision
      Given an order "BASE" with
        | line | action | product        | price list                  |
        | 1    | Add    | VoIP Voicemail | Premium Consumer Price List |
        | 2    | Add    | Static Address | Premium Consumer Price List |
      And order "BASE" is held at provisioning
      When provisioning completes line 1 of order "BASE"
      And order "BASE" is revised to
        | line | action | product        | price list                  |
        | 1    | Add    | VoIP Voicemail | Consumer Price List         |
        | 2    | Add    | Static Address | Premium Consumer Price List |
      And provisioning completes order "BASE"
      Then billing charges for order "BASE"
        | line | price list                  |
        | 1    | Consumer Price List         |
        | 2    | Premium Consumer Price List |

  @PL-21
  Rule: A charge that billing has begun is completed on the line's new price list

    @oms @price-lists+supplementals
    Example: A discount whose price list changes during the work of billing is charged on the new one
      Given an order "BASE" on the "Household Price List" with
        | line | action | product          | asset  | price list          |
        | 1    | Add    | Loyalty Discount | REBATE | Consumer Price List |
      And billing holds its work
      When order "BASE" is submitted
      And order "BASE" is revised to
        | line | action | product          | asset  | price list          |
        | 1    | Add    | Loyalty Discount | REBATE | Seasonal Price List |
      And billing takes up its work again
      Then order "BASE" is complete
      And billing has
        | asset  | price list          |
        | REBATE | Seasonal Price List |
