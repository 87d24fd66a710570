"""What users order of what is still to come: changes of what open orders bring, once that is done."""

from ordertck.harness.explore.acts import Drawn, Scene, act, done, when
from ordertck.harness.explore.crm.at_the_desk import open_there, submitted
from ordertck.harness.explore.crm.entering import a_header, begun, bought
from ordertck.harness.explore.drafts import BUILT_ON, LISTS, altered, entered, next_name
from ordertck.harness.explore.order_draft import Draft, Row

# What a line says of what it is about.
_NAMES_IT = ("line", "asset", "product", "depends on")


@act("crm", 12, "follow-ons")
def follow_on(scene: Scene) -> Drawn:
    """What an open order is to bring, or to change, is changed once that is done."""
    bases = _bases(scene)
    if not bases:
        return None
    twins = [each for each in bases if _has_a_twin_before(*each)] if "bundles" in scene.focus else []
    bases = twins if twins and scene.one_in(2) else bases
    order, line = scene.one_line([(draft.name, row["line"]) for draft, row in bases])
    base, row = next((draft, row) for draft, row in bases if (draft.name, row["line"]) == (order, line))
    draft = Draft(next_name(scene), [_following(scene, 1, base, row)], a_header(scene))
    behind = {base.name}
    others = [(draft, other) for draft, other in bases if other["asset"] != row["asset"]]
    if others and scene.one_in(3):  # it builds on a second line, rather of another order
        second, other = scene.dice.choice([each for each in others if each[0] is not base] or others)
        draft.rows.append(_following(scene, 2, second, other))
        behind.add(second.name)
    draft.header.pop("account", None)
    if scene.one_in(2 if "approval" in scene.focus else 3):
        draft.rows += bought(scene, draft.next_number())
    act = begun(scene, "follow-on", draft, "follow-ons", behind)
    if "approval" in act.mechanisms and act.steps[-1].text.endswith("is submitted") and scene.one_in(2):
        approved = when(f'a supervisor approves order "{draft.name}"')
        act = done(act.kind, [*act.steps, approved], " ".join(act.mechanisms), act.about)
    if scene.knows("points-of-no-return") and scene.one_in(3) and base.name in {o.name for o in open_there(scene)}:
        locked = when(f'the order system has order "{base.name}" past its points of no return')
        return done(act.kind, [locked, *act.steps], " ".join({*act.mechanisms, "points-of-no-return"}), act.about)
    return act


def _following(scene: Scene, number: int, base: Draft, row: Row) -> Row:
    """A line that changes what a line of another order brings, or changes."""
    follow: Row = {"line": str(number), "asset": row["asset"], "product": row["product"], "action": "Update"}
    follow["depends on"] = f"line {row['line']} of {base.name}"
    altered(scene, follow)
    follow.pop("site", None)
    if row["action"] in ("Suspend", "Resume") or scene.one_in(3 if "service-changes" in scene.focus else 6):
        action = scene.dice.choice((*BUILT_ON[row["action"]], "Delete"))
        named = follow if action == "Update" else {name: follow[name] for name in _NAMES_IT}
        follow = {**named, "action": action}
    elif scene.keen("price-lists", 12) and scene.one_in(3):  # nothing is to happen to it, but a list is named
        follow = {name: follow[name] for name in _NAMES_IT} | {"action": "-", "price list": scene.dice.choice(LISTS)}
    return follow


def _bases(scene: Scene) -> list[tuple[Draft, Row]]:
    """The lines that a follow-on order may build on, each with its order."""
    return [
        (scene.drafts[order.name], row)
        for order in (open_there(scene) or submitted(scene))
        for row in scene.drafts[order.name].rows
        if row.get("asset") and row["action"] in BUILT_ON
    ]


def _has_a_twin_before(draft: Draft, row: Row) -> bool:
    """Whether a component comes after another one of the same product."""
    rows = draft.rows[: draft.rows.index(row)]
    return "." in row["line"] and any("." in other["line"] and other["product"] == row["product"] for other in rows)


@act("crm", 8, "follow-ons drafts", needs="revisions-before-submission")
def follow_on_of_something_else(scene: Scene) -> Drawn:
    """A user enters a follow-on order, and comes to want a change of what another order brings."""
    bases = _bases(scene)
    pairs = [(one, other) for one in bases for other in bases if one[0] is not other[0]]
    if not pairs:
        return None
    (first, row), (second, wanted) = scene.dice.choice(pairs)
    draft = Draft(next_name(scene), [_following(scene, 1, first, row)])
    steps = entered(draft)
    draft = scene.drafts[draft.name] = Draft(draft.name, [_following(scene, 2, second, wanted)])
    steps.append(when(f'order "{draft.name}" is revised before submission to', draft.table()))
    steps.append(when(f'order "{draft.name}" is submitted'))
    return done("follow-on-of-something-else", steps, "follow-ons drafts", {draft.name, first.name, second.name})


@act("crm", 8, "follow-ons failures")
def base_falls_out(scene: Scene) -> Drawn:
    """A line that a follow-on order waits for gets stuck, and is freed, perhaps at once."""
    waited = {
        row["depends on"]
        for order in open_there(scene)
        for row in scene.drafts[order.name].rows
        if row.get("depends on")
    }
    running = {order.name for order in open_there(scene)}
    lines = sorted(line for line in waited if line.rpartition(" ")[2] in running)
    if not lines:
        return None
    line, _, base = scene.dice.choice(lines).rpartition(" of ")
    steps = [when(f'the order system reports a fallout of {line} of order "{base}"')]
    if not scene.one_in(3):
        steps.append(when(f'the order system reports the end of the fallout of {line} of order "{base}"'))
    return done("base-falls-out", steps, "follow-ons failures", {base})


@act("crm", 8, "follow-ons price-lists", needs="line-price-lists price-lists-on-modify-orders")
def follow_on_at_a_price(scene: Scene) -> Drawn:
    """What an open order is to bring gets a price by hand, and perhaps a list, before it is there."""
    bases = [
        (scene.drafts[order.name], row)
        for order in open_there(scene)
        for row in scene.drafts[order.name].rows
        if row.get("asset") and row["action"] == "Add" and "." not in row["line"]
    ]
    if not bases:
        return None
    base, row = scene.dice.choice(bases)
    follow = {"line": "1", "action": "Update", "asset": row["asset"], "product": row["product"]}
    follow["depends on"] = f"line {row['line']} of {base.name}"
    draft = Draft(next_name(scene), [follow])
    scene.drafts[draft.name] = draft
    steps = [when(f'the order system has order "{base.name}" past its points of no return')] if scene.one_in(2) else []
    steps += entered(draft)
    steps.append(when(f'a user overrides the price of line 1 of order "{draft.name}" with "9.50"'))
    if not scene.one_in(3):
        steps.append(when(f'a user gives line 1 of order "{draft.name}" the "{scene.dice.choice(LISTS)}"'))
    steps.append(when(f'order "{draft.name}" is submitted'))
    found = "follow-ons price-lists drafts" + (" points-of-no-return" if "past" in steps[0].text else "")
    return done("follow-on-at-a-price", steps, found, {draft.name, base.name})


@act("crm", 6, "follow-ons")
def change_of_what_will_be(scene: Scene) -> Drawn:
    """A user changes in one go what an order will leave, or has left."""
    names = [order.name for order in submitted(scene)]
    if not names:
        return None
    base = scene.drafts[scene.one_of(names)]
    values = {
        "Internet Access": ("speed", "500"),
        "Static Address": ("version", "v6"),
        "VoIP Voicemail": ("greeting", "own"),
    }
    rows = [row for row in base.rows if row.get("product") in values and row.get("asset")]
    if not rows:
        return None
    row = scene.dice.choice(rows)
    attribute, value = values[row["product"]]
    name = next_name(scene)
    draft = Draft(name, [{"line": "1", "action": "Update", "asset": row["asset"], "product": row["product"]}])
    draft.rows[0][attribute] = value
    scene.drafts[name] = draft
    sentence = (
        f'a user submits order "{name}" to set "{attribute}" to "{value}"'
        f' on the projected asset of line {row["line"]} of order "{base.name}"'
    )
    return done("change-of-what-will-be", [when(sentence)], "follow-ons", {name, base.name})
