"""The accounts of an integration layer, and its invariants."""
