Feature: Assigned values on their way to the CRM and the order system
  An assigned value is passed on as it was reported: each time, for its line, in sequence,
  and letter by letter.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About the Update Fulfillment Order Business Flow".

  Background:
    Given an order "FIRST" with
      | line | product         | asset | service point |
      | 1    | Internet Access | HOME  | Customer      |
      | 2    | Static Address  | FIXED | Neighbour     |
    And the order system has order "FIRST" and provisioning works on it

  @FL-08 @integration
  Rule: The integration passes on a value each time that it is reported, and unchanged

    @filled-in-data+service-points
    Example: A service point that inventory spells differently is passed on as inventory spells it
      When the order system reports the value "sp 0042/KV  a" of "service point" of line 1 of order "FIRST"
      Then the CRM receives the value "sp 0042/KV  a" of "service point" of line 1 of order "FIRST"
      But the CRM does not receive the value "sp 0042/KV  a" of "service point" of line 2 of order "FIRST"

    @filled-in-data+redelivery
    Example: A value that is changed and changed back is passed on three times
      When the order system reports the value "A" of "port" of line 1 of order "FIRST"
      And the order system reports the value "B" of "port" of line 1 of order "FIRST"
      And the order system reports the value "A" of "port" of line 1 of order "FIRST"
      Then the CRM receives the value "A" of "port" of line 1 of order "FIRST"

    @absent-neighbours @restartable @filled-in-data+restarts
    Example: Values that wait for the CRM arrive after a breakdown
      Given the CRM cannot be reached
      When the order system reports the value "A" of "port" of line 1 of order "FIRST"
      And the order system reports the value "B" of "port" of line 2 of order "FIRST"
      And the integration breaks down and is started again
      And the CRM can be reached again
      Then the CRM receives the value "B" of "port" of line 2 of order "FIRST"

    @absent-neighbours @restartable @filled-in-data+restarts
    Example: A value from before a breakdown arrives before the one from after it
      Given the CRM cannot be reached
      When the order system reports the value "A" of "port" of line 1 of order "FIRST"
      And the integration breaks down and is started again
      And the order system reports the value "B" of "port" of line 1 of order "FIRST"
      And the CRM can be reached again
      Then the CRM receives the value "B" of "port" of line 1 of order "FIRST"

    @restartable @filled-in-data+restarts
    Example: A value arrives after a breakdown though the order system uses its own order number
      Given an order "SECOND" with
        | line | product         |
        | 1    | Internet Access |
      And the order system has order "SECOND" under a number of its own
      When the integration breaks down and is started again
      And the order system reports the value "A" of "port" of line 1 of order "SECOND"
      Then the CRM receives the value "A" of "port" of line 1 of order "SECOND"

  @PV-03
  Rule: A value reaches the order system in sequence with the other updates

    @integration @absent-neighbours @filled-in-data+restarts
    Example: A value, a milestone and the completion wait for the order system and arrive in sequence
      Given the order system cannot be reached
      When provisioning reports the value "A" of "port" of line 1 of order "FIRST"
      And provisioning reports the milestone "DESIGNED" of line 1 of order "FIRST"
      And provisioning completes all its work for order "FIRST"
      And the order system can be reached again
      Then the order system receives the value "A" of "port" of line 1 of order "FIRST"
