"""What billing, provisioning and back offices do and say; who cannot be reached; what comes twice, or from nowhere."""

from datetime import timedelta

from ordertck.harness.explore.acts import QUIET, Drawn, Scene, act, done, given, held_work, when
from ordertck.harness.explore.integration.news import billing_tells, line_is_refused, lines_are_told_apart
from ordertck.harness.explore.integration.order_system import (
    VALUES,
    line_falls_out,
    line_is_freed,
    line_is_reported,
    order_is_refused,
    order_is_reported,
    order_is_to_be_billed,
    order_is_to_be_provisioned,
)
from ordertck.harness.explore.integration.orders import cancel, is_held, small_order
from ordertck.harness.explore.integration.revisions import revision
from ordertck.harness.explore.ordered import submitted
from ordertck.harness.messages import NETWORK_MILESTONES, Edge

NEIGHBOURS = {
    Edge.CRM: "the CRM",
    Edge.OMS: "the order system",
    Edge.BILLING: "billing",
    Edge.PROVISIONING: "provisioning",
}


def _asked(scene: Scene) -> list[tuple[str, str]]:
    """The lines that provisioning was asked for: by their order, and their numbers."""
    keys = {scene.stage.directory.line_key(line.line) for _, line in scene.stage.provisioning.entries}
    pairs = sorted(key.rpartition("/") for key in keys if "/" in key)
    return [(order, line) for order, _, line in pairs if order in scene.drafts]


def _one(scene: Scene, lines: list[tuple[str, str]]) -> tuple[str, str]:
    name = scene.one_of(list(dict.fromkeys(order for order, _ in lines)))
    return scene.dice.choice([pair for pair in lines if pair[0] == name])


@act("integration", 2)
def provisioning_pauses(scene: Scene) -> Drawn:
    """Provisioning takes its time from now on, or goes on."""
    pause = "takes up its work again" if scene.stage.provisioning.holds else "holds its work"
    return done("provisioning-pauses", [when(f"provisioning {pause}")])


@act("integration", 3)
def billing_pauses(scene: Scene) -> Drawn:
    """Billing takes its time from now on, or goes on."""
    pause = "takes up its work again" if scene.stage.billing.holds else "holds its work"
    return done("billing-pauses", [when(f"billing {pause}")])


@act("integration", 5)
def order_is_billed(scene: Scene) -> Drawn:
    """Billing completes what it holds of an order."""
    names = [order.name for order in submitted(scene) if scene.stage.billing.holding(order.number)]
    if not names:
        return None
    name = scene.one_of(names)
    return done("order-is-billed", [when(f'billing completes order "{name}"')], "", {name})


@act("integration", 12)
def work_is_done(scene: Scene) -> Drawn:
    """Provisioning completes a line that it holds, or all that it holds of an order."""
    if not (held := held_work(scene)):
        return None
    order, line = _one(scene, held)
    what = f"line {line} of" if not scene.one_in(3) else "all its work for"
    return done("work-is-done", [when(f'provisioning completes {what} order "{order}"')], "", {order})


@act("integration", 24, "filled-in-data", basic=True)
def work_is_reported(scene: Scene) -> Drawn:
    """Provisioning tells of lines: statuses, milestones, values; perhaps the same of two, or the same again."""
    if not (lines := _asked(scene)):
        return None
    order, line = _one(scene, lines)
    name, value = scene.dice.choice(VALUES)
    told = (
        f'the status "{scene.dice.choice(("IN PROGRESS", "SUSPENDED", "COMPLETE", "DELIVERED"))}"',
        f'the milestone "{scene.dice.choice(NETWORK_MILESTONES)}"',
        f'the value "{value}" of "{name}"',
    )
    said = [scene.dice.choice(told) for _ in range(scene.dice.choice((1, 2, 3)))]
    others = [other for of, other in lines if of == order]
    places = [line if scene.one_in(2) else scene.dice.choice(others) for _ in said]
    sentences = [
        when(f'provisioning reports {what} of line {of} of order "{order}"')
        for what, of in zip(said, places, strict=True)
    ]
    return done("work-is-reported", sentences, "filled-in-data", {order})


@act("integration", 7, "failures")
def work_fails(scene: Scene) -> Drawn:
    """Provisioning will not be able to do a line."""
    unable = scene.stage.provisioning.unable
    lines = [(d.name, row["line"]) for d in scene.drafts.values() for row in d.rows]
    lines = [pair for pair in lines if "/".join(pair) not in unable]
    held = [pair for pair in held_work(scene) if pair in lines] or lines
    if not held:
        return None
    order, line = _one(scene, held)
    return done("work-fails", [when(f'provisioning cannot do line {line} of order "{order}"')], "failures", {order})


@act("integration", 24, "failures")
def work_is_mended(scene: Scene) -> Drawn:
    """Provisioning does after all what had failed."""
    failed = [key.rpartition("/") for key in scene.stage.provisioning.failed if "/" in key]
    if not failed:
        return None
    order, _, line = scene.dice.choice(failed)
    sentence = when(f'provisioning does line {line} of order "{order}" after all')
    return done("work-is-mended", [sentence], "failures", {order})


@act("integration", 5, needs="back-office-status")
def office_reports(scene: Scene) -> Drawn:
    """A back office tells how an order stands."""
    if not (orders := submitted(scene)):
        return None
    name = scene.one_of([order.name for order in orders])
    status = scene.dice.choice(("In Progress", "Complete", "On Hold", "Geprüft & frei"))
    sentence = when(f'the back office reports order "{name}" with', [["status"], [status]])
    return done("office-reports", [sentence], "", {name})


@act("integration", 4, "restarts", needs="absent-neighbours")
def neighbour_goes(scene: Scene) -> Drawn:
    """A neighbour cannot be reached for a while."""
    there = [name for edge, name in NEIGHBOURS.items() if edge not in scene.stage.closures.away]
    if not there:
        return None
    return done(
        "neighbour-goes", [given(f"{scene.dice.choice(there)} cannot be reached")], "restarts", set(scene.drafts)
    )


@act("integration", 16, needs="absent-neighbours")
def neighbour_is_back(scene: Scene) -> Drawn:
    """A neighbour can be reached again."""
    if not scene.stage.closures.away:
        return None
    name = NEIGHBOURS[scene.dice.choice(sorted(scene.stage.closures.away))]
    return done("neighbour-is-back", [when(f"{name} can be reached again")], "restarts", set(scene.drafts))


@act("integration", 16, "restarts", needs="absent-neighbours")
def absence(scene: Scene) -> Drawn:
    """While a neighbour cannot be reached things happen, a breakdown perhaps among them; then it is back."""
    there = [name for edge, name in NEIGHBOURS.items() if edge not in scene.stage.closures.away]
    if not there:
        return None
    who = scene.dice.choice(there)
    likely = [_FOR[who] if not scene.one_in(3) else _MEANWHILE for _ in range(scene.dice.choice((2, 2, 3, 4)))]
    drawn = [scene.dice.choice(kinds)(scene) for kinds in likely]
    acts = [act for act in drawn if act is not None]
    if not acts:
        return None
    steps = [given(f"{who} cannot be reached"), *(step for act in acts for step in act.steps)]
    if who == NEIGHBOURS[Edge.OMS] and scene.can("holdable-intake") and not is_held(scene) and scene.one_in(3):
        place = scene.dice.randrange(2, len(steps) + 1)
        steps.insert(place, when("the intake is released"))
        steps.insert(1, when("the intake is held"))
    if scene.can("restartable") and scene.one_in(2):
        place = scene.dice.randrange(2, len(steps) + 1)
        steps.insert(place, when("the integration breaks down and is started again"))
    if scene.can("idempotent-delivery") and scene.keen("redelivery", 6):
        steps.append(when("everything is delivered again"))
    steps.append(when(f"{who} can be reached again"))
    mechanisms = {"restarts"}.union(*(act.mechanisms for act in acts))
    return done("absence", steps, " ".join(mechanisms), set[str]().union(*(act.about for act in acts)))


@act("integration", 8, "restarts", needs="restartable")
def breakdown(scene: Scene) -> Drawn:
    """The system ends at once, and begins again with what it had kept; now and then with each message that comes."""
    moment = scene.dice.choice(("", "", "", " at every message"))
    sentence = when(f"the integration breaks down{moment} and is started again")
    return done("breakdown", [sentence], "restarts", set(scene.drafts)) if scene.drafts else None


@act("integration", 7, "redelivery", needs="idempotent-delivery")
def order_comes_again(scene: Scene) -> Drawn:
    """The versions of an order are delivered once more, or those before its last one."""
    if not (orders := submitted(scene)):
        return None
    name = scene.one_of([order.name for order in orders])
    but = " but the last" if len(scene.stage.orders[name].submissions) > 1 and scene.one_in(3) else ""
    sentence = when(f'every version of order "{name}"{but} is delivered again')
    return done("order-comes-again", [sentence], "redelivery", {name})


@act("integration", 8, "redelivery", needs="idempotent-delivery")
def everything_comes_again(scene: Scene) -> Drawn:
    """All that the system was told is delivered once more."""
    sentence = when("everything is delivered again")
    return done("everything-comes-again", [sentence], "redelivery", set(scene.drafts)) if scene.drafts else None


@act("integration", 5, "failures redelivery")
def stranger(scene: Scene) -> Drawn:
    """Somebody speaks of an order that nobody has submitted."""
    who = scene.dice.choice(list(NEIGHBOURS.values()))
    sentence = when(f'{who} sends a message about order "STRANGE-{scene.fresh()}", which nobody has submitted')
    return done("stranger", [sentence])


@act("integration", 3, needs="virtual-clock")
def time_passes(scene: Scene) -> Drawn:
    """A week passes, in which nobody does anything."""
    late = scene.stage.now > scene.stage.directory.began + timedelta(days=15)
    return None if late or not scene.drafts else done("time-passes", [when("a week passes")], "", set(scene.drafts))


# What may come once more, word for word.
_AGAIN = frozenset(
    {
        "order-is-to-be-billed", "order-is-to-be-provisioned", "line-is-reported", "lines-are-told-apart",
        "order-is-reported", "work-is-reported", "billing-tells", "office-reports",
    }
)  # fmt: skip


@act("integration", 14)
def same_comes_again(scene: Scene) -> Drawn:
    """What was asked or told before is asked or told once more, after something else has happened to its order."""
    before = [act for act in scene.acts[:-1] if act.kind in _AGAIN and (act.about & scene.latest or scene.one_in(4))]
    if not before:
        return None
    act = scene.dice.choice(before)
    steps = [step for step in act.steps if step != QUIET]
    return done(act.kind, steps, " ".join(act.mechanisms), act.about)


# What happens while somebody cannot be reached.
_MEANWHILE = (
    line_is_reported, line_is_reported, order_is_reported, line_falls_out, line_is_freed, order_is_refused,
    order_is_to_be_billed, order_is_to_be_billed, order_is_to_be_provisioned, order_is_to_be_provisioned,
    work_is_reported, work_is_reported, order_is_billed, work_is_done, work_is_mended, small_order, small_order, cancel,
    office_reports, billing_tells, line_is_refused, lines_are_told_apart, stranger,
)  # fmt: skip

# What happens that has to do with the one that cannot be reached.
_FOR = {
    "the CRM": (
        line_is_reported, lines_are_told_apart, order_is_reported, line_falls_out, line_falls_out, line_is_freed,
        line_is_refused, order_is_refused, office_reports, small_order,
    ),
    "the order system": (
        small_order, revision, cancel, work_is_reported, work_is_reported, billing_tells, order_is_billed, work_is_done,
        work_fails, work_is_mended,
    ),
    "billing": (order_is_to_be_billed, order_is_to_be_billed, order_is_to_be_billed, billing_tells),
    "provisioning": (order_is_to_be_provisioned, order_is_to_be_provisioned, order_is_to_be_provisioned, work_fails),
}  # fmt: skip
