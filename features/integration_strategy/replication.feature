Feature: When data are replicated to the back office
  Some companies replicate products and prices every night, others at once. Real-time
  replication needs an event that starts it: a user saves a record or presses a button.
  Either way both systems have the same data afterwards.

  Source: Siebel Order Management Guide, "Integration Strategy for Order Management".

  @IS-04 @back-office-push @crm
  Rule: Data are replicated as the company decided: in a run at regular intervals, or at an event

    # For systems that declare replication = "transaction":
    @replication-transaction
    Scenario Outline: Where an event starts the replication, a record is replicated without waiting for a run: <record>
      When a user enters <record> with
        | name |
        | new  |
      Then each back office has <record> with
        | name |
        | new  |

      @item-masters @product-master-crm
      Examples: item masters
        | record                |
        | product "MESH ROUTER" |

      @pricing-rules @pricing-master-crm
      Examples: pricing rules
        | record                          |
        | pricing rule "STUDENT DISCOUNT" |

    # For systems that declare replication = "batch":
    @replication-batch @virtual-clock @item-masters @product-master-crm
    Example: Where a daily run replicates, a new product is replicated in the run and not before
      When a user enters product "MESH ROUTER" with
        | name        |
        | Mesh Router |
      Then each back office is sent nothing of product "MESH ROUTER"
      When the clock comes to a minute before the daily replication
      Then each back office is sent nothing of product "MESH ROUTER"
      When the clock comes to the daily replication
      Then each back office has product "MESH ROUTER" with
        | name        |
        | Mesh Router |

    @replication-batch @virtual-clock @item-masters @product-master-crm
    Example: Where a daily run replicates, a change at the moment of a run is replicated in exactly one run
      When the clock comes to the daily replication
      And a user enters product "MESH ROUTER" with
        | name        |
        | Mesh Router |
      And the clock comes to the daily replication
      And the clock comes to the daily replication
      Then each back office has product "MESH ROUTER" with
        | name        |
        | Mesh Router |
      And each back office is sent no two copies of product "MESH ROUTER"

    @replication-batch @virtual-clock @item-masters @product-master-crm
    Example: Where a daily run replicates, what a user saved last before the run is replicated
      When a user enters product "MESH ROUTER" with
        | name |
        | Mesh |
      And a user enters product "MESH ROUTER" with
        | name        |
        | Mesh Router |
      And the clock comes to the daily replication
      Then each back office has product "MESH ROUTER" with
        | name        |
        | Mesh Router |

    @replication-batch @virtual-clock @item-masters @product-master-crm
    Example: Where a daily run replicates, each of two new products is replicated
      When a user enters product "MESH ROUTER" with
        | name        |
        | Mesh Router |
      And a user enters product "REPEATER" with
        | name     |
        | Repeater |
      And the clock comes to the daily replication
      Then each back office has product "MESH ROUTER" with
        | name        |
        | Mesh Router |
      And each back office has product "REPEATER" with
        | name     |
        | Repeater |

    @replication-batch @virtual-clock @item-masters @product-master-crm
    Example: Where a daily run replicates, a back office that was down in the run gets the record later
      Given back office "Accounting" cannot be reached
      When a user enters product "MESH ROUTER" with
        | name        |
        | Mesh Router |
      And the clock comes to the daily replication
      And back office "Accounting" can be reached again
      Then each back office has product "MESH ROUTER" with
        | name        |
        | Mesh Router |

    @replication-batch @virtual-clock @item-masters @product-master-crm @restartable
    Example: Where a daily run replicates, a record from before a breakdown is replicated in the next run
      When a user enters product "MESH ROUTER" with
        | name        |
        | Mesh Router |
      And the CRM breaks down and is started again
      And the clock comes to the daily replication
      Then each back office has product "MESH ROUTER" with
        | name        |
        | Mesh Router |

  @IS-05 @back-office-push @item-masters @product-master-crm @crm @replication-transaction
  Rule: In real-time replication the event brings the record to the other system at once

    Example: After the event the back office has the record as the CRM has it
      When a user enters product "MESH ROUTER" with
        | name        | range |
        | Mesh Router | 30 m  |
      Then the CRM and the back office have product "MESH ROUTER" with
        | name        | range |
        | Mesh Router | 30 m  |

    Example: Only a saved record is replicated
      Given a user enters product "MESH ROUTER" with
        | name        | range |
        | Mesh Router | 30 m  |
      When a user fills in product "MESH ROUTER" with
        | name        | range |
        | Mesh Router | 50 m  |
      Then each back office is sent nothing of product "MESH ROUTER"
      But each back office has product "MESH ROUTER" with
        | name        | range |
        | Mesh Router | 30 m  |

    Example: The desk warns while a record has not reached the back office
      Given the back office cannot be reached
      When a user enters product "MESH ROUTER" with
        | name        | range |
        | Mesh Router | 30 m  |
      Then the desk objects to product "MESH ROUTER"
      When the back office can be reached again
      Then the CRM and the back office have product "MESH ROUTER" with
        | name        | range |
        | Mesh Router | 30 m  |
