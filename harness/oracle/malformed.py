"""What no system may say, whatever it is about: a message that nobody can read."""

from typing import Any, Final

from ordertck.harness.oracle.crossing import Crossing
from ordertck.harness.oracle.invariants import Judgements, owed

# The kind under which the oracle is told of a message of the system that cannot be read.
MALFORMED: Final = "malformed"


def what_is_said_can_be_read(_: Any, moment: Crossing) -> Judgements:
    """Every message is of a known kind, on an edge that it crosses, in form, and for a neighbour who is there."""
    said = moment.message.body
    yield owed(False, f"{said['expected']} is owed; seen: {said['seen']}")
