Feature: Late reports about an earlier change of an asset
  Two changes of an asset follow each other. A late or repeated report about the first one
  is not about the second.

  Source: Process Sales Order Fulfillment, "About Modify Orders", and Understanding the Provision Order and Update
  Fulfillment Order Business Flows, "About the Update Fulfillment Order Business Flow".

  @MO-05 @idempotent-delivery
  Rule: A repeated change is not made again, whatever came after it

    Background:
      Given the customer has
        | asset | product         | speed |
        | HOME  | Internet Access | 100   |
      And a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And order "FASTER" is submitted and fulfilled

    @oms @modify-orders+redelivery
    Example: An earlier change that is delivered again does not undo the later one
      Given a change order "FASTEST" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 900   |
      When order "FASTEST" is submitted and fulfilled
      And every version of order "FASTER" is delivered again
      Then provisioning has
        | asset | speed |
        | HOME  | 900   |

  @UF-05
  Rule: A report about an earlier change does not complete a later one

    Background:
      Given the customer has
        | asset | product         | speed |
        | HOME  | Internet Access | 100   |
      And a change order "FASTER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 500   |
      And order "FASTER" is submitted and fulfilled

    @oms @modify-orders+redelivery
    Example: An earlier change that is reported complete again leaves the later one open
      Given a change order "FASTEST" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 900   |
      And order "FASTEST" is held at provisioning
      When provisioning reports the status "COMPLETE" of line 1 of order "FASTER"
      Then line 1 of order "FASTEST" is not complete
      When provisioning completes order "FASTEST"
      Then order "FASTEST" is complete
