Feature: Which system is right
  CRM and back office both hold customers, products and prices. If both change the
  same thing, only one of them can be right, and which one is decided beforehand:
  the system of record of that data element.

  While the back office is down, the CRM's user and the back office change the same.

  Source: Siebel Order Management Guide, "Integration Strategy for Order Management".

  @IS-03 @back-office-push @back-office-reports @crm
  Rule: Where CRM and back office have both changed a key data element, the change of its system of record prevails

    Scenario Outline: The CRM is the system of record: <record>
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

    Scenario Outline: The back office is the system of record: <record>
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
