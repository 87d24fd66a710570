"""Wrong systems and permitted variants of order management."""
