@som
Feature: Orders that wait and rest
  An order waits for a service while another order works on it. The customer suspends the
  waiting order and resumes it.

  Source: Understanding the Provision Order and Update Fulfillment Order Business
  Flows, "About Order Provisioning".

  Background:
    Given an order "BASE" with
      | line | action | product         | asset | speed |
      | 1    | Add    | Internet Access | HOME  | 100   |
    And order "BASE" is fulfilled in the network
    And a change order "CHANGE" with
      | line | action | asset | speed |
      | 1    | Update | HOME  | 500   |

  @PV-04
  Rule: Service order management works on its order from start to end and reports its status

    Continued from life_cycle.feature.

    Background:
      Given order "CHANGE" is held in the network

    Example: An order that is resumed while it waits for a service still waits
      Given the order system has order "LATER" with
        | line | action | asset | speed |
        | 1    | Update | HOME  | 1000  |
      When the CRM suspends order "LATER"
      And the CRM resumes order "LATER"
      And the network completes all its work for order "LATER"
      And the network completes all its work for order "CHANGE"
      And the network completes all its work for order "LATER"
      Then the network has set up order "LATER"
        | line | speed |
        | 1    | 1000  |

    Example: A line that came while its order rested is set up when the order is resumed
      When the CRM suspends order "CHANGE"
      And order "CHANGE" is revised to
        | line | action | product         | asset | speed |
        | 1    | Update | Internet Access | HOME  | 500   |
        | 2    | Add    | VoIP Voicemail  | MAIL  |       |
      And the CRM resumes order "CHANGE"
      And the network completes all its work for order "CHANGE"
      Then the order system receives the status "COMPLETE" of line 2 of order "CHANGE"
