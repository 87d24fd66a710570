"""What is told of several lines at once, of lines that are refused, and by billing."""

from ordertck.harness.explore.acts import Drawn, Scene, act, done, when
from ordertck.harness.explore.integration.order_system import STATUSES, VALUES, lines_there, there
from ordertck.harness.messages import NETWORK_MILESTONES

_ODD = ("00815", "0070 <B> & ö", "7-12", "v6", "2026-12-01T08:30:00+05:30", "1.50", "true")


@act("integration", 12, "filled-in-data bundles")
def lines_are_told_apart(scene: Scene) -> Drawn:
    """The order system tells of several lines in one update, of each something else."""
    names = [name for name in there(scene) if len(lines_there(scene, name)) > 1]
    if not names:
        return None
    name = scene.one_of(names)
    lines, values = lines_there(scene, name), sorted({what for what, _ in VALUES})
    columns = [column for column in ("milestone", *scene.dice.sample(values, 2)) if not scene.one_in(3)]
    rows = []
    for line in lines if not scene.one_in(4) else lines[:2]:
        cells = [scene.dice.choice(NETWORK_MILESTONES if column == "milestone" else ("", *_ODD)) for column in columns]
        rows.append([line, scene.dice.choice(STATUSES[:3]), *cells])
    sentence = when(f'the order system reports of order "{name}"', [["line", "status", *columns], *rows])
    return done("lines-are-told-apart", [sentence], "filled-in-data", {name})


@act("integration", 6, "failures")
def line_is_refused(scene: Scene) -> Drawn:
    """The order system refuses a line, or several of an order."""
    names = [name for name in there(scene) if lines_there(scene, name, latest=True)]
    if not names:
        return None
    name = scene.one_of(names)
    lines = lines_there(scene, name, latest=True)
    refused = scene.dice.sample(lines, min(len(lines), scene.dice.choice((1, 1, 2))))
    sentences = [when(f'the order system reports a refusal of line {line} of order "{name}"') for line in refused]
    return done("line-is-refused", sentences, "failures", {name})


@act("integration", 10, "filled-in-data")
def billing_tells(scene: Scene) -> Drawn:
    """Billing tells a value, a milestone or a status of lines that it was asked for."""
    keys = sorted({entry.line for entry in scene.stage.billing.entries if "/" in entry.line})
    lines = [(order, line) for order, _, line in (key.rpartition("/") for key in keys) if order in scene.drafts]
    if not lines:
        return None
    name = scene.one_of(list(dict.fromkeys(order for order, _ in lines)))
    mine = [line for order, line in lines if order == name]
    told = (
        f'the value "{scene.dice.choice(_ODD)}" of "{scene.dice.choice(("bill", "reference"))}"',
        f'the value "{scene.dice.choice(_ODD)}" of "bill"',
        'the milestone "INVOICED"',
        'the status "IN PROGRESS"',
    )
    said = [scene.dice.choice(told) for _ in range(scene.dice.choice((1, 2)))]
    sentences = [when(f'billing reports {what} of line {scene.dice.choice(mine)} of order "{name}"') for what in said]
    return done("billing-tells", sentences, "filled-in-data", {name})
