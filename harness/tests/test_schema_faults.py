"""What the schemas refuse, and what they leave to the system to refuse: both validators judge alike."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

import pytest

from ordertck.harness import schemas
from ordertck.harness.tests.judging import CLOSED, DESCRIBED, Judges, example_of

MISSING = object()
NO_DATES = (
    "", "soon", "2026-03-09", "2026-03-09T09:00:00", "2026-03-09T09:00:00+0100", "2026-03-09 09:00:00Z",
    "2026-03-09T25:00:00Z", "2026-02-30T09:00:00Z", "09.03.2026",
)  # fmt: skip
IDENTITIES = (
    "account", "asset", "attribute", "base_line", "base_order", "id", "incident", "line", "number", "order", "parent",
    "payer", "product", "record", "ref", "service_point", "session", "step", "system", "target", "workflow",
)  # fmt: skip
# By field: values of the right type that are wrong all the same.
WRONG: Mapping[str, tuple[Any, ...]] = {
    **dict.fromkeys((*IDENTITIES, "re", "refused", "warning"), ("",)),
    **dict.fromkeys(("due_date", "requested_delivery", "now", "as_of"), NO_DATES),
    "override": ("", "49,90", "EUR 5", "5.", ".5", "1e3"),
    "effect": ("", "begin", "Add", "START"),
    "phase": ("", "both", "fulfill"),
    "sort": ("", "state", "Status"),
    "outcome": ("", "OK", "finished"),
    "state": ("", "open", "Raised"),
    "verb": ("", "delete", "Submit"),
    "object": ("", "invoice", "Order"),
    "edge": ("", "satellite"),
    "kind": ("", "invoice"),
    "revision": (-1,),
    "quantity": (0,),
}

OF_WRONG_TYPE: Mapping[str, tuple[Any, ...]] = {
    "string": (7, True, ["text"]),
    "integer": ("2", True, 1.5),
    "boolean": ("true", 1),
    "array": ("text", {}),
    "object": ("text", []),
}


def planted(schema: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Faults to plant in an object: the field and the faulty value, ``MISSING`` to leave it out."""
    yield from ((name, MISSING) for name in schema.get("required", ()))
    for name, said in schema["properties"].items():
        nullable = isinstance(said["type"], list)
        if not nullable:
            yield name, None
        yield from ((name, value) for value in WRONG.get(name, ()))
        yield from ((name, value) for value in OF_WRONG_TYPE[said["type"][0] if nullable else said["type"]])
        if said["type"] == "array":
            yield name, [7]
        if "additionalProperties" in said:
            yield from ((name, {"speed": value}) for value in (100, None))


def with_fault(body: Mapping[str, Any], place: tuple[str | int, ...], name: str, value: Any) -> dict[str, Any]:
    """A copy of a body with one field, at a place within it, replaced or left out."""
    copy: dict[str, Any] = deepcopy(dict(body))
    target: Any = copy
    for step in place:
        target = target[step]
    if value is MISSING:
        del target[name]
    else:
        target[name] = value
    return copy


def faults_of(name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every fault to plant in a schema's example, with its label: in the body, and in the first of its lines."""
    schema, example = schemas.schema(name), example_of(name)
    for field, value in planted(schema):
        yield f"{field}: {value!r}" if value is not MISSING else f"no {field}", with_fault(example, (), field, value)
    if name in CLOSED:
        yield "surprise: 'more'", example | {"surprise": "more"}
    if "line" in schema.get("$defs", {}):
        for field, value in planted(schema["$defs"]["line"]):
            label = f"lines.0.{field}: {value!r}" if value is not MISSING else f"no lines.0.{field}"
            yield label, with_fault(example, ("lines", 0), field, value)


@pytest.mark.parametrize("name", DESCRIBED)
def test_planted_faults(name: str) -> None:
    """Both validators refuse every fault that is planted in an example: a dozen, where there is so much to spoil."""
    judges, seen = Judges(schemas.schema(name)), 0
    no_objects: tuple[Any, ...] = (None, "text", 7, [], [{}])
    for no_object in no_objects:
        assert judges.accept(no_object) == (False, False)
    for label, faulty in faults_of(name):
        assert judges.accept(faulty) == (False, False), label
        seen += 1
    assert seen >= min(12, 4 * len(schemas.schema(name)["properties"]))


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("sales-order", "requested_delivery: '2026-03-09T09:00:00'"),
        ("sales-order", "lines.0.requested_delivery: '2026-03-09T09:00:00'"),
        ("sales-order", "lines.0.override: '49,90'"),
        ("sales-order", "lines.0.attributes: {'speed': 100}"),
        ("order-submission", "no lines.0.id"),
        ("order-submission", "due_date: '2026-03-09'"),
        ("billing-order", "lines.0.effect: 'begin'"),
        ("billing-order", "phase: 'both'"),
        ("provisioning-order", "lines.0.effect: 'Add'"),
        ("order-update", "lines.0.line: ''"),
        ("fallout", "state: 'open'"),
        ("billing-update", "sort: 'state'"),
        ("provisioning-answer", "outcome: 'OK'"),
        ("desk-do", "verb: 'delete'"),
        ("desk-see", "surprise: 'more'"),
        ("message", "priority: 1.5"),
        ("scenario-context", "now: '2026-03-09T09:00:00'"),
    ],
)
def test_faults_are_planted(name: str, label: str) -> None:
    """The faults that matter are among those that are planted, and are told of in words."""
    faulty = dict(faults_of(name))[label]
    assert not schemas.valid(name, faulty)
    place = label.removeprefix("no ").partition(": ")[0]
    told = schemas.problems(name, faulty)
    assert any(problem.startswith(place) or f"'{place.rpartition('.')[2]}'" in problem for problem in told), told


@pytest.mark.parametrize("name", ["billing-update", "provisioning-update"])
def test_data_names_attribute(name: str) -> None:
    """A data update names its attribute; one without a sort is told of the sort only."""
    update = {"order": "O", "line": "L1", "sort": "data", "value": "40"}
    judges = Judges(schemas.schema(name))
    assert judges.accept(update) == judges.accept(update | {"attribute": None}) == (False, False)
    assert judges.accept(update | {"attribute": "upload"}) == (True, True)
    assert judges.accept(update | {"sort": "milestone"}) == (True, True)
    assert schemas.problems(name, {"order": "O", "line": "L1", "value": "40"}) == [
        "the whole: 'sort' is a required property"
    ]


@pytest.mark.parametrize("name", ["sales-order", "order-submission"])
@pytest.mark.parametrize(
    ("place", "field", "value"),
    [
        ((), "account", MISSING),
        ((), "account", None),
        ((), "price_list", MISSING),
        ((), "price_list", ""),
        ((), "price_list", "No Such List"),
        ((), "priority", "Whenever"),
        ((), "lines", MISSING),
        ((), "lines", []),
        (("lines", 0), "product", MISSING),
        (("lines", 0), "product", "No Such Product"),
        (("lines", 0), "subject", "of no known kind"),
        (("lines", 0), "action", MISSING),
        (("lines", 0), "action", ""),
        (("lines", 0), "action", "-"),
        (("lines", 0), "action", "Explode"),
        (("lines", 1), "price_list", MISSING),
        (("lines", 1), "price_list", ""),
        (("lines", 1), "asset", "no such asset"),
        (("lines", 2), "parent", "no such line"),
    ],
)
def test_business_faults_are_well_formed(name: str, place: tuple[str | int, ...], field: str, value: Any) -> None:
    """What a system has to refuse for a business reason can be sent to it."""
    assert Judges(schemas.schema(name)).accept(with_fault(example_of(name), place, field, value)) == (True, True)


def test_accounts_are_whole() -> None:
    """An account that a scenario begins with has all its fields and no other."""
    judges, context = Judges(schemas.schema("scenario-context")), example_of("scenario-context")
    for faulty in ({"id": ""}, {"payer": ""}, {"surprise": "more"}):
        assert judges.accept(context | {"accounts": [context["accounts"][0] | faulty]}) == (False, False)
