"""Back-office systems: what they are sent and what they report; and what the desk makes of it."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from pytest_bdd import step, then, when

from ordertck.harness.bench import Stage
from ordertck.harness.bench.parts.back_offices import BackOffice
from ordertck.harness.bench.records import AT_THE_DESK, NAMED_BY, Record
from ordertck.harness.errors import Breach
from ordertck.harness.messages import DeskShown, Workflow, is_inactive
from ordertck.harness.text import in_words
from ordertck.steps.values import plain
from ordertck.steps.words import Table, listed, rows, words

_AS_OF = "as of"
_UNTIL_THE_POLICY_LOOKS = timedelta(hours=1)
LISTED = ("service profile", "sales order")
Named = tuple[str, str]


def record_of(stage: Stage, named: Named) -> Record:
    """The record that the features call so."""
    return stage.records.named(*named)


def offices_of(stage: Stage, which: str) -> list[BackOffice]:
    """The back offices that the features mean."""
    offices = stage.back_offices
    match which:
        case "each back office" | "a back office":
            return list(offices.systems.values())
        case "the back office":
            return [offices.first]
    return [offices.named(which)]


def fields_of(table: Table) -> dict[str, str]:
    """A table of one row, by field."""
    (row,) = rows(table)
    return {column.replace(" ", "_"): value for column, value in row.items() if column != _AS_OF}


def _rows_of(table: Table) -> tuple[dict[str, str], ...]:
    return tuple({column.replace(" ", "_"): value for column, value in row.items()} for row in rows(table))


def happens(stage: Stage) -> None:
    """Something is done now; what is sent from here on may be because of it, since what was due before is out."""
    _let_the_policy_look(stage)
    stage.settled()
    stage.channel.causes += 1
    stage.back_offices.mark()


# What users do


def fill_in(stage: Stage, record: Record, fields: Mapping[str, str]) -> DeskShown:
    """A user fills in a record's form; nothing is saved. A phone number's name is the number itself."""
    owner = {"account": record.account} if record.object not in ("account", "product", "pricing rule") else {}
    named = {NAMED_BY[record.object]: record.name} if record.object in NAMED_BY else {}
    shown = stage.desk.do("revise", AT_THE_DESK[record.object], record.ref, {**owner, **named, **fields})
    stage.records.learn(record, shown.id)
    return shown


def save(stage: Stage, record: Record) -> DeskShown:
    """A user saves what was filled in."""
    shown = stage.desk.do("submit", AT_THE_DESK[record.object], record.ref)
    stage.records.learn(record, shown.id)
    if shown.refused is None:
        stage.records.keep(record)
        _trigger(stage, record)
    return shown


def _trigger(stage: Stage, record: Record) -> None:
    """Whatever starts the workflow of a record that was saved; what is replicated has events of its own (IS-04)."""
    if record.object in ("product", "pricing rule"):
        return
    if stage.claims.switches["workflow_trigger"] == "by-button":
        stage.desk.do("press", AT_THE_DESK[record.object], record.ref, {"button": "Send"})
    _let_the_policy_look(stage)


def _let_the_policy_look(stage: Stage) -> None:
    """Let so much time go by that a policy finds what was saved; a system on real time has to find it in time."""
    by_policy = stage.claims.switches["workflow_trigger"] == "by-policy"
    if by_policy and "virtual-clock" in stage.claims.capabilities:
        stage.settled()
        stage.advance_to(stage.now + _UNTIL_THE_POLICY_LOOKS)


def _let_it_be_sent(stage: Stage, record: Record) -> None:
    """Whatever starts the workflow of an order that was created; a CRM may have no button for it."""
    if record.object == "sales order" and stage.claims.switches["workflow_trigger"] == "by-button":
        stage.desk.do("press", AT_THE_DESK[record.object], record.ref, {"button": "Send"})
    _let_the_policy_look(stage)


@step(words("a user {entry:Entry} {record:Record} with"))
def enters(stage: Stage, entry: str, record: Named, datatable: Table) -> None:
    about = record_of(stage, record)
    happens(stage)
    shown = fill_in(stage, about, fields_of(datatable))
    if entry == "enters":
        shown = save(stage, about) if shown.refused is None else shown
        if shown.refused is not None:
            raise Breach(f"{about.object} {about.name} entered", shown.refused)
    stage.settled()


@when(words("a user {deed:Deed} {record:Record}"))
def does(stage: Stage, deed: str, record: Named) -> None:
    about = record_of(stage, record)
    happens(stage)
    match deed:
        case "saves":
            save(stage, about)
        case "gives up":
            stage.desk.do("discard", AT_THE_DESK[about.object], about.ref)
        case "looks at":
            shown_fields(stage, about)
        case "waits for the sending of":
            _let_it_be_sent(stage, about)
        case _:
            fields = {"button": deed.split('"')[1]}
            shown = stage.desk.do("press", AT_THE_DESK[about.object], about.ref, fields)
            stage.desk.warned = shown.warning or shown.refused
    stage.settled()


# What back offices do


@step(words("{office:Office} reports {record:Record} with"))
def reports(stage: Stage, office: str, record: Named, datatable: Table) -> None:
    about, system = record_of(stage, record), offices_of(stage, office)[0]
    happens(stage)
    if "line" in datatable[0]:
        told = tuple(_line_told(stage, record[1], row) for row in rows(datatable))
        stage.back_offices.reports(system, about, {}, told)
    elif about.object == "service profile":
        stage.back_offices.reports(system, about, {}, _assets_told(stage, datatable))
    else:
        (row,) = rows(datatable)
        named = {NAMED_BY[about.object]: about.name} if about.object in NAMED_BY else {}
        as_of = stage.instant(row[_AS_OF]).isoformat() if _AS_OF in row else None
        stage.back_offices.reports(system, about, {**named, **fields_of(datatable)}, as_of=as_of)
    stage.settled()


def _assets_told(stage: Stage, table: Table) -> tuple[dict[str, str], ...]:
    """The assets of a profile; the back office's ids for them are its own, and fresh in every example."""
    return tuple({**row, "id": stage.directory.identity(row["id"])} if "id" in row else row for row in _rows_of(table))


def _line_told(stage: Stage, order: str, row: Mapping[str, str]) -> dict[str, str]:
    return {"id": stage.orders[order].line(row["line"]).id, "status": row["status"]}


# What they are told


def fits(said: Mapping[str, str], owed: Mapping[str, str]) -> bool:
    """Whether what is said of a record has every field that is owed."""
    return all((said.get(name) or "") == value for name, value in owed.items())


def lists(seen: tuple[Mapping[str, str], ...], table: Table) -> bool:
    """Whether what is shown or sent, without what is inactive, is just what a table says."""
    columns = [column.replace(" ", "_") for column in table[0]]
    there = [row for row in seen if not is_inactive(row.get("status", ""))]
    said = sorted([plain(column, row.get(column) or "") for column in columns] for row in there)
    return said == sorted([plain(*cell) for cell in zip(columns, row, strict=True)] for row in table[1:])


def content(call: Workflow | None) -> str:
    """What a message says of its record, in words."""
    if call is None:
        return "nothing"
    return "; ".join(in_words(said) for said in (call.fields, call.rows) if said) or "a message that says nothing"


@then(words("{holder:Holder} {_:Has} {record:Record} with"))
def has_with(stage: Stage, holder: str, record: Named, datatable: Table) -> None:
    about = record_of(stage, record)
    if holder != "the CRM":
        _require_at(stage, holder.removeprefix("the CRM and "), about, datatable)
    if holder.startswith("the CRM"):
        require_at_the_desk(stage, about, datatable)


def _require_at(stage: Stage, office: str, about: Record, datatable: Table) -> None:
    systems = offices_of(stage, office)
    if about.object == "sales order":
        _let_it_be_sent(stage, about)

    def holds(system: BackOffice) -> bool:
        call = system.latest(about)
        if call is None:
            return False
        return lists(call.rows, datatable) if about.object in LISTED else fits(call.fields, fields_of(datatable))

    quantifier: Callable[..., bool] = any if office == "a back office" else all
    stage.eventually(
        lambda: quantifier(holds(system) for system in systems),
        f"{about.object} {about.name} at {office}: {listed(' / '.join(row) for row in datatable[1:])}",
        lambda: listed(
            [f"{system.name}: {content(system.latest(about))}" for system in systems] + stage.back_offices.objections
        ),
    )


@then(words("{office:Office} is sent {copies:Copies} of {record:Record}"))
def is_sent(stage: Stage, office: str, copies: str, record: Named) -> None:
    about, systems = record_of(stage, record), offices_of(stage, office)
    if about.object not in ("product", "pricing rule", "sales order"):
        _let_the_policy_look(stage)  # an order that was created is due anyway; what is replicated has a time of its own

    def doubled() -> bool:
        taken = [[content(call) for call in system.copies(about)] for system in systems]
        return any(len(set(said)) < len(said) for said in taken)

    if copies == "nothing":
        sent = stage.back_offices.sent_since
        stage.never(lambda: sent(about), f"{about.object} {about.name} not sent to a back office", "it was sent")
    else:
        stage.never(doubled, f"no copy of {about.object} {about.name} twice", "the same twice")


# What the desk shows


def shown_fields(stage: Stage, record: Record) -> Mapping[str, str]:
    """What the desk shows of a record; nothing where it refuses."""
    shown = stage.desk.see(AT_THE_DESK[record.object], record.ref)
    return {**shown.fields, **({"warning": shown.warning} if shown.warning else {})}


def require_at_the_desk(stage: Stage, about: Record, table: Table) -> None:
    """Require that a user is shown a record so. Raises ``Breach``."""
    owed = fields_of(table)
    stage.settled()
    seen = shown_fields(stage, about)
    if not fits(seen, owed):
        raise Breach(f"{about.object} {about.name} at the desk with {in_words(owed)}", in_words(seen))
