Feature: What a line of a supplemental order says
  A supplemental order is the whole order once more. Nothing on it says what is
  new: a line that was to add something still says Add, with another value.

  Source: Process Sales Order Fulfillment, "About Supplemental Orders" and table 8-3.

  @SU-13
  Rule: Lines of a supplemental order still say Add: a comparison with the version before finds the changes

    Background:
      Given an order "BASE" with
        | line | action | product         | asset | speed | greeting |
        | 1    | Add    | Internet Access | HOME  | 100   |          |
        | 2    | Add    | VoIP Voicemail  | VOICE |       | short    |

    @oms
    Example: Another value on a line with action Add is a change of that line
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
    Example: Rows in another sequence are no change: each line is known by its id
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
    Example: The CRM submits an altered line under the id that it had, with action Add
      Given the order system has order "BASE"
      When order "BASE" is revised to
        | line | action | product         | speed | greeting |
        | 1    | Add    | Internet Access | 500   |          |
        | 2    | Add    | VoIP Voicemail  |       | short    |
      Then order "BASE" is queued two times
      And the queue holds the lines of order "BASE"
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 500   |
      And in every version line 1 of order "BASE" is the same line to the order system

    # For systems that declare withdrawal = "absent":
    @oms @withdrawal-absent
    Example: A line that is left out is withdrawn
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
    Example: A line that says Delete is withdrawn
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
    Example: A line that is taken off at the desk is left out of the revision
      Given the order system has order "BASE"
      When order "BASE" is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
      Then order "BASE" is queued two times
      And the latest version of order "BASE" leaves out line 2

    # For systems that declare withdrawal = "delete":
    @crm @withdrawal-delete @installed-base
    Example: A line that is taken off at the desk is on the revision with action Delete
      Given the order system has order "BASE"
      When order "BASE" is revised to
        | line | action | product         | speed |
        | 1    | Add    | Internet Access | 100   |
      Then order "BASE" is queued two times
      And the queue holds the lines of order "BASE"
        | line | action | product        |
        | 2    | Delete | VoIP Voicemail |
