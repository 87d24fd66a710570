"""The accounts of service order management, and its invariants."""
