"""What the CRM puts on the submission queue: orders of every kind, newer versions, cancels; who reads it when."""

from collections.abc import Iterable

from ordertck.harness.edition.features import Step
from ordertck.harness.explore.acts import Act, Drawn, Scene, act, done, given, when
from ordertck.harness.explore.drafts import (
    DATES,
    LISTS,
    PRIORITIES,
    SITES,
    added,
    changed,
    entered,
    mechanisms_of,
    next_name,
)
from ordertck.harness.explore.order_draft import Draft, Row
from ordertck.harness.explore.ordered import submitted
from ordertck.harness.messages import Edge

_WORDS = (
    "Grüezi <A> & Bö",
    "0070",
    "Please knock twice, wait, and knock again; " * 3 + "then ring",
    "MiXed",
    "2026-12-01T08:30:00+05:30",
)
# Ids of service points as an inventory spells them, which nobody else may spell better.
_POINTS = ("0042  kV a", "sp-7 / 0012")


def is_held(scene: Scene) -> bool:
    """Whether what is queued stays on the queue."""
    return scene.stage.channel.traffic.held


def header_of(scene: Scene) -> dict[str, str]:
    """What an order says besides its lines."""
    header: dict[str, str] = {}
    if scene.keen("price-lists", 4) and scene.can("header-price-list-choice"):
        header["price list"] = scene.dice.choice(LISTS)
    if scene.keen("dates", 5):
        header["due date"] = scene.dice.choice(DATES)
    if scene.keen("priorities", 5):
        header["priority"] = scene.dice.choice(PRIORITIES)
    seldom = 4 if scene.focus else 10  # what is written costs no act
    if scene.one_in(seldom):
        header["account"] = "Neighbour"
    if scene.one_in(seldom):
        header["payer"] = "Payer"
    if scene.one_in(seldom):
        header["site"] = scene.dice.choice(SITES)
    if scene.one_in(seldom):
        header |= {"ship to": "The shop & café, Köln", "ship by": "Courier"}
    if scene.one_in(15):
        header["revision"] = "3"
    return header


def said(scene: Scene, rows: list[Row]) -> list[Row]:
    """Rows that say more than they must, in odd words, and each with a place and a price of its own."""
    for row in rows:
        if scene.one_in(5):
            row["greeting"] = scene.dice.choice(_WORDS)
        if scene.one_in(6):
            row["price override"] = scene.dice.choice(("19.90", "0.50", "7"))
        if scene.keen("service-points", 6):
            lines = [f"line {order.lines[0].number} of {order.name}" for order in submitted(scene)]
            row["service point"] = scene.dice.choice(("Customer", "Neighbour", *_POINTS, *lines[:1]))
        if scene.keen("dates", 6):
            row["due date"] = scene.dice.choice(DATES)
    return rows


def lines_of(scene: Scene, draft: Draft) -> list[Row]:
    """The rows of something more that is bought."""
    return said(scene, added(scene, draft.next_number()))


def odd_lines_of(scene: Scene, draft: Draft) -> list[Row]:
    """The same, and now and then one of them is of a product that is in no catalogue."""
    rows = lines_of(scene, draft)
    if scene.keen("failures", 12) and scene.one_in(2):
        scene.dice.choice(rows)["product"] = "Carrier Pigeon"
    return rows


def _submitted(scene: Scene, kind: str, draft: Draft, about: Iterable[str] = ()) -> Act:
    scene.drafts[draft.name] = draft
    steps = [*entered(draft), _submits(scene, draft)]
    return done(kind, steps, " ".join(mechanisms_of(draft)), {draft.name, *about})


def _submits(scene: Scene, draft: Draft) -> Step:
    """The sentence with which an order is submitted, for once with numbers that are the order system's own."""
    reached = not is_held(scene) and Edge.OMS not in scene.stage.closures.away
    if reached and scene.one_in(15):
        return given(f'the order system has order "{draft.name}" under a number of its own')
    return when(f'order "{draft.name}" is submitted')


# With so many orders, rather something befalls these than that a further one comes.
_ENOUGH = 3


def _has_enough(scene: Scene) -> bool:
    """Whether no further order is to come."""
    return len(scene.drafts) >= (_ENOUGH - scene.narrow) and not scene.one_in(4)


@act("integration", 14, "price-lists bundles", basic=True)
def new_order(scene: Scene) -> Drawn:
    """Something is bought."""
    if len(scene.drafts) > 1 - scene.narrow and not scene.one_in(3):
        return None
    draft = Draft(next_name(scene), [], header_of(scene))
    for _ in range(scene.dice.choice((1, 2, 2, 3))):
        draft.rows += odd_lines_of(scene, draft)
    return _submitted(scene, "new-order", draft)


@act("integration", 8, "modify-orders service-changes")
def change_order(scene: Scene) -> Drawn:
    """What an earlier order has brought, or is to bring, is changed."""
    known = {row["asset"]: row for draft in scene.drafts.values() for row in draft.rows if row.get("asset")}
    if not known or _has_enough(scene):
        return None
    draft = Draft(next_name(scene), [], header_of(scene))
    about = set()
    for asset in dict.fromkeys(scene.dice.choice(list(known)) for _ in range(scene.dice.choice((1, 2, 2)))):
        rows = changed(scene, draft.next_number(), asset, None, known[asset]["product"])
        draft.rows += said(scene, [*rows, *_parts_of(scene, rows[0])])
        about |= {d.name for d in scene.drafts.values() if any(row.get("asset") == asset for row in d.rows)}
    return _submitted(scene, "change-order", draft, about)


def _parts_of(scene: Scene, top: Row) -> list[Row]:
    """Each component of a bundle that is changed is changed as well, in a way of its own."""
    if top["product"] != "VoIP Service Bundle" or scene.one_in(4):
        return []
    actions = ("Update", "Delete", "Suspend", "Resume", "-")
    return [
        {"line": f"{top['line']}.{place}", "action": scene.dice.choice(actions), "asset": part, "product": product}
        for place, (part, product) in enumerate(_components(scene, top["asset"]), 1)
    ]


def _components(scene: Scene, asset: str) -> list[tuple[str, str]]:
    """The components of a bundle, by the order that brought it, each with its product."""
    for draft in scene.drafts.values():
        for row in draft.rows:
            if row.get("asset") == asset and row["action"] == "Add":
                below = [r for r in draft.rows if r["line"].rpartition(".")[0] == row["line"] and r.get("asset")]
                return [(r["asset"], r["product"]) for r in below]
    return []


@act("integration", 10, "follow-ons")
def follow_on(scene: Scene) -> Drawn:
    """What other orders are to bring is changed once that is done."""
    bases = bases_of(scene)
    if not bases or _has_enough(scene):
        return None
    draft, about = Draft(next_name(scene), [], header_of(scene)), set()
    for base, row in scene.dice.sample(bases, min(len(bases), scene.dice.choice((1, 1, 2)))):
        draft.rows += building_on(scene, draft, base, row)
        about.add(base.name)
    said(scene, draft.rows)
    if scene.one_in(3):
        draft.rows += lines_of(scene, draft)
    return _submitted(scene, "follow-on", draft, about)


def bases_of(scene: Scene, but: str = "") -> list[tuple[Draft, Row]]:
    """What orders, ``but`` one, bring or change, each line with its order."""
    drafts = [draft for draft in scene.drafts.values() if draft.name != but]
    return [(draft, row) for draft in drafts for row in draft.rows if row.get("asset")]


def building_on(scene: Scene, draft: Draft, base: Draft, row: Row) -> list[Row]:
    """Further rows of an order that change what a line of another order brings; a bundle with its components."""
    follow = {"line": str(draft.next_number()), "asset": row["asset"], "product": row["product"]}
    follow["action"] = scene.dice.choice(("Update", "Suspend", "Delete"))
    follow["depends on"] = f"line {row['line']} of {base.name}"
    return [follow, *_depending(base, row["line"], _parts_of(scene, follow))]


def _depending(base: Draft, line: str, parts: list[Row]) -> list[Row]:
    """Components of what builds on a line, each of which builds on the component below that line, as a rule."""
    places = {row["asset"]: row["line"] for row in base.rows if row["line"].startswith(f"{line}.") and row.get("asset")}
    return [
        {**part, "depends on": f"line {places[part['asset']]} of {base.name}"} if part["asset"] in places else part
        for part in parts
    ]


@act("integration", 9, "cancellation")
def cancel(scene: Scene) -> Drawn:
    """An order is not wanted any more."""
    orders = submitted(scene)
    if not orders:
        return None
    name = scene.one_of([order.name for order in orders])
    return done("cancel", [when(f'the CRM cancels order "{name}"')], "cancellation", {name})


@act("integration", 8, "priorities")
def small_order(scene: Scene) -> Drawn:
    """A small order with a priority of its own, or one that depends on a line; now and then a priority that is none."""
    name = next_name(scene)
    product = scene.claims.edition.catalogue.usual_product
    row = {"line": "1", "action": "Add", "product": product, "price list": ""}
    bases = [(draft.name, row["line"]) for draft in scene.drafts.values() for row in draft.rows]
    scene.drafts[name] = Draft(name, [row])
    if bases and scene.one_in(3):
        base, line = scene.dice.choice(bases)
        sentence = when(f'a small order "{name}" that depends on line {line} of order "{base}" is submitted')
        return done("small-order", [sentence], "follow-ons", {name, base})
    odd = scene.one_in(4 if "failures" in scene.focus else 10)
    level = "12" if odd else scene.dice.choice((*PRIORITIES, "0", "4", "6", "9"))
    sentence = when(f'a small order "{name}" with priority {level} is submitted')
    return done("small-order", [sentence], "priorities", {name})


@act("integration", 6, "priorities", needs="holdable-intake")
def queue_fills(scene: Scene) -> Drawn:
    """The intake is held, and small orders come one after the other, some of which build on others."""
    if is_held(scene):
        return None
    product = scene.claims.edition.catalogue.usual_product
    bases = [draft.name for draft in scene.drafts.values() if draft.rows[0]["line"] == "1"]
    rows, about = [], set()
    for _ in range(scene.dice.choice((2, 3, 4))):
        name = next_name(scene)
        level = scene.dice.choice(("", *PRIORITIES, "3", "8"))
        base = scene.dice.choice(bases) if bases and scene.one_in(3) else ""
        rows.append([name, level, f"line 1 of {base}" if base else ""])
        scene.drafts[name] = Draft(name, [{"line": "1", "action": "Add", "product": product, "price list": ""}])
        bases.append(name)
        about |= {name, base} - {""}
    steps = [
        when("the intake is held"),
        when("these orders are submitted", [["order", "priority", "depends on"], *rows]),
    ]
    mechanisms = "priorities follow-ons" if any(row[2] for row in rows) else "priorities"
    return done("queue-fills", steps, mechanisms, about)


@act("integration", 3, "", needs="holdable-intake")
def queue_is_held(scene: Scene) -> Drawn:
    """What is queued stays on the queue."""
    return None if is_held(scene) else done("queue-is-held", [when("the intake is held")])


@act("integration", 24, "", needs="holdable-intake")
def queue_is_released(scene: Scene) -> Drawn:
    """What is queued is taken up again."""
    if not is_held(scene):
        return None
    return done("queue-is-released", [when("the intake is released")], "", set(scene.drafts))


@act("integration", 2)
def blanks(scene: Scene) -> Drawn:
    """The CRM writes blanks where it has nothing to say."""
    crm = scene.stage.kit_crm
    if crm.writes_blanks or crm.writes_blank_dates:
        return None
    what = scene.dice.choice(("a missing due date", "an empty price list"))
    return done("blanks", [given(f"the CRM sends {what} as blank text")])
