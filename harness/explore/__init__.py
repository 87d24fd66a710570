"""Exploration: histories that nobody wrote, judged by the oracle, shrunk to a feature.

Each role that is explored has a package of its own below this one, whose modules register acts and openings.
"""

from importlib.util import find_spec

from ordertck.harness.messages.landscape import ROLES

# The roles of which acts are known, so that histories can be drawn.
EXPLORED = tuple(role for role in ROLES if find_spec(f"{__name__}.{role}"))
# How many histories are played, and how many acts each of them has at most, where nobody says otherwise. Half as many
# of twice as many acts find more, in less time: more comes to the same orders.
MOST_HISTORIES, MOST_ACTS = 500, 20
