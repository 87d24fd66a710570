Feature: One order, wherever it is entered
  A sales representative may begin on several screens. Order management must not be
  able to tell on which.

  Source: Siebel Order Management Guide, "Scenario for Order Management".

  @SC-18 @crm
  Rule: Wherever a user begins, the same content makes the same order

    Background:
      Given an order "DIRECT" with
        | line | action | product           | speed |
        | 1    | Add    | Home Starter Pack |       |
        | 1.1  | Add    | Internet Access   | 500   |
        | 1.2  | Add    | Static Address    |       |
      And the order system has order "DIRECT"

    Scenario Outline: An order that is entered on the <screen> screen is the same
      Given an order "ELSEWHERE" with header
        | account  | screen   |
        | Customer | <screen> |
      And its lines are
        | line | action | product           | speed |
        | 1    | Add    | Home Starter Pack |       |
        | 1.1  | Add    | Internet Access   | 500   |
        | 1.2  | Add    | Static Address    |       |
      When order "ELSEWHERE" is submitted
      Then the order system is given order "DIRECT" and order "ELSEWHERE" alike
      And the queue holds the header of order "ELSEWHERE"
        | price list          |
        | Standard Price List |

      Examples:
        | screen   |
        | accounts |
        | orders   |

    @quotes-become-orders
    Example: An order that is made of a quote is the same
      Given a quote "OFFER" with
        | line | action | product           | speed |
        | 1    | Add    | Home Starter Pack |       |
        | 1.1  | Add    | Internet Access   | 500   |
        | 1.2  | Add    | Static Address    |       |
      When the customer accepts quote "OFFER"
      And quote "OFFER" becomes order "QUOTED"
      And order "QUOTED" is submitted
      Then the order system is given order "DIRECT" and order "QUOTED" alike

    @opportunities @quotes-become-orders
    Example: An order that is made of an opportunity is the same
      Given an opportunity "LEAD" with
        | line | action | product           | speed |
        | 1    | Add    | Home Starter Pack |       |
        | 1.1  | Add    | Internet Access   | 500   |
        | 1.2  | Add    | Static Address    |       |
      When opportunity "LEAD" becomes quote "OFFER"
      And the customer accepts quote "OFFER"
      And quote "OFFER" becomes order "QUOTED"
      And order "QUOTED" is submitted
      Then the order system is given order "DIRECT" and order "QUOTED" alike

    Example: On no screen is an order submitted by entering it
      Given an order "ELSEWHERE" with header
        | account  | screen   |
        | Customer | accounts |
      And its lines are
        | line | action | product     |
        | 1    | Add    | Home Router |
      When order "ELSEWHERE" is saved again
      Then order "ELSEWHERE" is not queued
