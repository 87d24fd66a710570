"""Known systems: wrong ones that must be caught, permitted variants that must pass, nulls that uphold nothing."""
