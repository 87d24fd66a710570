"""Newer versions of orders: what is added, left out, wanted otherwise, or as it was before; other dates and headers."""

from ordertck.harness.explore.acts import Drawn, Scene, act, done, when
from ordertck.harness.explore.drafts import (
    DATES,
    LISTS,
    PRIORITIES,
    SITES,
    a_list,
    altered,
    mechanisms_of,
    put_back,
    turned,
)
from ordertck.harness.explore.integration.orders import bases_of, building_on, odd_lines_of, said
from ordertck.harness.explore.order_draft import Draft, Row
from ordertck.harness.explore.ordered import submitted


@act("integration", 22, "supplementals")
def revision(scene: Scene) -> Drawn:
    """A newer version: lines are added, left out, wanted otherwise, or in another order; or nothing changes."""
    orders = submitted(scene)
    if not orders:
        return None
    name = scene.one_of([order.name for order in orders])
    old = scene.drafts[name]
    draft = old.reverted() if scene.one_in(5) else None
    if draft is None:
        draft = old.newer()
        for _ in range(scene.dice.choice((0, 1, 1, 2, 3))):
            _revise(scene, draft)
    scene.drafts[name] = draft
    terms = _terms(scene) if scene.one_in(2) else ""
    steps = [when(f'order "{name}" is revised{terms} to', draft.table())]
    mechanisms = {"supplementals", *mechanisms_of(draft)}
    if scene.keen("priorities", 8):
        steps.insert(0, when(f'order "{name}" has priority {scene.dice.choice(PRIORITIES)}'))
        mechanisms.add("priorities")
    return done("revision", steps, " ".join(mechanisms), {name})


def _terms(scene: Scene) -> str:
    """What a newer version says otherwise in its header."""
    return scene.dice.choice(
        (
            f' on the "{scene.dice.choice(LISTS)}"',
            f' for "{scene.dice.choice(DATES)}"',
            f' at "{scene.dice.choice(SITES)}"',
            f' paid by "{scene.dice.choice(("Neighbour", "Payer"))}"',
            f' shipped to "{scene.dice.choice(SITES)}"',
        )
    )


def _revise(scene: Scene, draft: Draft) -> None:
    """Do one thing to an order: put a line back, add, leave one out, write them backwards, or want one otherwise."""
    if put_back(scene, draft) is not None:
        return
    row = scene.dice.choice(draft.rows)
    match scene.dice.choice(("alter", "alter", "alter", "alter", "add", "add", "leave out", "leave out", "turn")):
        case "add" if scene.keen("follow-ons", 8) and (bases := bases_of(scene, draft.name)):
            base, row = scene.dice.choice(bases)
            draft.rows += building_on(scene, draft, base, row)
        case "add":
            draft.rows += odd_lines_of(scene, draft)
        case "leave out":
            draft.leaves_out(row)
        case "turn" if not any("." in r["line"] for r in draft.rows):
            draft.rows.reverse()
        case _:
            _alter(scene, draft, row)


def _alter(scene: Scene, draft: Draft, row: Row) -> None:
    """Want one line otherwise."""
    ways = ("alter", "alter", "say", "unsay")
    match scene.dice.choice((*ways, "depend", "depend") if "follow-ons" in scene.focus else ways):
        case "depend" if row.get("depends on") and scene.one_in(2):
            row.pop("depends on")
        case "depend" if bases := _earlier(scene, draft):
            base, built_on = scene.dice.choice(bases)
            row["depends on"] = f"line {built_on['line']} of {base.name}"
        case "unsay":
            for name in ("greeting", "price override", "service point", "due date", "site"):
                row.pop(name, None)
        case "say":
            said(scene, [row])
        case _ if row["action"] == "Add":
            altered(scene, row)
        case _ if row["action"] == "-" or scene.one_in(3):
            row["price list"] = a_list(scene)
        case _:
            turned(scene, row)


def _earlier(scene: Scene, draft: Draft) -> list[tuple[Draft, Row]]:
    """What the orders before this one bring or change."""
    names = list(scene.drafts)
    return [each for each in bases_of(scene) if names.index(each[0].name) < names.index(draft.name)]


@act("integration", 4, "supplementals dates")
def new_date(scene: Scene) -> Drawn:
    """An order is wanted on another day."""
    orders = submitted(scene)
    if not orders:
        return None
    name = scene.one_of([order.name for order in orders])
    date = scene.dice.choice((*DATES, "none"))
    return done(
        "new-date", [when(f'order "{name}" is revised to the due date "{date}"')], "supplementals dates", {name}
    )
