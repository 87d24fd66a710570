"""Wrong systems and permitted variants of service order management."""
