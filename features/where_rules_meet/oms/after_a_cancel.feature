@oms @cancel-message
Feature: Orders that go on after a cancel
  A cancelled change leaves an asset as it was, for orders to come as well. A cancel that
  is refused leaves its order as it was, also what is still to begin.

  Source: Understanding the Provision Order and Update Fulfillment Order Business Flows, "About Order Provisioning";
  Process Sales Order Fulfillment, "About Sales Orders".

  @PV-05 @billing-after-provisioning
  Rule: A later order finds the values that were there before a cancelled one

    Background:
      Given the customer has
        | asset | product        | version | quantity |
        | FIXED | Static Address | v4      | 1        |
      And a change order "CHANGE" with
        | line | action | product        | asset | version |
        | 1    | Update | Static Address | FIXED | v6      |
      And order "CHANGE" is held at provisioning

    @modify-orders+cancellation
    Example: A value that a cancelled order wanted does not come with a later change of another value
      Given provisioning has set up line 1 of order "CHANGE", which is not billed yet
      And a change order "LATER" with
        | line | action | product        | asset | quantity |
        | 1    | Update | Static Address | FIXED | 2        |
      When the CRM cancels order "CHANGE"
      And billing takes up its work again
      And provisioning takes up its work again
      And order "LATER" is submitted and fulfilled
      Then provisioning has
        | asset | version | quantity |
        | FIXED | v4      | 2        |

  @PN-04 @virtual-clock @line-dates-on
  Rule: A cancel that is refused leaves the lines of the order that are still to begin

    Background:
      Given an order "MIXED" with
        | line | action | product         | due date  |
        | 1    | Add    | Internet Access |           |
        | 2    | Add    | Static Address  | in 5 days |
      And order "MIXED" is held at provisioning

    @points-of-no-return+cancellation
    Example: A line of a later date is done on its date after a cancel was refused
      When provisioning reports the milestone "DESIGNED" of line 1 of order "MIXED"
      And the CRM cancels order "MIXED"
      And provisioning takes up its work again
      And a week passes
      Then order "MIXED" is complete

  @AC-08
  Rule: A cancelled suspension leaves the asset active

    Background:
      Given the customer has
        | asset | product         |
        | HOME  | Internet Access |

    @service-changes+cancellation
    Example: An asset whose suspension was cancelled cannot be resumed
      Given a change order "PAUSE" with
        | line | action  | asset |
        | 1    | Suspend | HOME  |
      And order "PAUSE" is held at provisioning
      And a change order "WAKE" with
        | line | action | asset |
        | 1    | Resume | HOME  |
      When the CRM cancels order "PAUSE"
      And provisioning takes up its work again
      And order "WAKE" is submitted
      Then order "WAKE" is refused or fallen out

  @AC-08
  Rule: A cancelled resumption leaves the asset suspended

    Background:
      Given the customer has
        | asset | product         |
        | HOME  | Internet Access |
      And the customer's "HOME" is suspended

    @service-changes+cancellation
    Example: An asset whose resumption was cancelled can be resumed
      Given a change order "WAKE" with
        | line | action | asset |
        | 1    | Resume | HOME  |
      And order "WAKE" is held at provisioning
      And a change order "AGAIN" with
        | line | action | asset |
        | 1    | Resume | HOME  |
      When the CRM cancels order "WAKE"
      And provisioning takes up its work again
      And order "AGAIN" is submitted and fulfilled
      Then provisioning has
        | asset | status |
        | HOME  | active |

  @PV-05
  Rule: A cancelled change of how many there are leaves as many as before

    Background:
      Given the customer has
        | asset | product        | version | quantity |
        | FIXED | Static Address | v4      | 1        |
      And a change order "MORE" with
        | line | action | product        | asset | version | quantity |
        | 1    | Update | Static Address | FIXED | v6      | 3        |
      And order "MORE" is held at provisioning

    @modify-orders+cancellation
    Example: Version and quantity are as they were when the change of both is cancelled
      When the CRM cancels order "MORE"
      And provisioning completes all its work for order "MORE"
      Then order "MORE" is cancelled
      And provisioning has
        | asset | version | quantity |
        | FIXED | v4      | 1        |
