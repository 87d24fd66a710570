"""What users and back offices do with records in a sequel: they are changed, told of and asked for, in turns."""

from collections.abc import Callable
from functools import partial

from ordertck.harness.bench.keeping import fill_in, save
from ordertck.harness.bench.orders import Order
from ordertck.harness.bench.records import AT_THE_DESK, Record
from ordertck.harness.bench.sequel.crm.changed import cut_off
from ordertck.harness.bench.sequel.scenes import Draw, scene
from ordertck.harness.bench.stage import Stage

# What is filled in of each kind of record; who is master of an account's data may refuse what another says.
_FIELDS = {
    "work order": {"task": ("install", "repair"), "appointment": ("Monday", "Tuesday")},
    "trouble ticket": {"summary": ("no tone", "noise"), "progress": ("found", "mended")},
    "phone number": {"listing": ("listed", "ex-directory")},
}
_TURNS = 4


@scene(
    "crm",
    "WF-03 WF-04 WF-05 WF-12 WF-13 WF-14 WF-15 WF-16 WF-17 WF-18 WF-21 WF-22 WF-23 WF-24 IS-03 IS-05 IS-06 IS-07",
)
def records_are_kept(stage: Stage, order: Order, draw: Draw) -> None:  # noqa: ARG001 - it is about no order
    """A record is changed by a user or an office, one field at a time, and asked for; another customer has one too."""
    known = [record for record in stage.records.mentioned if record.object in _FIELDS]
    if not known:
        return
    record = draw.one(known)
    others = stage.records.named(record.object, _name_of_another(record))
    others.account = stage.directory.account("Neighbour")
    by_users = draw.chance(2)  # whose word counts where both change a record is declared, by data element
    for turn in range(_TURNS):
        about = others if turn == 1 else record
        fields = {name: draw.one(values) for name, values in _FIELDS[record.object].items()}
        chosen = dict(draw.some(list(fields.items()), 1 + (about is others)))
        draw.one(_ways(stage, about, chosen, by_users, draw))()
        cut_off(stage, draw)
        stage.settled()


def _name_of_another(record: Record) -> str:
    return "0044790999" if record.object == "phone number" else "SEQUEL"


def _ways(
    stage: Stage, record: Record, fields: dict[str, str], by_users: bool, draw: Draw
) -> list[Callable[[], object]]:
    """What can be done with a record, by what the system has to do with back offices."""
    offices, without = draw.some(list(stage.back_offices.systems.values()), 2), stage.claims.leaves_out
    ways: list[Callable[[], object]] = []
    if by_users or "back-office-reports" in without:
        ways += [partial(_edit, stage, record, fields)] * 2
    else:
        ways += [partial(stage.back_offices.reports, offices[0], record, fields)] * 2
    if "back-office-requests" not in without:
        ways.append(partial(stage.back_offices.asks, offices[0], record))
    if record.object in AT_THE_DESK and record.object != "trouble ticket":
        ways.append(partial(stage.desk.look, AT_THE_DESK[record.object], record.ref))
    return ways


def _edit(stage: Stage, record: Record, fields: dict[str, str]) -> None:
    if fill_in(stage, record, fields).refused is None:
        save(stage, record)
