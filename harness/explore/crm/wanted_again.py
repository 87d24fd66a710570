"""What users leave out of an order with one version, and want again with the next."""

from ordertck.harness.explore.acts import Drawn, Scene, act, done, when
from ordertck.harness.explore.crm.at_the_desk import open_there
from ordertck.harness.explore.drafts import altered, mechanisms_of


@act("crm", 10, "supplementals", needs="changes-after-submission")
def wanted_again_after_all(scene: Scene) -> Drawn:
    """A newer version of an order leaves a line out, and the next one wants it again, otherwise as a rule."""
    rows = [
        (name, row["line"])
        for name in (order.name for order in open_there(scene))
        for row in scene.drafts[name].rows
        if "." not in row["line"] and len(scene.drafts[name].rows) > 1 and not row["action"].startswith("Move")
    ]
    if not rows:
        return None
    name, number = scene.one_line(rows)
    without = scene.drafts[name].newer()
    without.leaves_out(next(row for row in without.rows if row["line"] == number))
    gone = [row for row in without.gone if row["line"] == number]
    if not gone:
        return None
    again = scene.drafts[name] = without.newer()
    again.puts_back(gone[-1])
    back = next(row for row in again.rows if row["line"] == number)
    if back["action"] in ("Add", "Update") and not scene.one_in(4):
        site = back.get("site", "")
        altered(scene, back)
        back |= {"site": site} if back["action"] == "Update" else {}
    steps = [when(f'order "{name}" is revised to', draft.table()) for draft in (without, again)]
    return done("wanted-again-after-all", steps, " ".join(sorted(mechanisms_of(again) | {"supplementals"})), {name})
