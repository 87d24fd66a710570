Feature: Charges that never began
  Billing cannot begin a charge on a price list that it does not know. The next version
  of the order has a list that it knows, or does not want the line any more. Nothing is
  charged yet, so there is nothing to change and nothing to stop.

  Source: Process Sales Order Fulfillment, "About Supplemental Orders" and "Changing
  Price Lists on Supplemental Orders"; Understanding the Provision Order and Update
  Fulfillment Order Business Flows, "About the Provision Order Business Flow".

  @PL-21 @oms @price-lists-on-supplementals @line-price-lists
  Rule: A line that billing could not begin is charged on the price list of the newest version

    Background:
      Given an order "BASE" with
        | line | action | product     | asset  | price list       |
        | 1    | Add    | Home Router | ROUTER | Staff Price List |

    @price-lists+supplementals+failures
    Example: An order on an unknown price list is done once a revision names a known one
      When order "BASE" is submitted
      And all is quiet
      And order "BASE" is revised to
        | line | action | product     | asset  | price list          |
        | 1    | Add    | Home Router | ROUTER | Seasonal Price List |
      And all is quiet
      Then order "BASE" is complete
      And billing has
        | asset  | price list          |
        | ROUTER | Seasonal Price List |

    @price-lists+supplementals+failures
    Example: A revision names a known price list before billing has said that it cannot begin
      When order "BASE" is submitted
      And order "BASE" is revised to
        | line | action | product     | asset  | price list          |
        | 1    | Add    | Home Router | ROUTER | Seasonal Price List |
      And all is quiet
      Then order "BASE" is complete
      And billing has
        | asset  | price list          |
        | ROUTER | Seasonal Price List |

  @PL-21 @oms @price-lists-on-supplementals @line-price-lists
  Rule: A line that was set up on an unknown price list is charged on the one that a revision names

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | price list          |
        | 1    | Add    | Internet Access | HOME  | Consumer Price List |
      And order "BASE" is held at provisioning

    @price-lists+supplementals+failures @revision-on-revision-accept @whole-lines
    Example: A charge that was begun, and could not be completed, is completed on the newest list
      When order "BASE" is revised to
        | line | action | product         | asset | price list       |
        | 1    | Add    | Internet Access | HOME  | Staff Price List |
      And provisioning completes order "BASE"
      And all is quiet
      And order "BASE" is revised to
        | line | action | product         | asset | price list          |
        | 1    | Add    | Internet Access | HOME  | Seasonal Price List |
      And all is quiet
      Then order "BASE" is complete
      And billing has
        | asset | price list          |
        | HOME  | Seasonal Price List |

  @SU-08 @oms @line-price-lists
  Rule: A line that billing could not begin is gone once a version leaves it out

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | price list          |
        | 1    | Add    | Internet Access | HOME  | Staff Price List    |
        | 2    | Add    | Static Address  | FIXED | Consumer Price List |
      And provisioning holds its work

    @price-lists+supplementals+failures
    Example: The other line is done after the line that billing could not begin was left out
      When order "BASE" is submitted
      And all is quiet
      And order "BASE" is revised to
        | line | action | product        | asset | price list          |
        | 2    | Add    | Static Address | FIXED | Consumer Price List |
      And provisioning completes all its work for order "BASE"
      Then order "BASE" is complete

    @price-lists+supplementals+failures
    Example: The other line is done though the first is left out before billing could say that it cannot begin
      When order "BASE" is submitted
      And order "BASE" is revised to
        | line | action | product        | asset | price list          |
        | 2    | Add    | Static Address | FIXED | Consumer Price List |
      And provisioning completes all its work for order "BASE"
      Then order "BASE" is complete

  @PV-05 @oms @line-price-lists
  Rule: An order that billing could not begin is cancelled

    @price-lists+failures+cancellation
    Example: An order on an unknown price list is cancelled
      Given an order "BASE" with
        | line | action | product     | asset  | price list       |
        | 1    | Add    | Home Router | ROUTER | Staff Price List |
      When order "BASE" is submitted
      And all is quiet
      And the CRM cancels order "BASE"
      And all is quiet
      Then order "BASE" is cancelled
