"""What back offices ask the CRM for, and how they are answered."""

from collections.abc import Callable
from typing import Any

from pytest_bdd import step, then

from ordertck.harness.bench import Stage
from ordertck.harness.errors import Breach
from ordertck.harness.messages import Workflow
from ordertck.steps.back_office import LISTED, Named, content, fields_of, fits, happens, lists, offices_of, record_of
from ordertck.steps.words import Table, listed, words


@step(words("{office:Office} asks for {record:Record}{and_gets_it:AndGetsIt}"))
def asks_for(stage: Stage, office: str, record: Named, and_gets_it: str) -> None:
    happens(stage)
    stage.back_offices.asks(offices_of(stage, office)[0], record_of(stage, record))
    if and_gets_it:
        _eventually_answered(stage, lambda call: call is not None and bool(call.fields or call.rows), "data")


def _eventually_answered(stage: Stage, is_owed: Callable[[Workflow | None], bool], expected: str) -> None:
    """Wait for the answer that is owed to the latest request; one that is no workflow's is given as None."""
    offices = stage.back_offices

    def answers() -> list[Workflow | None]:
        heard = offices.answers[offices.latest]
        return [offices.read(m) if m.kind == "workflow" else None for m in heard]

    stage.eventually(
        lambda: any(map(is_owed, answers())),
        f"an answer with {expected}",
        lambda: listed("a refusal" if call is None else content(call) for call in answers()),
    )
    if len(answers()) > 1:
        raise Breach("one answer", str(len(answers())))


@then(words("the answer has {record:Record} with"))
def answer_has(stage: Stage, record: Named, datatable: Table) -> None:
    about = record_of(stage, record)
    as_rows = about.object in LISTED and "product" in datatable[0]

    def says_so(call: Workflow | None) -> bool:
        if call is None or (call.object, call.record) not in about.keys:
            return False
        return lists(call.rows, datatable) if as_rows else fits(call.fields, fields_of(datatable))

    expected = listed(" / ".join(row) for row in datatable[1:])
    _eventually_answered(stage, says_so, f"the {about.object}: {expected}")


@then("the answer says that there is no such record")
def answer_unknown(stage: Stage) -> None:
    offices = stage.back_offices

    def said() -> list[Any]:
        return [m for m in offices.answers[offices.latest] if not (m.body.get("fields") or m.body.get("rows"))]

    def refused() -> bool:
        return any(m.kind == "workflow" or m.body["outcome"] == "fault" for m in said())

    stage.eventually(refused, "an answer that says so, or one that is empty", lambda: "neither")
