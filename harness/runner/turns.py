"""In which order examples take their turn, under which numbers, and which of them may not run beside others."""

from collections.abc import Iterator
from dataclasses import dataclass

from ordertck.harness.bench.forerunner import takes_orders
from ordertck.harness.claims import Claims
from ordertck.harness.edition.features import Example
from ordertck.harness.errors import UsageError
from ordertck.harness.plan import Plan
from ordertck.harness.sessions import SEPARATE, SHARED, of_setting
from ordertck.harness.variation import Variation

# What examples with these tags do, or the rules with these capabilities are about, other sessions of one system notice.
_NOTICED = frozenset(
    {
        "limited-capacity",
        "holdable-intake",
        "stoppable-reader",
        "virtual-clock",
        "workflow-trigger-by-policy",
        "restartable",
        "absent-neighbours",
        "product-administration",
        "item-masters",
        "pricing-rules",
    }
)


@dataclass(frozen=True, slots=True)
class Turn:
    """One example's turn: its ``place`` in the run from 1 on, the ``numbers`` of its repetitions, one each.

    None for a number is the session's next one.

    ``setting`` counts the sets of claims of the run, each with a session of its own, as they are first used. ``apart``
    says that nothing else may run meanwhile, ``runs_ahead`` that an order of the seed's does before the example.
    """

    place: int
    numbers: tuple[int | None, ...]
    example: Example
    claims: Claims
    setting: int
    apart: bool
    runs_ahead: bool = False


def turns(plan: Plan, variation: Variation, repeat: int) -> list[Turn]:
    """The examples of a plan in the order of the seed, those behind all others that run apart."""
    chosen = variation.shuffled(plan.ready, by=lambda ready: str(ready[0].id))
    shared = is_shared(plan.claims)
    ready = sorted(chosen, key=lambda each: shared and _is_noticed(*each))
    settings: dict[int, int] = {}
    return [
        Turn(
            place,
            numbers,
            example,
            claims,
            settings.setdefault(id(claims), len(settings)),
            shared and _is_noticed(example, claims),
            variation.has_forerunner(numbers[0]) and takes_orders(claims),
        )
        for place, ((example, claims), numbers) in enumerate(
            zip(ready, _numbered(ready, variation, repeat), strict=True), 1
        )
    ]


def session_of(session: str, turn: Turn) -> str:
    """The session of a turn: the run's own for the first set of claims, one that begins so for every other."""
    return of_setting(session, turn.setting)


def is_shared(claims: Claims) -> bool:
    """Whether several sessions can be held at once, all of them with one system."""
    return SHARED in claims.capabilities and SEPARATE not in claims.capabilities


def require_jobs(claims: Claims, jobs: int) -> None:
    """See that a system can be examined by so many jobs. Raises ``UsageError`` where its claims do not say so."""
    if jobs == 1 or SEPARATE in claims.capabilities:
        return
    if SHARED not in claims.capabilities:
        remedy = f"have the claims name '{SHARED}' or '{SEPARATE}', if the system can; 'ordertck init' explains them"
        raise UsageError("--jobs needs a system that serves several sessions at once", remedy, claims.file)
    if claims.capacity is not None:
        problem = "--jobs would take the places that [limits] capacity leaves to one job"
        raise UsageError(problem, f"run it with one job, or name '{SEPARATE}' if each session has its own", claims.file)


def _is_noticed(example: Example, claims: Claims) -> bool:
    capability = claims.edition.register.rules[example.id.rule].capability
    return bool(_NOTICED & {*example.tags, capability})


def _numbered(ready: list[tuple[Example, Claims]], variation: Variation, repeat: int) -> Iterator[tuple[int, ...]]:
    """The numbers under which each example begins, its forerunners among them: they take a number of their own."""
    last = 0
    for _, claims in ready:
        firsts = []
        for _ in range(repeat):
            firsts.append(last + 1)
            last += 2 if variation.has_forerunner(last + 1) and takes_orders(claims) else 1
        yield tuple(firsts)
