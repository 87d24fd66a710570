"""What the kit costs, beside behave and pytest-bdd on the same features, steps and reference: ``make bench``."""
