"""The bodies: each has its schema's fields and types, and is read from, and becomes, what the schema allows."""

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from ordertck.harness import schemas
from ordertck.harness.messages import (
    KINDS,
    Body,
    DeskShown,
    Edge,
    Message,
    OrderLine,
    OrderQuery,
    OrderSnapshot,
    SalesOrder,
    as_body,
    read_body,
    replace,
)
from ordertck.harness.port import ScenarioContext
from ordertck.harness.tests.judging import Judges, allowed, as_wire


def plain(said: Mapping[str, Any]) -> dict[str, Any]:
    """What a property's schema says of its type, without what narrows it; msgspec and we write it differently."""
    if "anyOf" in said:
        held, nothing = said["anyOf"]
        return {"type": [held["type"], nothing["type"]]}
    if "$ref" in said:
        return {"type": "object"}
    if "enum" in said and "type" not in said:  # msgspec says of words only which they are
        return {"type": "string"}
    if said["type"] == "array":
        return {"type": "array", "items": plain(said["items"])}
    return {key: said[key] for key in ("type", "additionalProperties") if key in said}


def same_shape(schema: Mapping[str, Any], cls: type, **instead: dict[str, Any]) -> None:
    """Assert that an object's schema has a type's fields, as msgspec sees them; ``instead`` are types no hint tells."""
    shape = msgspec.json.schema(cls)["$defs"][cls.__name__]
    assert list(schema["properties"]) == list(shape["properties"])
    assert set(schema.get("required", ())) == set(shape["required"])
    told = {name: plain(said) for name, said in schema["properties"].items()}
    assert told == {name: instead.get(name, plain(said)) for name, said in shape["properties"].items()}


def lines_of(cls: type[Body]) -> type[Body] | None:
    """The type of a body's lines; None where it has none."""
    held = {field.name: field.type for field in msgspec.structs.fields(cls)}.get("lines")
    return None if held is None else held.__args__[0]


@pytest.mark.parametrize("name", sorted(KINDS))
def test_body_has_fields_of_schema(name: str) -> None:
    """A kind's schema has its body's fields, required ones and types; so has the schema of its lines."""
    schema, body = schemas.schema(name), KINDS[name].body
    same_shape(schema, body)
    line = lines_of(body)
    assert set(schema.get("$defs", ())) == ({"line"} if line else set())
    if line:
        same_shape(schema["$defs"]["line"], line)


def test_envelope_has_fields_of_schema() -> None:
    """The envelope's schema has the fields of ``Message``, all edges and all kinds."""
    schema = schemas.schema("message")
    same_shape(schema, Message, edge={"type": "string"})
    assert schema["properties"]["edge"]["enum"] == list(Edge)
    assert schema["properties"]["kind"]["enum"] == list(KINDS)


def test_context_has_fields_of_schema() -> None:
    """The scenario context's schema has the fields of ``ScenarioContext``; an account is eight texts."""
    schema = schemas.schema("scenario-context")
    same_shape(schema, ScenarioContext, accounts={"type": "array", "items": {"type": "object"}})
    account = schema["$defs"]["account"]
    assert list(account["properties"]) == account["required"]
    assert [plain(said) for said in account["properties"].values()] == [{"type": "string"}] * 8


@pytest.mark.parametrize("name", sorted(KINDS))
@settings(max_examples=30, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_whatever_the_schema_allows_is_read(name: str, data: st.DataObject) -> None:
    """A body that its schema allows can be read; what is written of it is allowed too, and reads the same."""
    cls = KINDS[name].body
    told = data.draw(allowed(name))
    assume(schemas.valid(name, told))  # what depends on another field is not drawn so
    body = read_body(cls, told)
    written = as_body(body)
    assert schemas.valid(name, written)
    assert as_wire(written) == written
    assert read_body(cls, written) == body
    assert told | {field: said for field, said in written.items() if field not in ("lines", "rows")} == told


@pytest.mark.parametrize("name", sorted(KINDS))
def test_example_is_written_as_it_stands(name: str) -> None:
    """The example of a schema comes out of its type unaltered: it has no field at its default."""
    for example in schemas.schema(name)["examples"]:
        assert as_body(read_body(KINDS[name].body, example)) == example


def test_defaults_are_left_out() -> None:
    """Fields at their default are left out, but for the lines; a field that nobody knows is passed over."""
    assert as_body(SalesOrder(order="O", id="O/1")) == {"order": "O", "id": "O/1", "lines": []}
    line = OrderLine(id="L", number="1", price_list="", attributes={})
    assert as_body(SalesOrder(order="O", id="O/1", revision=1, lines=(line,)))["lines"] == [
        {"id": "L", "number": "1", "price_list": ""}
    ]
    assert as_body(DeskShown(object="order", ref="O", rows=({},))) == {"object": "order", "ref": "O", "rows": [{}]}
    assert read_body(OrderQuery, {"order": "O", "surprise": "more"}) == OrderQuery(order="O")
    with pytest.raises(msgspec.ValidationError, match="missing required field `status`"):
        read_body(OrderSnapshot, {"order": "O"})


def test_a_body_is_a_copy() -> None:
    """Whoever alters the shape that a body was read from, or that it gave, alters nothing in the body."""
    shape = {"object": "order", "ref": "O", "fields": {"status": "OPEN"}, "rows": [{"id": "1"}]}
    shown = read_body(DeskShown, shape)
    shape["fields"]["status"], shape["rows"][0]["id"] = "FAILED", "2"  # type: ignore[index]
    as_body(shown)["fields"]["status"] = "COMPLETE"
    assert (shown.fields, shown.rows) == ({"status": "OPEN"}, ({"id": "1"},))


def test_content_is_the_body_as_its_kind_has_it() -> None:
    """A message knows its content, decoded once; whoever takes it for something else is told so."""
    message = Message("m-2", "order-snapshot", Edge.OMS, {"order": "O", "status": "COMPLETE", "more": 1}, "O", "m-1", 7)
    assert message.content == OrderSnapshot(order="O", status="COMPLETE")
    assert message.content is message.content is message.read(OrderSnapshot)
    other = replace(message, body={"order": "P", "status": "OPEN"})
    assert (other.id, other.read(OrderSnapshot).order) == ("m-2", "P")
    with pytest.raises(TypeError, match="order-snapshot holds no OrderQuery"):
        message.read(OrderQuery)


def test_replace_takes_dataclasses_too() -> None:
    """One ``replace`` serves bodies, messages and dataclasses; a field that there is not is refused."""

    @dataclass(frozen=True)
    class Pair:
        one: int
        other: int

    assert replace(Pair(1, 2), other=3) == Pair(1, 3)
    assert replace(OrderQuery(order="O"), order="P") == OrderQuery(order="P")
    for value in (Pair(1, 2), OrderQuery(order="O")):
        with pytest.raises(TypeError):
            replace(value, none_such=1)


ENVELOPES = (
    Message("m-1", "intake-hold", Edge.BENCH, {}),
    Message("m-2", "order-snapshot", Edge.OMS, {"order": "O", "status": "COMPLETE"}, "O", "m-1", 7),
    *(Message("m-3", "order-query", Edge.OMS, {"order": "O"}, priority=level) for level in (-1, 0, 9, 10, 99)),
)


@pytest.mark.parametrize("message", ENVELOPES, ids=repr)
def test_envelope_round_trip(message: Message) -> None:
    """A message survives its JSON shape, which is valid; a priority outside the queue's range too (PR-11)."""
    wire = as_wire(message.as_json())
    assert Message.from_json(wire) == message
    assert Judges(schemas.schema("message")).accept(wire) == (True, True)


def test_a_whole_number_with_a_point() -> None:
    """A priority of 7.0 is 7, as JSON Schema has it: some languages write every number so."""
    shape = Message("m-1", "order-query", Edge.OMS, {"order": "O"}).as_json()
    read = Message.from_json({**shape, "priority": 7.0})
    assert (read.priority, type(read.priority)) == (7, int)


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("id", "", "no proper 'id': ''"),
        ("id", 7, "no proper 'id': 7"),
        ("id", "x" * 1001, "'id' has more than 1000 characters"),
        ("kind", "", "no proper 'kind': ''"),
        ("edge", "satellite", "unknown edge 'satellite'"),
        ("body", [], "no proper 'body'"),
        ("about", ["O"], "'about' is no string"),
        ("about", "x" * 1001, "'about' has more than 1000 characters"),
        ("re", "", "'re' is no id: ''"),
        ("re", 7, "'re' is no id: 7"),
        ("priority", True, "'priority' is no whole number"),
        ("priority", 1.5, "'priority' is no whole number"),
        ("priority", 2**63, "'priority' is no whole number"),
    ],
)
def test_no_envelope(field: str, value: object, told: str) -> None:
    """What is no envelope is refused in a short sentence that names the field."""
    with pytest.raises(ValueError, match=told) as refused:
        Message.from_json({"id": "m-1", "kind": "order-query", "edge": "oms", "body": {"order": "O"}, field: value})
    assert len(str(refused.value)) < 200


READS_ALL = """
import sys
from contextlib import suppress
from ordertck.harness.messages import KINDS, Message
called = set()
sys.setprofile(lambda frame, event, _: called.add(frame.f_code.co_name) if event == "call" else None)
for kind in KINDS:
    with suppress(ValueError):
        Message("m-1", kind, "oms", {}).content
sys.setprofile(None)
print(*called)
"""


def test_types_are_known_before_they_are_read() -> None:
    """No thread can meet a type that another one is only working out: msgspec does not survive that."""
    read = subprocess.run([sys.executable, "-c", READS_ALL], capture_output=True, text=True, check=True)
    assert "content" in read.stdout.split()
    assert "get_class_annotations" not in read.stdout.split()
