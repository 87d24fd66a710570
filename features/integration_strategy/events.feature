Feature: Events that start a replication
  Real-time replication needs an event: a user saves a new record, or presses a button.
  Only what was saved is sent, and the button sends only the record on which it was
  pressed.

  Source: Siebel Order Management Guide, "Integration Strategy for Order Management".

  @IS-06 @replication-transaction @back-office-push @crm
  Rule: The event can be a transaction: a new record is replicated when it is saved

    Scenario Outline: A new record is replicated when it is saved: <record>
      When a user fills in <record> with
        | name |
        | new  |
      And a user saves <record>
      Then a back office has <record> with
        | name |
        | new  |

      @workflow-trigger-on-save
      Examples: customers
        | record             |
        | account "Newcomer" |

      @item-masters @product-master-crm
      Examples: item masters
        | record                |
        | product "MESH ROUTER" |

    Scenario Outline: A record that is given up before saving is not replicated: <record>
      Given a user enters <record> with
        | name |
        | old  |
      When a user fills in <record> with
        | name |
        | new  |
      And a user gives up <record>
      Then each back office is sent nothing of <record>
      But a back office has <record> with
        | name |
        | old  |

      @workflow-trigger-on-save
      Examples: customers
        | record             |
        | account "Newcomer" |

      @item-masters @product-master-crm
      Examples: item masters
        | record                |
        | product "MESH ROUTER" |

    Scenario Outline: A record that is given up is not replicated with the next saved one: <record>
      When a user fills in <record> with
        | name |
        | new  |
      And a user gives up <record>
      And a user enters <next> with
        | name |
        | next |
      Then each back office is sent nothing of <record>
      But a back office has <next> with
        | name |
        | next |

      @workflow-trigger-on-save
      Examples: customers
        | record             | next           |
        | account "Newcomer" | account "Next" |

      @item-masters @product-master-crm
      Examples: item masters
        | record                | next               |
        | product "MESH ROUTER" | product "REPEATER" |

  @IS-07 @replication-button @back-office-push @item-masters @product-master-crm @crm
  Rule: The event can be a button: pressing it starts the workflow that replicates the record

    Example: A record is replicated when the button is pressed, and not before
      When a user enters product "MESH ROUTER" with
        | name        |
        | Mesh Router |
      Then each back office is sent nothing of product "MESH ROUTER"
      When a user presses "Synchronize" on product "MESH ROUTER"
      Then each back office has product "MESH ROUTER" with
        | name        |
        | Mesh Router |

    Example: The button replicates only the record on which it is pressed
      Given a user enters product "MESH ROUTER" with
        | name        |
        | Mesh Router |
      And a user enters product "REPEATER" with
        | name     |
        | Repeater |
      When a user presses "Synchronize" on product "REPEATER"
      Then each back office is sent nothing of product "MESH ROUTER"
      But each back office has product "REPEATER" with
        | name     |
        | Repeater |

    Example: Pressing the button twice makes no second record
      Given a user enters product "MESH ROUTER" with
        | name        |
        | Mesh Router |
      When a user presses "Synchronize" on product "MESH ROUTER"
      And a user presses "Synchronize" on product "MESH ROUTER"
      Then each back office has product "MESH ROUTER" with
        | name        |
        | Mesh Router |
      And each back office has no other record like product "MESH ROUTER"

    Example: The button replicates its record though another record was saved later
      Given a user enters product "MESH ROUTER" with
        | name        |
        | Mesh Router |
      And a user enters product "REPEATER" with
        | name     |
        | Repeater |
      When a user presses "Synchronize" on product "MESH ROUTER"
      Then each back office is sent nothing of product "REPEATER"
      But each back office has product "MESH ROUTER" with
        | name        |
        | Mesh Router |
