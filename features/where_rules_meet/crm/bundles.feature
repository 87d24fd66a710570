Feature: Bundles on orders that are revised, dated or followed on
  A customer may have the same bundle twice, and each component is a line and an asset of
  its own. A CRM that finds a component by its product, or treats a bundle as one line,
  changes the wrong one.

  Source: Process Sales Order Fulfillment, "About Sales Orders", "About
  Supplemental Orders", "About Follow-On Orders" and "About Future-Dated Orders".

  @SU-13
  Rule: On a revision each component keeps its line and its bundle

    @crm @bundles+supplementals
    Example: The first of two equal bundles loses a component, and the second gets one
      Given an order "BASE" with
        | line | action | product           | speed | version |
        | 1    | Add    | Home Starter Pack |       |         |
        | 1.1  | Add    | Internet Access   | 100   |         |
        | 1.2  | Add    | Static Address    |       | v4      |
        | 2    | Add    | Home Starter Pack |       |         |
        | 2.1  | Add    | Internet Access   | 500   |         |
      And the order system has order "BASE"
      When order "BASE" is revised to
        | line | action | product           | speed | version |
        | 1    | Add    | Home Starter Pack |       |         |
        | 1.1  | Add    | Internet Access   | 100   |         |
        | 2    | Add    | Home Starter Pack |       |         |
        | 2.1  | Add    | Internet Access   | 500   |         |
        | 2.2  | Add    | Static Address    |       | v6      |
      Then the queue holds the lines of order "BASE"
        | line | action | product         | speed | version | component of |
        | 1.1  | Add    | Internet Access | 100   |         | 1            |
        | 2.1  | Add    | Internet Access | 500   |         | 2            |
        | 2.2  | Add    | Static Address  |       | v6      | 2            |
      And every version that the order system receives has one id for line 2.1 of order "BASE"

  @FO-03 @installed-base @order-tracking
  Rule: A follow-on order depends on the component that it changes, not on its bundle or an equal component

    @crm @bundles+follow-ons
    Example: A follow-on order that changes a component of the second bundle depends on that component's line
      Given an order "BASE" with
        | line | action | product           | asset  | speed |
        | 1    | Add    | Home Starter Pack |        |       |
        | 1.1  | Add    | Internet Access   | HOME   | 100   |
        | 2    | Add    | Home Starter Pack |        |       |
        | 2.1  | Add    | Internet Access   | OFFICE | 100   |
      And the order system has order "BASE" past its points of no return
      And a change order "FASTER" with
        | line | action | product         | asset  | speed | depends on       |
        | 1    | Update | Internet Access | OFFICE | 500   | line 2.1 of BASE |
      When order "FASTER" is submitted
      Then the queue holds the lines of order "FASTER"
        | line | action | speed | depends on       |
        | 1    | Update | 500   | line 2.1 of BASE |
      And the queue holds the header of order "FASTER"
        | base order |
        | BASE       |

  @OM-02 @installed-base @order-tracking
  Rule: A component that is added to an installed bundle stands below it, and the bundle is unchanged

    @crm @bundles+modify-orders
    Example: Voicemail is added below an installed bundle
      Given the customer has
        | line | action | product             | asset  |
        | 1    | Add    | VoIP Service Bundle | BUNDLE |
        | 1.1  | Add    | VoIP Access         | PHONE  |
      And a change order "MORE" with
        | line | action | product             | asset  |
        | 1    |        | VoIP Service Bundle | BUNDLE |
        | 1.1  | Add    | VoIP Voicemail      |        |
      When order "MORE" is submitted
      Then the queue holds the lines of order "MORE"
        | line | action | product        | component of |
        | 1.1  | Add    | VoIP Voicemail | 1            |
      But line 1 of order "MORE" is not queued with action "Update"

  @FD-05 @installed-base
  Rule: A planned bundle is projected with all its components

    @crm @bundles+dates
    Example: Bundle and components of a dated order are projected, and the customer has none of them yet
      Given an order "LATER" for "in 10 days" with
        | line | action | product           | speed | version |
        | 1    | Add    | Home Starter Pack |       |         |
        | 1.1  | Add    | Internet Access   | 100   |         |
        | 1.2  | Add    | Static Address    |       | v4      |
      When order "LATER" is submitted
      Then the desk lists the projected assets of the customer
        | product           | speed | version |
        | Home Starter Pack |       |         |
        | Internet Access   | 100   |         |
        | Static Address    |       | v4      |
      But the customer has no assets

  @FD-12 @installed-base @order-tracking
  Rule: Dated orders for two components of a bundle are not orders for the same asset

    @crm @bundles+dates
    Example: An earlier-dated order for another component is submitted without objection
      Given the customer has
        | line | action | product           | asset | speed | version |
        | 1    | Add    | Home Starter Pack | PACK  |       |         |
        | 1.1  | Add    | Internet Access   | HOME  | 100   |         |
        | 1.2  | Add    | Static Address    | FIXED |       | v4      |
      And a change order "FASTER" for "in 20 days" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And a change order "NEWER" for "in 10 days" with
        | line | action | asset | version |
        | 1    | Update | FIXED | v6      |
      When order "FASTER" is submitted
      And order "NEWER" is submitted
      Then order "NEWER" is queued once

  @SP-01 @kept-service-points
  Rule: Each component names the service point that was picked for it

    @crm @bundles+service-points
    Example: Two bundles have components at two service points each
      Given an order with
        | line | action | product           | service point |
        | 1    | Add    | Home Starter Pack | Neighbour     |
        | 1.1  | Add    | Internet Access   | Customer      |
        | 2    | Add    | Home Starter Pack | Customer      |
        | 2.1  | Add    | Internet Access   | Neighbour     |
      When the order is submitted
      Then the queue holds the lines of the order
        | line | product           | service point |
        | 1    | Home Starter Pack | Neighbour     |
        | 1.1  | Internet Access   | Customer      |
        | 2.1  | Internet Access   | Neighbour     |
