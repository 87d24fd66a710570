"""Exploration: histories that nobody wrote, judged by the oracle, shrunk to a feature.

Each role that is explored has a package of its own below this one, whose modules register acts and openings.
"""

# The roles of which acts are known, so that histories can be drawn.
EXPLORED = ("oms", "crm", "integration", "som")
