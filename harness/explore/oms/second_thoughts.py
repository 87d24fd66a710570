"""Second thoughts about what neighbours did just now: what a newer version changes because of it."""

from ordertck.harness.explore.acts import Scene
from ordertck.harness.explore.drafts import ATTRIBUTES, SITES, a_list, added, altered
from ordertck.harness.explore.order_draft import Draft, Row
from ordertck.harness.explore.ordered import named_assets
from ordertck.harness.explore.touched import lines_named

# So many acts ago something may have befallen a line that is thought better of now.
_LATELY = 5
_VALUE, _SET_UP, _LOCKED = "value", "set up", "locked"
_BEFALLS = {
    "value-is-filled-in": _VALUE,
    "order-is-set-up": _SET_UP,
    "milestone": _LOCKED,
    "lines-are-locked": _LOCKED,
}


def thinks_of_what_befell(scene: Scene, draft: Draft) -> bool:
    """Change a line because of what befell it lately, where something did that has not come to its end.

    Beside a value that was filled in another one is wanted; what is set up and not charged is left out or wanted
    otherwise; a bundle of which a part is locked is left out, or another part of the order is wanted otherwise. What is
    being led back is wanted after all, or as something else again.
    """
    if not scene.one_in(3) and _is_wanted_after_all(scene, draft):
        return True
    befallen = _befallen(scene, draft)
    if not befallen:
        return False
    row, kind, said = befallen[-1] if not scene.one_in(3) else scene.dice.choice(befallen)
    if kind == _VALUE:
        return _wants_another_value(scene, row, said)
    if kind == _SET_UP:
        _is_wanted_otherwise(scene, draft, row)
        return True
    others = [other for other in draft.rows if other is not row]
    top = next((each for each in draft.rows if each["line"] == row["line"].partition(".")[0]), row)
    if top is not row and scene.one_in(2):
        draft.leaves_out(top)
    else:
        altered(scene, scene.dice.choice(others or [row]))
    return True


def _befallen(scene: Scene, draft: Draft) -> list[tuple[Row, str, str]]:
    """The lines that something befell lately, each with what, and the sentence that says so; the latest last."""
    rows = {row["line"]: row for row in draft.rows}
    found = []
    for act in scene.acts[-_LATELY:]:
        kind = _BEFALLS.get(act.kind) if draft.name in act.about else None
        for step in act.steps if kind is not None else ():
            named = [line for line, order in lines_named(step.text) if order == draft.name]
            named = named or (list(rows) if f'all its work for order "{draft.name}"' in step.text else [])
            found += [(rows[line], kind, step.text) for line in named if line in rows]
    return [(row, kind, said) for row, kind, said in found if kind is not None]


def _is_wanted_after_all(scene: Scene, draft: Draft) -> bool:
    """Want what provisioning is still leading back, where there is any: it was left out, or was to be otherwise."""
    held = [work.line.line for work in scene.stage.provisioning.held if work.line.effect == "remove"]
    keys = {scene.stage.directory.line_key(line) for line in held}
    there = {row["line"] for row in draft.rows}
    back = [row for row in (*draft.rows, *draft.gone) if f"{draft.name}/{row['line']}" in keys]
    back = [row for row in back if row["action"] == "Add" and row["line"].rpartition(".")[0] in (*there, "")]
    if not back:
        return False
    row = scene.dice.choice(back)
    if row["line"] not in there:
        draft.puts_back(row)
        row = next(other for other in draft.rows if other["line"] == row["line"])
    if row.get("site") or scene.one_in(2):
        row["site"] = scene.dice.choice([site for site in SITES if site != row.get("site")])
    elif scene.one_in(2):
        altered(scene, row)
    return True


def _is_wanted_otherwise(scene: Scene, draft: Draft, row: Row) -> None:
    """What is set up is left out, be it for something else, is wanted otherwise, or another thing in its place."""
    if scene.one_in(2):
        top = row["line"].partition(".")[0]
        if all(other["line"].partition(".")[0] == top for other in draft.rows):
            draft.rows += added(scene, draft.next_number())
        draft.leaves_out(row)
    elif row["action"] == "Update" and not scene.one_in(3):
        meant_otherwise(scene, draft, row)
    else:
        altered(scene, row)


def _wants_another_value(scene: Scene, row: Row, said: str) -> bool:
    known = ATTRIBUTES.get(row.get("product", ""), {})
    names = [name for name in known if f'"{name}"' not in said]
    if not names or row["action"] not in ("Add", "Update"):
        return False
    name = scene.dice.choice(names)
    row[name] = scene.dice.choice([value for value in known[name] if value != row.get(name)])
    return True


def meant_otherwise(scene: Scene, draft: Draft, row: Row) -> None:
    """A change is one of another thing of the same product, or does not name a value any more."""
    mine = {other.get("asset") for other in (*draft.rows, *draft.gone)}
    others = [name for name, product in named_assets(scene).items() if product == row["product"] and name not in mine]
    values = [name for name in ATTRIBUTES.get(row["product"], {}) if row.get(name)]
    if others and not row.get("depends on") and not scene.one_in(3):
        row["asset"] = scene.dice.choice(others)
    elif values:
        row.pop(scene.dice.choice(values))
        row.setdefault("price list", a_list(scene))
    else:
        altered(scene, row)
