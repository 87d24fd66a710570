"""The accounts of a CRM, and its invariants."""
