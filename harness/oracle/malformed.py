"""What no system may say, whatever it is about: a message that nobody can read."""

from typing import Any, Final

from ordertck.harness.oracle.crossing import Crossing
from ordertck.harness.oracle.invariants import Judgements, invariant, owed

# The kind under which the oracle is told of a message of the system that cannot be read.
MALFORMED: Final = "malformed"


def _what_is_said_can_be_read(_: Any, moment: Crossing) -> Judgements:
    """Every message is of a known kind, on an edge that it crosses, and in the form that its schema says."""
    said = moment.message.body
    yield owed(False, f"{said['expected']} is owed; seen: {said['seen']}")


_what_is_said_can_be_read.__name__ = "what_is_said_can_be_read"
# The rules by which a role speaks at all: who cannot be read has told nobody anything.
for _role, _rules in (
    ("oms", "FL-03 PV-01 UF-01"),
    ("crm", "FL-04 FL-02"),
    ("som", "PV-08 PV-04"),
    ("integration", "FL-08 FL-06 FL-07 FL-09"),
):
    invariant(_role, _rules, MALFORMED)(_what_is_said_can_be_read)
