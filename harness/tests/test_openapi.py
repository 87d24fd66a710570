"""The server does what its OpenAPI description says, for requests that fit it and for such as do not."""

import os
from typing import Any

import jsonschema
import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from ordertck.harness.adapters.surface import OPERATIONS
from ordertck.harness.messages.landscape import ROLES
from ordertck.harness.schemas import schema
from ordertck.harness.serving.app import Server
from ordertck.harness.serving.offer import reference
from ordertck.harness.serving.openapi import document
from ordertck.harness.tests.support import EDITION

# How many requests of each operation; ORDERTCK_REQUESTS=1000 looks longer.
REQUESTS = int(os.environ.get("ORDERTCK_REQUESTS", "6"))
SERVER = Server(reference(EDITION, ("oms",)))
SCENARIO = schema("scenario-context")["examples"][0]
described = schemathesis.openapi.from_asgi("/openapi.json", SERVER.app())


@described.parametrize()
@settings(
    max_examples=REQUESTS, deadline=None, suppress_health_check=list(HealthCheck), database=None, derandomize=True
)
def test_every_answer_is_as_described(case: schemathesis.Case[Any]) -> None:
    """A request that fits is accepted, any other is refused, with a status and a body that are described."""
    if "session" in case.path_parameters and case.meta and case.meta.generation.mode is GenerationMode.POSITIVE:
        session = SERVER.sessions.open("S1")
        assert session is not None
        case.path_parameters["session"] = session.name
        if case.operation.label.endswith("/begin"):
            assert isinstance(case.body, dict)
            case.body.pop("content", None)  # what a catalogue is, no schema says to the last
        else:
            session.answer({"op": "begin", "scenario": SCENARIO}, "")
    # What a free field holds no schema says: a number of more than 64 bits can be refused wherever it stands. What
    # is told before something is received, or asked together, has to be what could be told or asked by itself.
    together = isinstance(case.body, dict) and bool({"before", "asks"} & case.body.keys())
    too_large = any(abs(number) >> 63 for number in integers(case.body))
    unsaid: list[Any] = [positive_data_acceptance] if together or too_large else []
    case.call_and_validate(excluded_checks=unsaid)


def integers(value: Any) -> list[int]:
    """Every integer in a JSON value."""
    if isinstance(value, int):
        return [value]
    held = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [number for each in held for number in integers(each)]


def refs(value: Any) -> set[str]:
    """Every reference in a document."""
    if isinstance(value, dict):
        return {held for key, held in value.items() if key == "$ref"}.union(*map(refs, value.values()))
    return set().union(*map(refs, value)) if isinstance(value, list) else set()


@pytest.mark.parametrize("role", ROLES)
def test_description_of_each_role(role: str) -> None:
    """All operations are there, references lead somewhere, and what they lead to is a schema."""
    told = document((role,))
    assert told["openapi"] == "3.1.0"
    components = told["components"]["schemas"]
    assert {name.removeprefix("#/components/schemas/") for name in refs(told)} <= components.keys()
    assert len([path for path in told["paths"] if path.startswith("/sessions")]) >= len(OPERATIONS)
    for component in components.values():
        jsonschema.Draft202012Validator.check_schema(component)
