"""The accounts of order management, and its invariants."""
