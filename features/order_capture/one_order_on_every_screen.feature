Feature: One order, wherever it is entered
  A sales representative may enter an order on several screens. Order management must not
  see a difference.

  Source: Siebel Order Management Guide, "Scenario for Order Management".

  @SC-18 @crm
  Rule: The same content makes the same order, wherever a user enters it

    Background:
      Given an order "DIRECT" with
        | line | action | product           | speed |
        | 1    | Add    | Home Starter Pack |       |
        | 1.1  | Add    | Internet Access   | 500   |
        | 1.2  | Add    | Static Address    |       |
      And the order system has order "DIRECT"

    Scenario Outline: An order that is entered on the <screen> screen is equal to one entered directly
      Given an order "ELSEWHERE" with header
        | account  | screen   |
        | Customer | <screen> |
      And its lines are
        | line | action | product           | speed |
        | 1    | Add    | Home Starter Pack |       |
        | 1.1  | Add    | Internet Access   | 500   |
        | 1.2  | Add    | Static Address    |       |
      When order "ELSEWHERE" is submitted
      Then the order system receives order "DIRECT" and order "ELSEWHERE" with the same content
      And the queue holds the header of order "ELSEWHERE"
        | price list          |
        | Standard Price List |

      Examples:
        | screen   |
        | accounts |
        | orders   |

    @quotes-become-orders
    Example: An order that is made from a quote is equal to one entered directly
      Given a quote "OFFER" with
        | line | action | product           | speed |
        | 1    | Add    | Home Starter Pack |       |
        | 1.1  | Add    | Internet Access   | 500   |
        | 1.2  | Add    | Static Address    |       |
      When the customer accepts quote "OFFER"
      And quote "OFFER" becomes order "QUOTED"
      And order "QUOTED" is submitted
      Then the order system receives order "DIRECT" and order "QUOTED" with the same content

    @opportunities @quotes-become-orders
    Example: An order that is made from an opportunity is equal to one entered directly
      Given an opportunity "LEAD" with
        | line | action | product           | speed |
        | 1    | Add    | Home Starter Pack |       |
        | 1.1  | Add    | Internet Access   | 500   |
        | 1.2  | Add    | Static Address    |       |
      When opportunity "LEAD" becomes quote "OFFER"
      And the customer accepts quote "OFFER"
      And quote "OFFER" becomes order "QUOTED"
      And order "QUOTED" is submitted
      Then the order system receives order "DIRECT" and order "QUOTED" with the same content

    Example: On no screen does entering an order submit it
      Given an order "ELSEWHERE" with header
        | account  | screen   |
        | Customer | accounts |
      And its lines are
        | line | action | product     |
        | 1    | Add    | Home Router |
      When order "ELSEWHERE" is saved again
      Then order "ELSEWHERE" is not queued
