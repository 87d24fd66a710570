Feature: Values that are filled in, and what else befalls the order
  What fulfilment fills in is told as it was filled in: each time, of its line, in
  its turn, and with every blank in it.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About the Update Fulfillment Order Business Flow".

  Background:
    Given an order "FIRST" with
      | line | product         | asset | service point |
      | 1    | Internet Access | HOME  | Customer      |
      | 2    | Static Address  | FIXED | Neighbour     |
    And the order system has order "FIRST" and provisioning works on it

  @FL-08 @integration
  Rule: A value reaches the CRM as it was told, each time that it is told

    @filled-in-data+service-points
    Example: Inventory has found a service point of another spelling
      When the order system reports the value "sp 0042/KV  a" of "service point" of line 1 of order "FIRST"
      Then the CRM receives the value "sp 0042/KV  a" of "service point" of line 1 of order "FIRST"
      But the CRM does not receive the value "sp 0042/KV  a" of "service point" of line 2 of order "FIRST"

    @filled-in-data+redelivery
    Example: A value is filled in, altered, and altered back
      When the order system reports the value "A" of "port" of line 1 of order "FIRST"
      And the order system reports the value "B" of "port" of line 1 of order "FIRST"
      And the order system reports the value "A" of "port" of line 1 of order "FIRST"
      Then the CRM receives the value "A" of "port" of line 1 of order "FIRST"

    @absent-neighbours @restartable @filled-in-data+restarts
    Example: Values that wait for the CRM outlive a breakdown
      Given the CRM cannot be reached
      When the order system reports the value "A" of "port" of line 1 of order "FIRST"
      And the order system reports the value "B" of "port" of line 2 of order "FIRST"
      And the integration breaks down and is started again
      And the CRM can be reached again
      Then the CRM receives the value "B" of "port" of line 2 of order "FIRST"

    @absent-neighbours @restartable @filled-in-data+restarts
    Example: A value from before a breakdown is told before the one from after it
      Given the CRM cannot be reached
      When the order system reports the value "A" of "port" of line 1 of order "FIRST"
      And the integration breaks down and is started again
      And the order system reports the value "B" of "port" of line 1 of order "FIRST"
      And the CRM can be reached again
      Then the CRM receives the value "B" of "port" of line 1 of order "FIRST"

    @restartable @filled-in-data+restarts
    Example: An order that the order system has under its own number is known after a breakdown
      Given an order "SECOND" with
        | line | product         |
        | 1    | Internet Access |
      And the order system has order "SECOND" under a number of its own
      When the integration breaks down and is started again
      And the order system reports the value "A" of "port" of line 1 of order "SECOND"
      Then the CRM receives the value "A" of "port" of line 1 of order "SECOND"

  @PV-03
  Rule: A value reaches the order system in its turn, whatever else was told meanwhile

    @integration @absent-neighbours @filled-in-data+restarts
    Example: A value, a milestone and the completion wait for the order system
      Given the order system cannot be reached
      When provisioning reports the value "A" of "port" of line 1 of order "FIRST"
      And provisioning reports the milestone "DESIGNED" of line 1 of order "FIRST"
      And provisioning completes what it has of order "FIRST"
      And the order system can be reached again
      Then the order system receives the value "A" of "port" of line 1 of order "FIRST"
