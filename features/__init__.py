"""The features: every rule with its examples, and the register. ``pytest --pyargs ordertck.features`` runs them."""
