"""The closing account of an example: whatever its steps look at, everything that was told and done is judged.

A step looks at what its rule owes. What contradicts it elsewhere, a refusal beside the fulfilment, a completion before
the work, an effect that no order explains, something lost or doubled, fails the example all the same.
"""

from collections.abc import Callable

from ordertck.harness.bench import desk_book
from ordertck.harness.bench.inside import hands_on, heard_role, without_services
from ordertck.harness.bench.records import LISTS
from ordertck.harness.bench.stage import Stage
from ordertck.harness.errors import Breach
from ordertck.harness.messages.roles import Trait
from ordertck.harness.oracle import Crossing, Oracle, carriage, invariant_called


def require_balance(stage: Stage) -> None:
    """Hear the system out and judge all that crossed. Raises ``Breach`` where something is amiss.

    A system in several roles is examined so in a role that is seen whole from outside; what crosses between its other
    roles is seen by nobody.
    """
    roles = stage.claims.roles
    if hands_on(stage.role, roles):
        _require(stage, lambda: carriage.complaint(_outside(stage), stage.book()))
    heard = heard_role(stage.role, roles)
    if heard is None:
        return
    if Trait.SERVICES.of((heard,)):
        _let_go(stage)
    if Trait.DESK.of((heard,)):
        _require(stage, lambda: desk_book.complaint(stage))
        stage.desk.look_around(stage.claims.leaves_out, everywhere=False)
        look_at_lists(stage)
        if desk_book.nobody_can_tell(stage):
            return
    _object(stage, heard)


def look_at_lists(stage: Stage) -> None:
    """Have users look at the lists of tickets and alerts that an example is about, of its customer and of another."""
    for view in sorted({LISTS[record.object] for record in stage.records.mentioned if record.object in LISTS}):
        for role in ("Customer", "Neighbour"):
            stage.desk.look(view, stage.directory.account(role))


def require_turns(stage: Stage) -> None:
    """Judge in which order an integration's queue was left. Raises ``Breach`` where the oracle objects to it."""
    if not hands_on(stage.role, stage.claims.roles):
        return
    role = next(role for role in stage.claims.roles if Trait.CARRIAGE.of((role,)))
    crossings = (moment for moment in stage.hearing.moments if isinstance(moment, Crossing))
    for objection in Oracle(role, stage.claims).hear(crossings):
        known = invariant_called(role, objection.invariant)
        raise Breach(known.says, objection.said, known.name, objection.rules, objection.records)


def _outside(stage: Stage) -> carriage.Traffic:
    """What crossed, but for what services inside were asked and told."""
    traffic = stage.channel.traffic
    return without_services(traffic, stage.directory.line_key) if Trait.SERVICES.of(stage.claims.roles) else traffic


def _object(stage: Stage, role: str) -> None:
    """Raises ``Breach`` where the oracle of a role has an objection."""
    if (objection := stage.close()) is not None:
        known = invariant_called(role, objection.invariant)
        raise Breach(known.says, objection.said, known.name, objection.rules, objection.records)


def _let_go(stage: Stage) -> None:
    """Have the network finish what it holds, unless a negative is open that finishing would disturb."""
    stage.settled()
    stage.negatives.drop_stale()
    if not stage.negatives and stage.network.holds:
        stage.network.release()
        stage.settled()


def _require(stage: Stage, complaint: Callable[[], carriage.Complaint | None]) -> None:
    stage.settled()
    if complaint() is not None and not stage.comes(lambda: complaint() is None) and (wrong := complaint()) is not None:
        raise Breach(wrong.expected, wrong.seen)
