Feature: Alerts from the back office
  The fraud department sees a pattern, and accounting sees an unpaid bill. Whoever sells
  to the customer must be warned, and must see the newest state of the alert.

  Source: Siebel eCommunications Guide, "Business Scenarios for Defining
  Integration Workflow Processes".

  @WF-19 @back-office-reports @alerts @crm
  Rule: The CRM shows a fraud alert as the back office created or updated it last

    Example: An update of a fraud alert creates no second alert
      When the back office reports fraud alert "CALLS ABROAD" with
        | as of      | reason              | amount |
        | 2 days ago | Many calls overseas | 40     |
      And the back office reports fraud alert "CALLS ABROAD" with
        | as of      | amount |
        | 1 days ago | 90     |
      Then the desk lists the fraud alerts of the customer
        | reason              | amount |
        | Many calls overseas | 90     |

    Example: A late report does not bring back an older state of a fraud alert
      When the back office reports fraud alert "CALLS ABROAD" with
        | as of      | reason              | amount |
        | 3 days ago | Many calls overseas | 40     |
      And the back office reports fraud alert "CALLS ABROAD" with
        | as of      | amount |
        | 1 days ago | 90     |
      And the back office reports fraud alert "CALLS ABROAD" with
        | as of      | amount |
        | 2 days ago | 60     |
      Then the desk lists the fraud alerts of the customer
        | reason              | amount |
        | Many calls overseas | 90     |

    Example: Which update on fraud is later is told by the instant, not by the day as it is written
      When the back office reports fraud alert "CALLS ABROAD" with
        | as of                      | reason              | amount |
        | 3 days ago at 20:00 -08:00 | Many calls overseas | 90     |
      And the back office reports fraud alert "CALLS ABROAD" with
        | as of                      | amount |
        | 2 days ago at 02:00 +05:30 | 40     |
      Then the desk lists the fraud alerts of the customer
        | reason              | amount |
        | Many calls overseas | 90     |

    Example: Two fraud alerts of one customer are shown separately when one is updated
      When the back office reports fraud alert "CALLS ABROAD" with
        | as of      | reason              | amount |
        | 2 days ago | Many calls overseas | 40     |
      And the back office reports fraud alert "NEW HANDSETS" with
        | as of      | reason        | amount |
        | 2 days ago | Many handsets | 60     |
      And the back office reports fraud alert "CALLS ABROAD" with
        | as of      | amount |
        | 1 days ago | 90     |
      Then the desk lists the fraud alerts of the customer
        | reason              | amount |
        | Many calls overseas | 90     |
        | Many handsets       | 60     |

    Example: A fraud alert is not sent back
      When the back office reports fraud alert "CALLS ABROAD" with
        | as of | reason              |
        | now   | Many calls overseas |
      Then each back office is sent nothing of fraud alert "CALLS ABROAD"
      And the desk lists the fraud alerts of the customer
        | reason              |
        | Many calls overseas |

  @WF-20 @back-office-reports @alerts @crm
  Rule: The CRM shows a credit alert as the back office created or updated it last

    Example: An update of a credit alert creates no second alert
      When the back office reports credit alert "UNPAID" with
        | as of      | reason      | amount |
        | 2 days ago | Bill unpaid | 40     |
      And the back office reports credit alert "UNPAID" with
        | as of      | amount |
        | 1 days ago | 90     |
      Then the desk lists the credit alerts of the customer
        | reason      | amount |
        | Bill unpaid | 90     |

    Example: A late report does not bring back an older state of a credit alert
      When the back office reports credit alert "UNPAID" with
        | as of      | reason      | amount |
        | 3 days ago | Bill unpaid | 40     |
      And the back office reports credit alert "UNPAID" with
        | as of      | amount |
        | 1 days ago | 90     |
      And the back office reports credit alert "UNPAID" with
        | as of      | amount |
        | 2 days ago | 60     |
      Then the desk lists the credit alerts of the customer
        | reason      | amount |
        | Bill unpaid | 90     |

    Example: A fraud alert and a credit alert with the same number are two alerts
      When the back office reports fraud alert "ALERT" with
        | as of | reason              |
        | now   | Many calls overseas |
      And the back office reports credit alert "ALERT" with
        | as of | reason      |
        | now   | Bill unpaid |
      Then the desk lists the credit alerts of the customer
        | reason      |
        | Bill unpaid |
      And the desk lists the fraud alerts of the customer
        | reason              |
        | Many calls overseas |

    Example: Two credit alerts of one customer are shown separately when one is updated
      When the back office reports credit alert "UNPAID" with
        | as of      | reason      | amount |
        | 2 days ago | Bill unpaid | 40     |
      And the back office reports credit alert "OVER LIMIT" with
        | as of      | reason         | amount |
        | 2 days ago | Limit exceeded | 60     |
      And the back office reports credit alert "UNPAID" with
        | as of      | amount |
        | 1 days ago | 90     |
      Then the desk lists the credit alerts of the customer
        | reason         | amount |
        | Bill unpaid    | 90     |
        | Limit exceeded | 60     |

    Example: A credit alert is not sent back
      When the back office reports credit alert "UNPAID" with
        | as of | reason      |
        | now   | Bill unpaid |
      Then each back office is sent nothing of credit alert "UNPAID"
      And the desk lists the credit alerts of the customer
        | reason      |
        | Bill unpaid |
