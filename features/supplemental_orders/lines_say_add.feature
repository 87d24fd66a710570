Feature: The lines of a supplemental order
  A supplemental order contains the whole order again. It does not mark what is new: a
  line that adds something still says Add, with another value.

  Source: Process Sales Order Fulfillment, "About Supplemental Orders" and table 8-3.

  @SU-13
  Rule: Lines of a supplemental order still say Add: the order system compares it with the version before to find the changes

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | speed | greeting |
        | 1    | Add    | Internet Access | HOME  | 100   |          |
        | 2    | Add    | VoIP Voicemail  | VOICE |       | short    |

    @oms
    Example: An Add line with another value changes that line
      Given order "BASE" is held at provisioning
      When order "BASE" is revised to
        | line | action | product         | asset | speed | greeting |
        | 1    | Add    | Internet Access | HOME  | 500   |          |
        | 2    | Add    | VoIP Voicemail  | VOICE |       | short    |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | speed |
        | HOME  | 500   |
      And the number of assets charged is two

    @oms
    Example: Lines in another sequence are no change, since each line is known by its id
      Given order "BASE" is held at provisioning
      When order "BASE" is revised to
        | line | action | product         | asset | speed | greeting |
        | 2    | Add    | VoIP Voicemail  | VOICE |       | long     |
        | 1    | Add    | Internet Access | HOME  | 100   |          |
      Then provisioning is asked once for line 1 of order "BASE"
      When provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has
        | asset | speed | greeting |
        | HOME  | 100   |          |
        | VOICE |       | long     |

    @crm
    Example: The CRM submits a changed line under its old id with action Add
      Given the order system has order "BASE"
      When order "BASE" is revised to
        | line | action | product         | speed | greeting |
        | 1    | Add    | Internet Access | 500   |          |
        | 2    | Add    | VoIP Voicemail  |       | short    |
      Then order "BASE" is queued two times
      And the queue holds the lines of order "BASE"
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
      And every version that the order system receives has one id for line 1 of order "BASE"

    @crm
    Example: A revision changes every attribute of five lines
      Given an order "MANY" with
        | line | action | product         | speed | upload | version | quantity | greeting |
        | 1    | Add    | Internet Access | 100   | 20     |         |          |          |
        | 2    | Add    | Internet Access | 200   | 40     |         |          |          |
        | 3    | Add    | Static Address  |       |        | v4      | 1        |          |
        | 4    | Add    | Static Address  |       |        | v6      | 2        |          |
        | 5    | Add    | VoIP Voicemail  |       |        |         |          | short    |
      And the order system has order "MANY"
      When order "MANY" is revised to
        | line | action | product         | speed | upload | version | quantity | greeting |
        | 1    | Add    | Internet Access | 500   | 30     |         |          |          |
        | 2    | Add    | Internet Access | 900   | 50     |         |          |          |
        | 3    | Add    | Static Address  |       |        | v6      | 3        |          |
        | 4    | Add    | Static Address  |       |        | v4      | 4        |          |
        | 5    | Add    | VoIP Voicemail  |       |        |         |          | long     |
      Then the queue holds the lines of order "MANY"
        | line | action | speed | upload | version | quantity | greeting |
        | 1    | Add    | 500   | 30     |         |          |          |
        | 2    | Add    | 900   | 50     |         |          |          |
        | 3    | Add    |       |        | v6      | 3        |          |
        | 4    | Add    |       |        | v4      | 4        |          |
        | 5    | Add    |       |        |         |          | long     |

    # For systems that declare withdrawal = "absent":
    @oms @withdrawal-absent
    Example: Where a missing line is withdrawn, a line that the revision leaves out is withdrawn
      Given order "BASE" is held at provisioning
      When order "BASE" is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has nothing of "VOICE"
      And the number of assets charged is one

    # For systems that declare withdrawal = "delete":
    @oms @withdrawal-delete
    Example: Where a Delete line is withdrawn, a line that says Delete is withdrawn
      Given order "BASE" is held at provisioning
      When order "BASE" is revised to
        | line | action | product         | asset | speed |
        | 1    | Add    | Internet Access | HOME  | 100   |
        | 2    | Delete | VoIP Voicemail  | VOICE |       |
      And provisioning completes order "BASE"
      Then order "BASE" is complete
      And provisioning has nothing of "VOICE"
      And the number of assets charged is one

    # For systems that declare withdrawal = "absent":
    @crm @withdrawal-absent
    Example: Where a missing line is withdrawn, the CRM leaves a removed line out of the revision
      Given the order system has order "BASE"
      When order "BASE" is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
      Then order "BASE" is queued two times
      And the latest version of order "BASE" leaves out line 2

    # For systems that declare withdrawal = "delete":
    @crm @withdrawal-delete @installed-base
    Example: Where a Delete line is withdrawn, the CRM submits a removed line with action Delete
      Given the order system has order "BASE"
      When order "BASE" is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
      Then order "BASE" is queued two times
      And the queue holds the lines of order "BASE"
        | line | action | product        |
        | 2    | Delete | VoIP Voicemail |
