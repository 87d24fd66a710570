Feature: Which system decides about a data element
  CRM and back office both hold customers, products and prices. If both change the same
  data element, only one change can count. The company decides beforehand which system
  that is: the system of record of that data element.

  In the examples the back office is down while a user and the back office change the same
  record.

  Source: Siebel Order Management Guide, "Integration Strategy for Order Management".

  @IS-03 @back-office-push @back-office-reports @crm
  Rule: Where CRM and back office have both changed a data element, the change in its system of record counts

    Scenario Outline: Where the CRM is the system of record, its change counts: <record>
      Given the back office cannot be reached
      And the back office has changed <record> to
        | name          |
        | back office's |
      When a user fills in <record> with
        | name  |
        | CRM's |
      And a user saves <record>
      And the back office can be reached again
      Then the CRM and the back office have <record> with
        | name  |
        | CRM's |

      @customer-master-crm
      Examples: customer master
        | record                 |
        | the customer's account |

      @product-master-crm @replication-transaction @item-masters
      Examples: item masters
        | record                |
        | product "MESH ROUTER" |

      @pricing-master-crm @replication-transaction @pricing-rules
      Examples: configuration and pricing rules
        | record                          |
        | pricing rule "STUDENT DISCOUNT" |

    Scenario Outline: Where the back office is the system of record, its change counts: <record>
      Given the back office cannot be reached
      And the back office has changed <record> to
        | name          |
        | back office's |
      When a user fills in <record> with
        | name  |
        | CRM's |
      And a user saves <record>
      And the back office can be reached again
      Then the CRM and the back office have <record> with
        | name          |
        | back office's |

      @customer-master-back-office
      Examples: customer master
        | record                 |
        | the customer's account |

      @product-master-back-office @replication-transaction @item-masters
      Examples: item masters
        | record                |
        | product "MESH ROUTER" |

      @pricing-master-back-office @replication-transaction @pricing-rules
      Examples: configuration and pricing rules
        | record                          |
        | pricing rule "STUDENT DISCOUNT" |
