"""How long a run will take: what examples cost, and every silence that they wait for."""

from dataclasses import dataclass
from hashlib import sha256

from ordertck.harness.edition import Edition
from ordertck.harness.edition.kept import Kept
from ordertck.harness.kit import kit_digest
from ordertck.harness.plan import Plan

# Seconds that an example takes where nothing has to be waited for, in process and behind a wire. A test holds them to
# the figures of README, which 'make bench' measures.
IN_PROCESS, WIRED = 0.003, 0.008


@dataclass(frozen=True, slots=True)
class Estimate:
    """Seconds that a run takes on a system that answers at once.

    ``waiting`` is for an adapter that waits out every declared silence, ``idle`` for one that says when its system has
    nothing more to say.
    """

    waiting: float
    idle: float


def estimate(plan: Plan) -> Estimate:
    """How long a plan takes."""
    if not plan.ready or plan.claims.is_embedded:
        seconds = len(plan.ready) * IN_PROCESS
        return Estimate(seconds, seconds)
    waits = counted(plan.claims.edition)
    silences = sum(waits.get(str(example.id), 0) for example, _ in plan.ready)
    timing, work = plan.claims.timing, len(plan.ready) * WIRED
    return Estimate(work + silences * timing.quiet + timing.patience, work)


def counted(edition: Edition) -> dict[str, int]:
    """How often each example hears its system out; counted once for each state of kit and edition, then kept."""
    steps = sha256(b"".join(file.read_bytes() for file in edition.step_files))
    kept = Kept("waits", kit_digest(), steps.hexdigest(), *edition.digests.values())
    if (known := kept.read(dict[str, int])) is None:
        from ordertck.harness.runner.counting import silences  # loads the reference

        known = silences(edition)
        kept.write(known)
    return known
