"""The oracle: what is owed, told from the messages that cross a system's edges and from nothing else.

It knows no scenario and no reference. Whatever conducted the exchange, the kit, a random history or yesterday's live
landscape, gives the oracle one crossing after the other; accounts are kept, and invariants, each named with the rules
that it stands for, object to what contradicts them.
"""

from ordertck.harness.oracle.crossing import Crossing, Rest
from ordertck.harness.oracle.invariants import Invariant, Judgements, Objection, Wrong, invariant, owed
from ordertck.harness.oracle.judging import Oracle, invariant_called, invariants_of, known_invariants, unjudged
from ordertck.harness.oracle.malformed import MALFORMED

__all__ = [
    "MALFORMED",
    "Crossing",
    "Invariant",
    "Judgements",
    "Objection",
    "Oracle",
    "Rest",
    "Wrong",
    "invariant",
    "invariant_called",
    "invariants_of",
    "known_invariants",
    "owed",
    "unjudged",
]
