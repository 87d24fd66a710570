"""The schemas: one a message kind, equal to its dataclass, and judged alike by both validators."""

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import MISSING, fields
from datetime import UTC, datetime
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

import jsonschema
import jsonschema_rs
import pytest

from ordertck import data
from ordertck.harness import schemas
from ordertck.harness.edition.catalogue import home_services
from ordertck.harness.messages import (
    KINDS,
    Answer,
    AnswerLine,
    BackOfficeUp,
    BillingLine,
    BillingOrder,
    Body,
    Check,
    CheckAnswer,
    CheckLine,
    DeskDo,
    DeskSee,
    DeskShown,
    Edge,
    Fallout,
    Fault,
    LifeCycleEvent,
    LineUpdate,
    Mail,
    Message,
    NetworkLine,
    NetworkOrder,
    NetworkReport,
    OrderLine,
    OrderQuery,
    OrderReceipt,
    OrderSnapshot,
    OrderSubmission,
    OrderUpdate,
    ProvisioningLine,
    ProvisioningOrder,
    ReceiptLine,
    Refusal,
    SalesOrder,
    SubmittedLine,
    Workflow,
    WorkUpdate,
    as_body,
    read_body,
)
from ordertck.harness.messages.body import lines_type
from ordertck.harness.messages.kinds import Bare
from ordertck.harness.port import ScenarioContext

NO_KINDS = frozenset({"claims", "message", "scenario-context", "results", "certificate"})
FILES = sorted(path.stem for path in data("schemas").glob("*.json"))
# What each schema describes; the lines of a body are held to their own dataclass.
DESCRIBED: dict[str, type[Body]] = {name: kind.body for name, kind in KINDS.items()} | {
    "message": Message,
    "scenario-context": ScenarioContext,
}
# What only the kit sends; whatever a system sends may hold more than the vocabulary knows.
CLOSED = frozenset(
    {
        "back-office-up", "billing-answer", "cancel", "check-answer", "desk-do", "desk-see", "intake-hold",
        "intake-release", "network-report", "order-query", "provisioning-answer", "resume", "scenario-context", "start",
        "stop", "suspend",
    }
)  # fmt: skip

DATE = "2026-03-09T09:00:00+01:00"
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

SAMPLES: tuple[Body, ...] = (
    Check(check="credit", order="O"),
    Check(check="availability", order="O", account="C", lines=(CheckLine(line="L1", product="Home Router"),)),
    CheckAnswer(order="O", check="tax", outcome="ok", value="12.40"),
    CheckAnswer(order="O", check="card", outcome="declined", lines=(AnswerLine(line="L1", outcome="declined"),)),
    Mail(order="O", to="customer@o.example", text="Thank you for your order O"),
    OrderSubmission(order="O", id="O/1"),
    OrderSubmission(
        order="O", id="O/2", revision=2, account="C", payer="P", price_list="Household Price List", priority="High",
        site="1 Market Square", ship_to="The back door", ship_by="Courier", base_order="B", approval="awaited",
        due_date=DATE,
        lines=(
            SubmittedLine(id="L1", number="1"),
            SubmittedLine(
                id="L2", number="1.1", product="Internet Access", subject="simple product", action="Add", parent="L1",
                base_line="B1", asset="A", price_list="", override="-4.50", site="2 Station Road", service_point="SP",
                attributes={"speed": "100"}, due_date=DATE,
            ),
        ),
    ),
    SalesOrder(order="O", id="O/1"),
    SalesOrder(
        order="O", id="O/2", revision=2, account="C", payer="P", price_list="", priority="8", site="1 Market Square",
        ship_to="The back door", ship_by="Courier", approval="awaited",
        base_order="B", requested_delivery="2026-03-09T08:00:00Z",
        lines=(
            OrderLine(id="L1", number="1"),
            OrderLine(
                id="L2", number="1.1", product="Internet Access", subject="simple product", action="-", parent="L1",
                base_line="B1", asset="A", price_list="Consumer Price List", override="49.90", site="2 Station Road",
                service_point="SP", attributes={"speed": "100"}, requested_delivery=DATE,
            ),
        ),
    ),
    OrderReceipt(order="O", id="OSM:1"),
    OrderReceipt(order="O", id="OSM:1", lines=(ReceiptLine(line="L1", id="OSM:1-1"),)),
    OrderQuery(order="O"),
    OrderSnapshot(order="O", status="UNKNOWN"),
    OrderSnapshot(
        order="O", status="COMPLETE",
        lines=(LineUpdate(line="L1", status="COMPLETE", milestone="DESIGNED", attributes={"speed": "100"}),),
    ),
    OrderUpdate(order="O", status="IN_PROGRESS"),
    OrderUpdate(
        order="O", status="IN_PROGRESS",
        lines=(LineUpdate(line="L1", status="X", milestone="DESIGNED", attributes={"version": ""}),),
    ),
    Refusal(order="O", reason="no customer"),
    Refusal(order="O", reason="no product", line="L1"),
    Fallout(order="O", incident="I", state="raised"),
    Fallout(order="O", incident="I", state="resolved", reason="mended", line="L1"),
    BillingOrder(order="O", account="C", phase="all", lines=()),
    BillingOrder(
        order="O", account="C", phase="initiate", requested_delivery=DATE, waits=True,
        lines=(
            BillingLine(line="L1", product="Internet Access", effect="stop"),
            BillingLine(
                line="L2", product="Internet Access", effect="start", asset="A", price_list="Consumer Price List",
                rate_plan="CONSUMER-PLAN", override="0", attributes={"number": "1"},
            ),
        ),
    ),
    ProvisioningOrder(order="O", account="C", target="network", lines=()),
    ProvisioningOrder(
        order="O", account="C", target="network", requested_delivery=DATE, priority="High", waits=True,
        lines=(
            ProvisioningLine(line="L1", product="Internet Access", effect="remove"),
            ProvisioningLine(
                line="L2", product="Internet Access", effect="add", asset="A", parent="L1", site="1 Market Square",
                service_point="SP", attributes={"speed": "100"},
            ),
        ),
    ),
    Answer(outcome="ok"),
    Answer(outcome="fault", reason="busy"),
    WorkUpdate(order="O", line="L1", sort="milestone", value="DESIGNED"),
    WorkUpdate(order="O", line="L1", sort="data", value="40", attribute="upload", call="m-17"),
    Fault(order="O", incident="I", reason="broken"),
    Fault(order="O", incident="I", reason="broken", line="L1"),
    LifeCycleEvent(order="O"),
    NetworkOrder(order="O", lines=()),
    NetworkOrder(
        order="O",
        lines=(
            NetworkLine(line="L1", product="Internet Access", step="reserve", effect="undo"),
            NetworkLine(
                line="L2", product="VoIP Access", step="design", effect="do", quantity=3, asset="A",
                site="1 Market Square", attributes={"number": "1"},
            ),
        ),
    ),
    NetworkReport(order="O", line="L1", step="reserve", outcome="undone"),
    NetworkReport(
        order="O", line="L1", step="reserve", outcome="failed", attributes={"number": "1"}, reason="no port", call="m",
    ),
    DeskDo(verb="submit", object="order", ref="FIRST"),
    DeskDo(verb="enter", object="line", ref="FIRST/1", fields={"product": "Internet Access"}),
    DeskSee(object="assets", ref="C"),
    DeskShown(object="order", ref="FIRST"),
    DeskShown(
        object="assets", ref="C", id="1-7", fields={"name": "Customer"}, rows=({"id": "1-8"}, {"id": "1-9"}),
        warning="one is suspended", refused="not yours",
    ),
    Workflow(verb="Get", object="phone number", record="+44", system="Accounting"),
    Workflow(
        verb="Receive", object="service profile", record="C", system="Accounting", account="C",
        workflow="CUT Receive Service Profile Data", as_of=DATE, fields={"name": "Customer"}, rows=({"id": "1-8"},),
    ),
    BackOfficeUp(system="Accounting"),
    Bare(),
)  # fmt: skip
ENVELOPES = (
    Message("m-1", "intake-hold", Edge.BENCH, {}),
    Message("m-2", "order-snapshot", Edge.OMS, {"order": "O", "status": "COMPLETE"}, "O", "m-1", 7),
)
CONTEXT = ScenarioContext(
    id="S1-0001",
    session="S1",
    now=datetime(2026, 3, 2, 9, tzinfo=UTC),
    catalogue="Home Services",
    digest="sha256:0",
    accounts=(
        {
            "id": "C",
            "name": "Customer",
            "price_list": "",
            "payer": "P",
            "site": "1",
            "second_site": "2",
            "email": "",
            "service_point": "S",
        },
    ),
    settings={"capacity": None, "no_action": "dash"},
)


class Judges:
    """Both validators of one schema, as harness/schemas.py sets them up; they must agree on every value."""

    def __init__(self, schema: Mapping[str, Any]) -> None:
        self._slow = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
        self._fast = jsonschema_rs.Draft202012Validator(dict(schema), validate_formats=True)

    def accept(self, value: Any) -> tuple[bool, bool]:
        """What jsonschema says of a value, and what jsonschema-rs says of it."""
        return self._slow.is_valid(value), self._fast.is_valid(value)


def as_wire(value: Any) -> Any:
    """A value as it comes out of JSON text."""
    return json.loads(json.dumps(value))


def required_of(cls: type[Body]) -> set[str]:
    return {f.name for f in fields(cls) if f.default is MISSING and f.default_factory is MISSING}


def type_of(hint: Any) -> dict[str, Any]:
    """The JSON Schema type of a Python type, without anything that narrows it."""
    origin, arguments = get_origin(hint), get_args(hint)
    if NoneType in arguments:
        (held,) = (argument for argument in arguments if argument is not NoneType)
        return {"type": [type_of(held)["type"], "null"]}
    if origin is tuple:
        line = hasattr(arguments[0], "__dataclass_fields__")
        return {"type": "array", "items": {"$ref": "#/$defs/line"} if line else type_of(arguments[0])}
    if origin is Mapping:
        return {"type": "object"} | ({} if arguments[1] is Any else {"additionalProperties": type_of(arguments[1])})
    return {"type": {str: "string", Edge: "string", datetime: "string", int: "integer", bool: "boolean"}[hint]}


def typed(schema: Mapping[str, Any]) -> dict[str, Any]:
    """What a property's schema says of its type."""
    return {key: schema[key] for key in ("type", "items", "additionalProperties") if key in schema}


def same_shape(schema: Mapping[str, Any], cls: type[Body], **instead: dict[str, Any]) -> None:
    """Assert that an object schema has the fields of a dataclass; ``instead`` are types that no hint can tell."""
    hints = get_type_hints(cls)
    assert list(schema["properties"]) == [f.name for f in fields(cls)]
    assert set(schema.get("required", ())) == required_of(cls)
    expected = {name: instead.get(name, type_of(hint)) for name, hint in hints.items()}
    assert {name: typed(said) for name, said in schema["properties"].items()} == expected


def parts(schema: Mapping[str, Any], place: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Each property and definition of a schema with its place."""
    for group in ("properties", "$defs"):
        for name, part in schema.get(group, {}).items():
            yield f"{place}/{name}", part
            yield from parts(part, f"{place}/{name}")


def objects(value: Any) -> Iterator[Mapping[str, Any]]:
    """Every JSON object within a value."""
    if isinstance(value, Mapping):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for held in value:
            yield from objects(held)


def keywords(schema: Any, name: str) -> Iterator[Any]:
    """Every value that a keyword has anywhere in a schema."""
    return (found[name] for found in objects(schema) if name in found)


def planted(cls: type[Body], closed: bool) -> Iterator[tuple[str, Any]]:
    """Faults to plant in an object of a dataclass: the field and the faulty value, ``MISSING`` to leave it out."""
    for name, hint in get_type_hints(cls).items():
        said = type_of(hint)
        nullable = isinstance(said["type"], list)
        if name in required_of(cls):
            yield name, MISSING
        if not nullable:
            yield name, None
        yield from ((name, value) for value in WRONG.get(name, ()))
        yield from ((name, value) for value in OF_WRONG_TYPE[said["type"][0] if nullable else said["type"]])
        if said["type"] == "array":
            yield name, [7]
        if "additionalProperties" in said:
            yield from ((name, {"speed": value}) for value in (100, None))
    if closed:
        yield "surprise", "more"


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
    (body,) = schemas.schema(name)["examples"]
    cls = DESCRIBED[name]
    for field, value in planted(cls, name in CLOSED):
        yield f"{field}: {value!r}" if value is not MISSING else f"no {field}", with_fault(body, (), field, value)
    if (line := lines_type(cls)) is not None:
        for field, value in planted(line, closed=False):
            label = f"lines.0.{field}: {value!r}" if value is not MISSING else f"no lines.0.{field}"
            yield label, with_fault(body, ("lines", 0), field, value)


def test_one_schema_a_kind() -> None:
    """Each kind has a schema, and each schema is a kind's or a known other."""
    assert set(KINDS) | {"message", "scenario-context"} <= set(FILES)
    assert set(FILES) <= set(KINDS) | NO_KINDS


@pytest.mark.parametrize("name", sorted(KINDS))
def test_body_equals_dataclass(name: str) -> None:
    """A kind's schema has its dataclass's fields, required ones and types; so has the schema of its lines."""
    schema, body = schemas.schema(name), KINDS[name].body
    same_shape(schema, body)
    line = lines_type(body)
    assert set(schema.get("$defs", ())) == ({"line"} if line else set())
    if line:
        same_shape(schema["$defs"]["line"], line)


def test_envelope_equals_dataclass() -> None:
    """The envelope's schema has the fields of ``Message``, all edges and all kinds."""
    schema = schemas.schema("message")
    same_shape(schema, Message, body={"type": "object"})
    assert schema["properties"]["edge"]["enum"] == list(Edge)
    assert schema["properties"]["kind"]["enum"] == list(KINDS)


def test_context_equals_dataclass() -> None:
    """The scenario context's schema has the fields of ``ScenarioContext``, and six of text an account."""
    schema = schemas.schema("scenario-context")
    same_shape(schema, ScenarioContext, accounts={"type": "array", "items": {"$ref": "#/$defs/account"}})
    account = schema["$defs"]["account"]
    assert list(account["properties"]) == account["required"] == list(CONTEXT.accounts[0])
    assert all(typed(said) == {"type": "string"} for said in account["properties"].values())
    judges, context = Judges(schema), as_wire(CONTEXT.as_json())
    for faulty in ({"id": ""}, {"payer": ""}, {"surprise": "more"}):
        assert judges.accept(context | {"accounts": [context["accounts"][0] | faulty]}) == (False, False)


# The closed lists that no Python type holds, as the docstrings of the dataclasses give them.
DESK_OBJECTS = (
    "order", "line", "quote", "opportunity", "account", "asset", "assets", "ticket", "work-order", "phone", "product",
    "orders", "revisions", "projection", "document", "activity", "attachments", "checks", "profile", "tickets",
    "fraud-alerts", "credit-alerts", "pricing-rule",
)  # fmt: skip
DESK_VERBS = (
    "enter", "revise", "price", "override", "submit", "discard", "approve", "reject", "accept", "convert", "press",
    "check",
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "place", "words"),
    [
        ("billing-order", "/phase", ("initiate", "fulfil", "all")),
        ("billing-order", "/line/effect", ("start", "change", "stop", "suspend", "resume")),
        ("provisioning-order", "/line/effect", ("add", "change", "remove", "suspend", "resume")),
        ("billing-answer", "/outcome", ("ok", "fault")),
        ("billing-update", "/sort", ("status", "milestone", "data")),
        ("fallout", "/state", ("raised", "resolved")),
        ("network-order", "/line/effect", ("do", "change", "undo")),
        ("network-report", "/outcome", ("done", "undone", "failed")),
        ("desk-do", "/verb", DESK_VERBS),
        ("desk-do", "/object", DESK_OBJECTS),
    ],
)
def test_closed_lists(name: str, place: str, words: tuple[str, ...]) -> None:
    """A closed list has these words and no other."""
    assert dict(parts(schemas.schema(name)))[place]["enum"] == list(words)


@pytest.mark.parametrize("name", sorted(DESCRIBED))
def test_closed_or_open(name: str) -> None:
    """What the kit sends is closed, what a system may send is open to more fields, in its lines too."""
    (example,) = schemas.schema(name)["examples"]
    judges = Judges(schemas.schema(name))
    accepted = (name not in CLOSED,) * 2
    assert judges.accept(example | {"surprise": ["more"]}) == accepted
    for number, _ in enumerate(example.get("lines", ())):
        assert judges.accept(with_fault(example, ("lines", number), "surprise", ["more"])) == accepted


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("billing-answer", "provisioning-answer"),
        ("billing-update", "provisioning-update"),
        ("desk-do", "desk-see"),
        ("desk-see", "desk-shown"),
        ("fault", "fallout"),
        ("cancel", "suspend"),
        ("suspend", "resume"),
        ("network-order", "network-report"),
        ("intake-hold", "intake-release"),
        ("stop", "start"),
        ("order-submission", "sales-order"),
        ("order-update", "order-snapshot"),
    ],
)
def test_kindred_schemas(one: str, other: str) -> None:
    """Where two kinds have the same field, both demand the same of it."""

    def demands(name: str) -> dict[str, Any]:
        return {
            place: {key: said for key, said in part.items() if key not in ("title", "description", "examples")}
            for place, part in parts(schemas.schema(name))
            if "properties" not in part
        }

    # A fault owes a reason, a fallout may have one.
    own = {"/reason"} if other == "fallout" else set()
    mine, others = demands(one), demands(other)
    shared = (mine.keys() & others.keys()) - own
    assert {place: mine[place] for place in shared} == {place: others[place] for place in shared}


@pytest.mark.parametrize("name", FILES)
def test_is_a_schema(name: str) -> None:
    """Each file is a schema of the 2020-12 draft, under its own name, that refers to nothing outside itself."""
    schema = schemas.schema(name)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"https://ordertck.example/schemas/{name}.json"
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema_rs.meta.validate(schema)
    assert all(reference.startswith("#/$defs/") for reference in keywords(schema, "$ref"))


@pytest.mark.parametrize("name", sorted(DESCRIBED))
def test_explained(name: str) -> None:
    """A schema has a title, everything in it a description and examples, and each example is valid."""
    schema = schemas.schema(name)
    assert schema["title"]
    for place, part in (("", schema), *parts(schema)):
        assert part["description"].strip(), place
        assert "properties" not in part or part["title"], place
        assert part["examples"], place
        judges = Judges({"$defs": schema.get("$defs", {}), **part})
        for example in part["examples"]:
            assert judges.accept(example) == (True, True), (place, example)


@pytest.mark.parametrize("name", sorted(DESCRIBED))
def test_example_from_catalogue(name: str) -> None:
    """A schema's example is whole, and speaks of what the catalogue sells."""
    catalogue = home_services()
    (example,) = schemas.schema(name)["examples"]
    if name in KINDS:
        assert as_body(read_body(KINDS[name].body, example)) == example
    known = {
        "product": catalogue.products,
        "price_list": catalogue.rate_plans,
        "rate_plan": catalogue.rate_plans.values(),
        "target": {product.target for product in catalogue.products.values()},
        "catalogue": {catalogue.name},
    }
    for found in objects(example):
        assert all(found[key] in values for key, values in known.items() if key in found), found
        attributes = catalogue.products[found["product"]].attributes if "product" in found else ()
        assert set(found.get("attributes", ())) <= set(attributes) or "product" not in found, found


@pytest.mark.parametrize("name", sorted(DESCRIBED))
def test_planted_faults(name: str) -> None:
    """Both validators refuse every fault that is planted in an example: a dozen, where there is so much to spoil."""
    judges, seen = Judges(schemas.schema(name)), 0
    no_objects: tuple[Any, ...] = (None, "text", 7, [], [{}])
    for no_object in no_objects:
        assert judges.accept(no_object) == (False, False)
    for label, faulty in faults_of(name):
        assert judges.accept(faulty) == (False, False), label
        seen += 1
    assert seen >= min(12, 4 * len(fields(DESCRIBED[name])))


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
    (example,) = schemas.schema(name)["examples"]
    assert Judges(schemas.schema(name)).accept(with_fault(example, place, field, value)) == (True, True)


@pytest.mark.parametrize("priority", [-1, 0, 9, 10, 99])
def test_priority_out_of_range_is_well_formed(priority: int) -> None:
    """A priority outside the queue's range can be sent: what becomes of it is examined (PR-11)."""
    envelope = Message("m-1", "order-query", Edge.OMS, {"order": "O"}, priority=priority).as_json()
    assert Judges(schemas.schema("message")).accept(envelope) == (True, True)


def test_every_body_is_sampled() -> None:
    """Each body class has a sample, and each of its fields is set in one."""
    assert {type(sample) for sample in SAMPLES} == {kind.body for kind in KINDS.values()}
    shapes = [(type(sample), as_body(sample)) for sample in SAMPLES]
    for cls in {kind.body for kind in KINDS.values()}:
        bodies = [shape for held, shape in shapes if held is cls]
        assert {name for body in bodies for name in body} == {f.name for f in fields(cls)}
        if (line := lines_type(cls)) is not None:
            assert {name for b in bodies for held in b["lines"] for name in held} == {f.name for f in fields(line)}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: type(sample).__name__)
def test_round_trip(sample: Body) -> None:
    """A body survives its JSON shape, and the text of it; the shape is valid for every kind that has the body."""
    cls, body = type(sample), as_body(sample)
    assert read_body(cls, body) == sample
    wire = as_wire(body)
    assert as_body(read_body(cls, wire)) == wire
    assert read_body(cls, wire | {"surprise": "more"}) == read_body(cls, wire)
    for kind in KINDS.values():
        if kind.body is cls:
            assert Judges(schemas.schema(kind.name)).accept(wire) == (True, True)


@pytest.mark.parametrize("message", ENVELOPES, ids=lambda message: str(message.id))
def test_envelope_round_trip(message: Message) -> None:
    """A message survives its JSON shape, which is valid."""
    wire = as_wire(message.as_json())
    assert Message.from_json(wire) == message
    assert Judges(schemas.schema("message")).accept(wire) == (True, True)


def test_context_is_valid() -> None:
    """What a scenario begins with is valid."""
    assert Judges(schemas.schema("scenario-context")).accept(as_wire(CONTEXT.as_json())) == (True, True)
