"""Second thoughts: one line of an order is taken out, put back and wanted otherwise while the network is at it."""

from ordertck.harness.edition.features import Step
from ordertck.harness.explore.acts import QUIET, Drawn, Scene, act, done, given, when
from ordertck.harness.explore.drafts import next_name
from ordertck.harness.explore.order_draft import Draft, Row
from ordertck.harness.explore.som.known import is_stopped
from ordertck.harness.explore.som.orders import REMOVALS, assigned, cannot, changeable, rather, table
from ordertck.harness.explore.som.wanted import added, altered, changed, mechanisms_of, owners, services


@act("som", 30, "supplementals")
def second_thoughts(scene: Scene) -> Drawn:
    """An order of two things comes, and of one of them somebody thinks better, perhaps several times."""
    draft = Draft(next_name(scene), [])
    asset = _changed(scene, draft)
    line = draft.rows[0]["line"]
    draft.rows += added(scene, draft.next_number())  # what holds the order open
    steps = [given(f'an order "{draft.name}" with', table(draft))]
    mechanisms = {"supplementals", *mechanisms_of(draft)}
    if scene.keen("failures", 6):
        steps.append(cannot(scene, draft.name, scene.dice.choice((line, draft.rows[-1]["line"]))))
        mechanisms.add("failures")
    if not scene.stage.network.holds:
        steps.append(given("the network holds its work"))
    steps += [when(f'order "{draft.name}" is submitted'), *_meanwhile(scene, draft.name, line)]
    for _ in range(scene.dice.choice((1, 1, 2, 2, 3))):
        draft = _thought_better(scene, draft, line)
        steps.append(when(f'order "{draft.name}" is revised to', table(draft)))
        steps += _meanwhile(scene, draft.name, line)
    if scene.keen("cancellation", 4):
        steps.append(when(f'the CRM cancels order "{draft.name}"'))
        mechanisms.add("cancellation")
    scene.drafts[draft.name] = draft
    return done("second-thoughts", steps, " ".join(mechanisms), {draft.name, *owners(scene, asset)})


def _changed(scene: Scene, draft: Draft) -> str:
    """Something is changed that is there, or is to be set up; the asset that it is."""
    known = services(scene)
    names = rather(scene, known, changeable(scene, known))
    if names and not scene.one_in(4):
        draft.rows += changed(scene, draft.next_number(), known[scene.dice.choice(names)])
    else:
        draft.rows += added(scene, draft.next_number())
    return draft.rows[0]["asset"]


def _thought_better(scene: Scene, old: Draft, line: str) -> Draft:
    """A newer version, without the line, or with it as it was or otherwise."""
    draft = old.newer()
    row = next((row for row in draft.rows if row["line"] == line), None)
    gone = [row for row in draft.gone if row["line"] == line]
    if row is None and gone[-1]["action"] in REMOVALS:
        _altered(scene, draft.rows[0])
    elif row is None:
        draft.gone = [row for row in draft.gone if row["line"] != line]
        draft.rows.insert(0, dict(gone[-1]))
        if not scene.one_in(3):
            _altered(scene, draft.rows[0])
    elif row["action"] not in ("Add", "Update") or scene.one_in(3):
        draft.leaves_out(row)
    else:
        _altered(scene, row)
    return draft


def _altered(scene: Scene, row: Row) -> None:
    for _ in range(scene.dice.choice((1, 1, 2)) if row["action"] in ("Add", "Update") else 0):
        altered(scene, row)


def _meanwhile(scene: Scene, order: str, line: str) -> list[Step]:
    """How far the network comes with a line, and what befalls the whole system, before the next thing is said."""
    steps = assigned(scene, order, line) if scene.keen("filled-in-data", 8) else []
    part = f'line {line} of order "{order}"'
    count = scene.dice.choice((0, 1, 1, 2, 3)) if not is_stopped(scene) else 0
    steps += [when(f"the network does a step of {part}")] * count
    if scene.one_in(3):
        steps += [when(f"the network completes {part}")]
    if scene.can("restartable") and scene.keen("restarts", 10) and scene.one_in(2):
        steps.append(when("service order management breaks down and is started again"))
    return [*steps, *(() if scene.one_in(4) else (QUIET,))]
