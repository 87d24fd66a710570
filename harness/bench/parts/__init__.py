"""The parts that the kit plays around the system under test: the CRM, the order system and their neighbours."""
