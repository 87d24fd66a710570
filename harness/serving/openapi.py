"""The description of the server in OpenAPI 3.1: made from the control surface, the addresses and the schemas."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from ordertck import __version__
from ordertck.harness.adapters.surface import FORM_OF_KEY, KEY, OPERATIONS, Operation
from ordertck.harness.messages import Edge
from ordertck.harness.messages.addresses import FROM, TO, Address, addresses
from ordertck.harness.schemas import schema

_HERE = "#/components/schemas/"
_REFUSALS = {
    "400": "The body is no JSON.",
    "403": "Nobody is called back but the machine that opens the session.",
    "404": "No such session is open, or nothing is told at that address.",
    "405": "The address takes another method.",
    "409": "The request was made before, or the system has other roles.",
    "413": "The body is too long.",
    "415": "The body is not application/json.",
    "422": "The body is not what is due here, or the system could not make sense of it.",
    "500": "The system broke.",
    "503": "No place is left.",
}
_OF_THE_SINK = {
    "400": "The body is no JSON.",
    "401": "The token is not the one of the greeting.",
    "404": "No such session listens, or nothing is said at that address.",
    "413": "The body is too long.",
    "415": "The body is not application/json.",
    "422": "The body is no JSON object, or crosses at another edge.",
    "503": "Too much waits to be heard; come again.",
}
_IN_64_BITS = {"minimum": -(2**63), "maximum": 2**63 - 1}
_BODIES = {"begin": "scenario-context", **{name: name for name in ("hello", "receive", "together", "advance")}}


@cache
def document(roles: tuple[str, ...]) -> dict[str, Any]:
    """The description of a server of a system in these roles."""
    paths: dict[str, Any] = {}
    for path, method, described in _operations(roles):
        paths.setdefault(path, {})[method.lower()] = described
    for path, says in (("/health", "Whether it is well, and what is served."), ("/openapi.json", "This description.")):
        paths[path] = {"get": {"operationId": path[1:].replace(".", "-"), "summary": says, "responses": _found({})}}
    paths["/metrics"] = {"get": _metrics()}
    paths["/schemas/{name}.json"] = {"get": _schemas()}
    return {
        "openapi": "3.1.0",
        "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
        "info": {
            "title": "ordertck: a system under test over HTTP",
            "version": __version__,
            "license": {"name": "MIT", "identifier": "MIT"},
            "description": "What a system of the roles "
            f"{', '.join(roles)} is asked over HTTP: sessions, and one address for each edge that messages cross.",
        },
        "paths": dict(sorted(paths.items())),
        "components": {
            "schemas": dict(_components(roles)),
            "securitySchemes": {
                "sink": {"type": "http", "scheme": "bearer", "description": "The token of the greeting."}
            },
        },
    }


def _operations(roles: tuple[str, ...]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for operation in OPERATIONS.values():
        match operation.name:
            case "deliver":
                for address in addresses(TO, roles):
                    if address.edge is not Edge.BENCH:
                        path = operation.path.replace("{edge}", address.edge)
                        yield (
                            path,
                            operation.method,
                            _described(operation, f"deliver-{address.edge}", _messages(address)),
                        )
            case "bench":
                bench = next(address for address in addresses(TO, roles) if address.edge is Edge.BENCH)
                yield operation.path, operation.method, _described(operation, "bench", _messages(bench))
            case name:
                body = {"$ref": _HERE + _BODIES[name]} if name in _BODIES else None
                yield operation.path, operation.method, _described(operation, name, body, roles)


def _said(roles: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    """The sink that the kit has where claims ask for callbacks: an address for each edge at which the system speaks."""
    for address in addresses(FROM, roles):
        content = {"application/json": {"schema": {"$ref": _HERE + "message"}}}
        refusals = {status: _response(says, "error") for status, says in _OF_THE_SINK.items()}
        yield (
            f"{{$request.body#/callback/url}}/{address}",
            {
                "post": {
                    "operationId": f"said-{address.edge}",
                    "summary": "Hand over one message of the system, of one of these kinds: "
                    + ", ".join(address.kinds),
                    "security": [{"sink": []}],
                    "requestBody": {"required": True, "content": content},
                    "responses": {"204": {"description": "The kit has it."}, **refusals},
                }
            },
        )


def _described(
    operation: Operation, name: str, body: dict[str, Any] | None, roles: tuple[str, ...] = ()
) -> dict[str, Any]:
    key = {
        "name": KEY,
        "in": "header",
        "description": "The same key again is the same request; what stands behind its last dash is its number.",
        "schema": {"type": "string", "pattern": FORM_OF_KEY},
    }
    session = {"name": "session", "in": "path", "required": True, "schema": {"type": "string"}}
    described: dict[str, Any] = {
        "operationId": name,
        "summary": operation.says,
        "parameters": [key, session] if "{session}" in operation.path else [key],
        "responses": {
            **(
                {"201": _response("It is open.", "greeting")}
                if name == "hello"
                else {"200": _response("Done.", "reply")}
            ),
            **{status: _response(says, "error") for status, says in _REFUSALS.items()},
        },
    }
    if name == "hello":
        described["callbacks"] = {"said": dict(_said(roles))}
    if body is not None:
        described["requestBody"] = {"required": True, "content": {"application/json": {"schema": body}}}
    return described


def _messages(address: Address) -> dict[str, Any]:
    """A message of one of the kinds that go to an address."""
    kinds = [{"properties": {"kind": {"const": kind}, "body": {"$ref": _HERE + kind}}} for kind in address.kinds]
    ours = {"edge": {"const": address.edge}, "priority": _IN_64_BITS}
    return {
        "allOf": [{"$ref": _HERE + "message"}, {"properties": ours}],
        "oneOf": kinds,
        "unevaluatedProperties": False,
    }


def _response(says: str, name: str) -> dict[str, Any]:
    return {"description": says, "content": {"application/json": {"schema": {"$ref": _HERE + name}}}}


def _found(shape: dict[str, Any], kind: str = "application/json") -> dict[str, Any]:
    return {"200": {"description": "Here it is.", "content": {kind: {"schema": shape}}}}


def _metrics() -> dict[str, Any]:
    found = _found({"type": "string"}, "text/plain")
    return {"operationId": "metrics", "summary": "What was counted, for Prometheus.", "responses": found}


def _schemas() -> dict[str, Any]:
    name = {"name": "name", "in": "path", "required": True, "schema": {"type": "string"}, "example": "sales-order"}
    responses = _found({"type": "object"}, "application/schema+json") | {"404": _response("No such schema.", "error")}
    return {"operationId": "schema", "summary": "A JSON Schema.", "parameters": [name], "responses": responses}


def _components(roles: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    """Every schema that is referred to, its parts beside it, references as OpenAPI has them."""
    kinds = {kind: None for address in addresses(TO, roles) for kind in address.kinds}
    for name in ("message", "scenario-context", *kinds):
        whole = schema(name)
        parts = whole.get("$defs", {})
        yield name, _referring({k: v for k, v in whole.items() if k not in ("$schema", "$id", "$defs")}, f"{name}.")
        yield from ((f"{name}.{part}", _referring(shape, f"{name}.")) for part, shape in parts.items())
    yield from ((part, _referring(shape, "")) for part, shape in schema("control")["$defs"].items())


def _referring(value: Any, before: str) -> Any:
    if isinstance(value, dict):
        return {
            key: _HERE + before + held.removeprefix("#/$defs/") if key == "$ref" else _referring(held, before)
            for key, held in value.items()
        }
    return [_referring(held, before) for held in value] if isinstance(value, list) else value
