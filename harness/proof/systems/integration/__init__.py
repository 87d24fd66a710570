"""Wrong systems and permitted variants of the integration layer."""
