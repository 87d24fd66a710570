"""Whether a service may be as a line wants it before anything is done for that line."""

from collections.abc import Sequence

from ordertck.harness.messages import Status
from ordertck.harness.oracle.som.demand import Line
from ordertck.harness.oracle.som.known import Known

_WAYS = ("suspend", "resume")


def is_so_already(known: Known, line: Line) -> bool:
    """Whether a service may have been as a line wants it before that line came: then nothing is to be done."""
    if line.effect == "add":
        return any(other is not line and other.effect == "add" for other in known.about(line.asset))
    if line.effect not in _WAYS:
        return False
    if line.site is None and len(known.ledger.standing(line.asset)) > 1:
        return True  # which of several is meant, nobody says
    lines = known.about(line.asset)
    failed = {each.id for each in lines if _is_cancelled(known, each) or _has_failed(known, each)}
    before = [each for each in lines[: lines.index(line)] if each.id not in failed and each.effect in _WAYS]
    if line.effect == "resume" and _is_set_up_anew(lines[: lines.index(line)]):
        return True  # whether it rests where it was set up since, nobody says
    here = [each for each in before if each.wanted and _is_there(each, line)]  # what was taken out rests no more
    return line.effect in {each.effect for each in before} or (line.effect == "resume" and not here)


def _is_set_up_anew(lines: Sequence[Line]) -> bool:
    """Whether a thing was to be set up once more, at another place or at none that is named, after it was suspended."""
    effects = [each.effect for each in lines]
    return "suspend" in effects and "add" in effects[effects.index("suspend") :]


def _is_cancelled(known: Known, line: Line) -> bool:
    """Whether the order of a line was cancelled, and no fault says that it could not be any more.

    A fault of what came when the order was over says nothing of the cancel; nor does one of a line that is CANCELLED.
    """
    order = known.orders[line.order]
    return bool(order.cancelled) and (line.said == Status.CANCELLED or not order.at_fault)


def _has_failed(known: Known, line: Line) -> bool:
    """Whether a line could not be done; one of which only a later version could not be taken in was done before."""
    return bool(known.open_faults(line.id)) and (bool(line.failures) or not line.asked)


def _is_there(other: Line, line: Line) -> bool:
    """Whether two lines may be about one place."""
    return None in (other.site, line.site) or other.site == line.site
