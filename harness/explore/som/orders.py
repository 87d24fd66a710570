"""What order management asks of service order management: orders, revisions, cancels, rests; once or again."""

from dataclasses import replace

from ordertck.harness.edition.features import Step
from ordertck.harness.explore.acts import MOMENTS, Act, Drawn, Scene, act, done, given, when
from ordertck.harness.explore.drafts import SITES, next_name, one_row
from ordertck.harness.explore.order_draft import Draft, Row
from ordertck.harness.explore.ordered import submitted
from ordertck.harness.explore.som.befalls import afterwards, begun
from ordertck.harness.explore.som.known import ENDS, is_stopped, resting, running, statuses
from ordertck.harness.explore.som.wanted import (
    SETTINGS,
    added,
    addition,
    altered,
    changed,
    is_peculiar,
    mechanisms_of,
    owners,
    services,
)

_VALUES = (
    ("port", "7-12"), ("port", "0070"), ("pair", "3"), ("upload", "40"), ("number", "00 49/<A> & Ü"),
    ("note", "Behind the second door on the left, under the stairs, beside the meter; " * 2 + "ask for the key"),
)  # fmt: skip
# Of a line that takes something away no message says whether it is put back or taken out once more.
REMOVALS = ("Delete", "Move-Delete")


def table(draft: Draft) -> list[list[str]]:
    """The lines of an order, as the features write them."""
    return draft.table(("line", "action", "product"))


def _submission(scene: Scene, kind: str, draft: Draft, about: set[str], *more: Step) -> Act:
    """An order is entered, and submitted after what ``more`` says of it."""
    scene.drafts[draft.name] = draft
    entry = given(f'an order "{draft.name}" with', table(draft))
    steps = [entry, *more, when(f'order "{draft.name}" is submitted')]
    more_mechanisms = set[str]()
    if scene.stage.network.holds and not scene.one_in(3):
        steps += begun(scene, draft)
        if scene.one_in(3):
            after, more_mechanisms = afterwards(scene, draft.name)
            steps += after
    return done(kind, steps, " ".join(mechanisms_of(draft) | more_mechanisms), {draft.name, *about})


def assigned(scene: Scene, order: str, line: str) -> list[Step]:
    """The network will assign a value to a line, or two; rather to what can be ordered, or has had another one."""
    values = dict(scene.dice.sample(_VALUES, 2 if scene.one_in(4) else 1))
    row = next((row for row in scene.drafts[order].rows if row["line"] == line), {}) if order in scene.drafts else {}
    own = [*SETTINGS.get(row.get("product", ""), ()), *sorted(assigned_before(scene, order, line)) * 2]
    if own and scene.one_in(2):
        values = {scene.dice.choice(own): scene.dice.choice([value for _, value in _VALUES[:-1]])}
    return [given(f'the network assigns "{n}" "{v}" to line {line} of order "{order}"') for n, v in values.items()]


def assigned_before(scene: Scene, order: str, line: str) -> set[str]:
    """What the network was to assign to a line so far."""
    of = f' to line {line} of order "{order}"'
    said = [step.text for act in scene.acts for step in act.steps if step.text.endswith(of)]
    return {text.split('"')[1] for text in said if text.startswith("the network assigns")}


def _ordered(scene: Scene) -> Draft:
    draft = Draft(next_name(scene), [])
    for _ in range(scene.dice.choice((1, 2) if scene.narrow else (1, 1, 2, 2, 3))):
        draft.rows += added(scene, draft.next_number())
    return draft


@act("som", 16, "bundles service-points", basic=True)
def service_order(scene: Scene) -> Drawn:
    """Services are to be set up; where orders are open already, rather something befalls these."""
    if len(running(scene)) > (0 if scene.calm else 1) and not scene.one_in(6 if scene.calm else 3):
        return None
    if scene.narrow and scene.drafts and not scene.one_in(8):
        return None
    return _submission(scene, "service-order", _ordered(scene), set())


@act("som", 6, "failures")
def order_that_fails(scene: Scene) -> Drawn:
    """Services are to be set up that the network cannot do, or not to the end."""
    draft = _ordered(scene)
    lines = scene.dice.sample([row["line"] for row in draft.rows], min(len(draft.rows), scene.dice.choice((1, 1, 2))))
    fails = [cannot(scene, draft.name, line) for line in lines]
    act = _submission(scene, "order-that-fails", draft, set(), *fails)
    return replace(act, mechanisms=act.mechanisms | {"failures"})


@act("som", 6, "filled-in-data")
def order_with_values(scene: Scene) -> Drawn:
    """Services are to be set up to which the network assigns something."""
    draft = _ordered(scene)
    lines = scene.dice.sample([row["line"] for row in draft.rows], min(len(draft.rows), scene.dice.choice((1, 2))))
    values = [step for line in lines for step in assigned(scene, draft.name, line)]
    act = _submission(scene, "order-with-values", draft, set(), *values)
    return replace(act, mechanisms=act.mechanisms | {"filled-in-data"})


def cannot(scene: Scene, order: str, line: str) -> Step:
    """The network cannot do a line, or cannot finish it."""
    return given(f'the network cannot {scene.dice.choice(("do", "finish"))} line {line} of order "{order}"')


def changeable(scene: Scene, known: dict[str, Row]) -> list[str]:
    """The assets to choose from: what is there, what an open order is about, or, now and then, whatever was named."""
    ended = statuses(scene)
    lines = {row["asset"]: f"{d.name}/{row['line']}" for d in scene.drafts.values() for row in d.rows}
    there = [asset for asset, row in known.items() if row["action"] != "Delete"]
    if scene.calm and not scene.one_in(6):
        busy = {row["asset"] for name in running(scene) for row in scene.drafts[name].rows}
        return [asset for asset in there if asset not in busy]
    complete = [asset for asset in there if ended.get(lines[asset]) == "COMPLETE"]
    open_ones = [
        asset for asset in there if ended.get(lines[asset]) not in ENDS and owners(scene, asset) & scene.latest
    ]
    if open_ones and not scene.one_in(3):
        return open_ones
    return complete if complete and not scene.one_in(5) else list(known)


def rather(scene: Scene, known: dict[str, Row], names: list[str]) -> list[str]:
    """Of these assets those to which something was done before that bears on what comes now, as a rule."""
    peculiar = [asset for asset in names if is_peculiar(scene, known[asset])]
    if peculiar and not scene.one_in(3):
        return peculiar
    before = [asset for asset in names if len(owners(scene, asset)) > 1]
    return before if before and scene.narrow else names


@act("som", 24, "service-changes")
def change_of_a_service(scene: Scene) -> Drawn:
    """What an earlier order brought, or is to bring, is changed; now and then what is gone."""
    known = services(scene)
    names = rather(scene, known, changeable(scene, known))
    if not names:
        return None
    draft, about = Draft(next_name(scene), []), set()
    for asset in dict.fromkeys(scene.dice.choice(names) for _ in range(scene.dice.choice((1, 1, 2)))):
        draft.rows += changed(scene, draft.next_number(), known[asset])
        about |= owners(scene, asset)
    if scene.one_in(3 if scene.narrow else 4):
        draft.rows += added(scene, draft.next_number())
    return _submission(scene, "change-of-a-service", draft, about)


@act("som", 8, "failures service-changes")
def change_that_fails(scene: Scene) -> Drawn:
    """Several things are changed, or one is and another comes, and one of them the network cannot do, or not finish."""
    known = services(scene)
    names = changeable(scene, known)
    if not names:
        return None
    draft, about = Draft(next_name(scene), []), set[str]()
    for asset in scene.dice.sample(names, min(len(names), scene.dice.choice((1, 1, 2)))):
        draft.rows += changed(scene, draft.next_number(), known[asset])
        about |= owners(scene, asset)
    if len(draft.rows) < 2 or scene.one_in(3):
        draft.rows += added(scene, draft.next_number())
    fails = cannot(scene, draft.name, scene.dice.choice(draft.rows)["line"])
    act = _submission(scene, "change-that-fails", draft, about, fails)
    return replace(act, mechanisms=act.mechanisms | {"failures"})


@act("som", 28, "supplementals")
def revision(scene: Scene) -> Drawn:
    """A newer version: lines are added, left out, put back or wanted otherwise; now and then nothing changes."""
    names = running(scene)
    if not names:
        return None
    name = scene.one_of(names)
    old = scene.drafts[name]
    draft = old.reverted() if scene.one_in(6) else None
    if draft is None:
        draft = old.newer()
        for _ in range(scene.dice.choice((0, 1, 1, 1, 2))):
            _revise(scene, draft)
    kept = {row["line"] for row in draft.rows}
    draft.gone = [row for row in (*old.gone, *old.rows) if row["line"] not in kept]
    scene.drafts[name] = draft
    steps, mechanisms = [when(f'order "{name}" is revised to', table(draft))], {"supplementals", *mechanisms_of(draft)}
    if scene.stage.network.holds and not scene.one_in(3):
        steps += begun(scene, draft)
        if scene.one_in(2):
            after, more = afterwards(scene, name)
            steps, mechanisms = [*steps, *after], mechanisms | more
    return done("revision", steps, " ".join(mechanisms), {name})


def _revise(scene: Scene, draft: Draft) -> None:
    row = one_row(scene, draft)
    there = {r["line"] for r in draft.rows}
    gone = [r for r in draft.gone if r["line"] not in there and r["line"].rpartition(".")[0] in {"", *there}]
    gone = [r for r in gone if r["action"] not in REMOVALS]
    bundles = [r for r in draft.rows if r["product"] == "VoIP Service Bundle"]
    ways = ["alter", "alter", "alter", "add", "component", "component", "leave out", "back", "back"]
    if scene.narrow:  # it goes on with the lines that are there
        ways = ["alter", *(way for way in ways if way != "add"), "leave out", "leave out"]
    way = scene.dice.choice(ways)
    match "back" if gone and scene.narrow and scene.one_in(2) else way:
        case "add":
            draft.rows += added(scene, draft.next_number())
        case "component" if bundles:
            row = scene.dice.choice(bundles)
            below = [r for r in (*draft.rows, *draft.gone) if r["line"].startswith(f"{row['line']}.")]
            number = max((int(r["line"].rpartition(".")[2]) for r in below), default=0) + 1
            component = scene.dice.choice(("VoIP Access", "VoIP Voicemail"))
            draft.rows.append(addition(scene, f"{row['line']}.{number}", component))
        case "leave out":
            left = [r for r in draft.rows if r is not row and not r["line"].startswith(f"{row['line']}.")]
            draft.rows = left or draft.rows
        case "back" if gone:
            draft.rows.append(dict(gone[-1]))
            if gone[-1]["action"] in ("Add", "Update") and scene.one_in(2):
                altered(scene, draft.rows[-1])
        case _ if row["action"] in ("Add", "Update"):
            for _ in range(2 if scene.one_in(4) else 1):
                altered(scene, row, assigned_before(scene, draft.name, row["line"]))
        case _ if row["action"] == "Move-Add":
            places = {r.get("site") for r in draft.rows if r["asset"] == row["asset"]}
            row["site"] = scene.dice.choice([site for site in SITES if site not in places])


@act("som", 12, "cancellation")
def order_is_cancelled(scene: Scene) -> Drawn:
    """An order is not wanted any more; now and then one that has ended."""
    names = running(scene) if not scene.one_in(6) else [order.name for order in submitted(scene)]
    if not names:
        return None
    name = scene.one_of(names)
    return done("order-is-cancelled", [when(f'the CRM cancels order "{name}"')], "cancellation", {name})


@act("som", 20)
def order_is_suspended(scene: Scene) -> Drawn:
    """An order is to rest; now and then one that has ended."""
    names = running(scene) if not scene.one_in(8) else [order.name for order in submitted(scene)]
    if not names:
        return None
    name = scene.one_of(names)
    return done("order-is-suspended", [when(f'the CRM suspends order "{name}"')], "", {name})


@act("som", 14)
def order_is_resumed(scene: Scene) -> Drawn:
    """An order that rests is to go on; now and then one that does not."""
    names = resting(scene) if not scene.one_in(12) else [order.name for order in submitted(scene)]
    if not names:
        return None
    name = scene.one_of(names)
    return done("order-is-resumed", [when(f'the CRM resumes order "{name}"')], "", {name})


@act("som", 8, "redelivery", needs="idempotent-delivery")
def order_is_delivered_again(scene: Scene) -> Drawn:
    """The versions of an order are delivered once more, or those before its last one."""
    names = [order.name for order in submitted(scene)]
    if not names:
        return None
    name = scene.one_of(names)
    but = " but the last" if scene.one_in(3) and len(scene.stage.orders[name].submissions) > 1 else ""
    sentence = when(f'every version of order "{name}"{but} is delivered again')
    return done("order-is-delivered-again", [sentence], "redelivery", {name})


@act("som", 6, "redelivery", needs="idempotent-delivery")
def everything_is_delivered_again(scene: Scene) -> Drawn:
    """All that the system was told is delivered once more: orders, cancels and what the network reported."""
    sentence = when("everything is delivered again")
    return done("everything-is-delivered-again", [sentence], "redelivery", set(scene.drafts)) if scene.drafts else None


@act("som", 12, needs="stoppable-reader")
def reader_stops(scene: Scene) -> Drawn:
    """Nobody reads the queue for a while."""
    if is_stopped(scene):
        return None
    return done("reader-stops", [when("the intake of service order management is held")])


@act("som", 30, needs="stoppable-reader")
def reader_goes_on(scene: Scene) -> Drawn:
    """The queue is read again."""
    if not is_stopped(scene):
        return None
    return done("reader-goes-on", [when("the intake of service order management is released")], "", set(scene.drafts))


@act("som", 8, "restarts", needs="restartable")
def breakdown(scene: Scene) -> Drawn:
    """The system ends at once, and begins again with what it had kept."""
    moment = scene.dice.choice(MOMENTS)
    sentence = when(f"service order management breaks down{moment} and is started again")
    return done("breakdown", [sentence], "restarts", set(scene.drafts)) if scene.drafts else None
