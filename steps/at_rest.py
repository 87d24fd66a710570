"""What holds of a whole history: everybody has done what there was to do, and the oracle objects to nothing."""

from pytest_bdd import step, then

from ordertck.harness.bench import Stage
from ordertck.harness.errors import Breach, Misfit
from ordertck.harness.oracle import known_invariants
from ordertck.steps.words import words


@step("all is quiet")
def all_is_quiet(stage: Stage) -> None:
    stage.settled()
    stage.look_around()


@then(words('it holds that "{says:Name}"'))
def it_holds(stage: Stage, says: str) -> None:
    name = next(
        (known.name for role in stage.claims.roles for known in known_invariants(role) if known.says == says), None
    )
    if name is None:
        raise Misfit(f"no invariant says {says!r}; docs/explore.md lists them")
    found = [objection.said for objection in stage.objections() if objection.invariant == name]
    if found:
        raise Breach(says, "; ".join(dict.fromkeys(found)))
