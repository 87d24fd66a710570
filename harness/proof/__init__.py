"""The cast: wrong systems that must be caught, permitted variants that must pass, null systems that uphold nothing."""
