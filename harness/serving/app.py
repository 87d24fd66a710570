"""The server as an ASGI application: sessions on one side, HTTP on the other."""

import re
from collections.abc import Mapping
from functools import partial
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from ordertck import __version__, data
from ordertck.harness import schemas
from ordertck.harness.adapters.json_text import decode, encode
from ordertck.harness.adapters.served import Served
from ordertck.harness.adapters.surface import FORM_OF_KEY, KEY, LONGEST_BODY, OPERATIONS
from ordertck.harness.edition.catalogue import deployed_from
from ordertck.harness.messages import KINDS, Edge
from ordertck.harness.messages.addresses import TO, addresses
from ordertck.harness.serving.metrics import Metrics
from ordertck.harness.serving.offer import Offer
from ordertck.harness.serving.openapi import document
from ordertck.harness.serving.sessions import Answer, Sessions

_ENVELOPE = frozenset(schemas.schema("message")["properties"])
_FORM_OF_KEY = re.compile(FORM_OF_KEY)


class Server:
    """Serves one offer to any number of kits.

    With ``at_once`` a reply carries all that the request led to; without, the kit has to ask for it, as it has to where
    a system works by itself.
    """

    def __init__(self, offer: Offer, at_once: bool = True) -> None:
        self.offer, self._at_once = offer, at_once
        self.sessions, self.metrics = Sessions(self._made), Metrics()
        self._kinds = {str(a.edge): a.kinds for a in addresses(TO, offer.claims.roles)}

    def app(self) -> Starlette:
        """The application."""
        routes = [
            Route(operation.path, partial(self._operate, name), methods=[operation.method])
            for name, operation in OPERATIONS.items()
        ]
        pages = {
            "/health": self._health,
            "/metrics": self._metrics,
            "/openapi.json": self._openapi,
            "/schemas/{name}.json": self._schema,
        }
        routes += [Route(path, page, methods=["GET"]) for path, page in pages.items()]
        return Starlette(routes=routes, exception_handlers={HTTPException: _refused})

    def _made(self) -> Served:
        return Served(self.offer.make(self.offer.claims), at_once=self._at_once)

    # The port

    async def _operate(self, name: str, request: Request) -> Response:
        try:
            key = request.headers.get(KEY, "")
            if not _FORM_OF_KEY.fullmatch(key):
                raise HTTPException(400, f"the {KEY} is not of the form {FORM_OF_KEY}")
            told = {} if name == "close" else await _told(request)
            place = request.path_params
            status, content = self._hello(told, key) if name == "hello" else self._done(name, place, told, key)
        except HTTPException as refusal:
            self.metrics.count(name, refusal.status_code)
            raise
        self.metrics.count(name, status)
        return _json(content, status)

    def _hello(self, told: Mapping[str, Any], key: str) -> Answer:
        _check("control#hello", told)
        claims = self.offer.claims
        if set(told["roles"]) != set(claims.roles):
            raise HTTPException(409, f"here is a system of the roles {', '.join(claims.roles)}")
        session = self.sessions.open(told["session"])
        if session is None:
            raise HTTPException(503, "no place is left for another session", {"Retry-After": "60"})
        self.metrics.opened += 1
        said = {"name": claims.name, "version": claims.version, "capabilities": sorted(claims.capabilities)}
        return 201, encode({"protocol": 1, "session": session.name, **said, **_number(key)})

    def _done(self, name: str, place: Mapping[str, str], told: dict[str, Any], key: str) -> Answer:
        session = self.sessions.find(place["session"])
        if session is None:
            raise HTTPException(404, "no such session is open")
        request = {"op": "deliver" if name == "bench" else name, **self._fields(name, place, told)}
        answer = session.answer(request, key)
        if name == "close":
            self.sessions.close(session.name)
        return answer

    def _fields(self, name: str, place: Mapping[str, str], told: dict[str, Any]) -> dict[str, Any]:
        match name:
            case "begin":
                _check("scenario-context", told)
                _check_content(told.get("content"))
                return {"scenario": told}
            case "deliver" | "bench":
                edge = place.get("edge", str(Edge.BENCH))
                if edge not in self._kinds or (edge == Edge.BENCH) != (name == "bench"):
                    raise HTTPException(404, f"a system of these roles is not told anything at '{edge}'")
                self._check_message(told, edge)
                return {"message": told}
            case "receive" | "advance":
                _check(f"control#{name}", told)
                return told
        return {}

    def _check_message(self, told: Mapping[str, Any], edge: str) -> None:
        _check("message", told)
        if more := told.keys() - _ENVELOPE:
            raise HTTPException(422, f"a message of the kit has no field '{min(more)}'")
        if told["edge"] != edge:
            raise HTTPException(422, f"the message crosses at '{told['edge']}', and not at '{edge}'")
        if told["kind"] not in self._kinds[edge]:
            raise HTTPException(422, f"a {told['kind']} does not go to a system of these roles at '{edge}'")
        _check(told["kind"], told["body"])

    # What is there besides

    async def _health(self, _: Request) -> Response:
        claims = self.offer.claims
        system = {"name": claims.name, "version": claims.version, "roles": list(claims.roles)}
        told = {"status": "ok", "kit": __version__, "system": system, "sessions": len(self.sessions)}
        return _json(encode(told))

    async def _metrics(self, _: Request) -> Response:
        return Response(self.metrics.text(len(self.sessions)), media_type="text/plain; version=0.0.4; charset=utf-8")

    async def _openapi(self, _: Request) -> Response:
        return _json(encode(document(self.offer.claims.roles)))

    async def _schema(self, request: Request) -> Response:
        name = request.path_params["name"]
        if name not in (*KINDS, "message", "scenario-context", "control"):
            raise HTTPException(404, "no such schema")
        return Response(data("schemas", f"{name}.json").read_bytes(), media_type="application/schema+json")


async def _told(request: Request) -> dict[str, Any]:
    """The object in a request's body. Raises ``HTTPException`` for what is too long, no JSON, or no object."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise HTTPException(415, "the body has to be application/json")
    length = request.headers.get("content-length", "0")
    body = bytearray()
    try:
        if length.isdecimal() and int(length[:20]) <= LONGEST_BODY:
            async for chunk in request.stream():
                body += chunk
                if len(body) > LONGEST_BODY:
                    break
            else:
                return _object(bytes(body))
    except ClientDisconnect:
        raise HTTPException(400, "the body broke off") from None
    raise HTTPException(413, f"the body has more than {LONGEST_BODY} bytes")


def _object(body: bytes) -> dict[str, Any]:
    try:
        told = decode(body)
    except ValueError as problem:  # UnicodeDecodeError is one
        raise HTTPException(400, f"the body is no JSON that can be kept: {problem}") from None
    if not isinstance(told, dict):
        raise HTTPException(422, "the body is no JSON object")
    return told


def _check_content(content: Mapping[str, Any] | None) -> None:
    """Raise ``HTTPException`` where a catalogue that is told cannot be sold from."""
    try:
        if content:
            deployed_from(content)
    except (AttributeError, KeyError, TypeError, ValueError) as problem:
        raise HTTPException(422, f"content is no catalogue: {type(problem).__name__} {problem}") from None


def _check(schema: str, told: Mapping[str, Any]) -> None:
    if not schemas.valid(schema, told):
        raise HTTPException(422, f"{schema}: {schemas.problems(schema, told)[0]}")


def _number(key: str) -> dict[str, int]:
    number = key.rpartition("-")[2]
    return {"n": int(number)} if number.isdecimal() and len(number) < 10 else {}


def _json(content: bytes, status: int = 200) -> Response:
    return Response(content, status, {"Cache-Control": "no-store"}, "application/json")


async def _refused(_: Request, problem: Exception) -> Response:
    assert isinstance(problem, HTTPException)
    answer = _json(encode({"error": problem.detail[:2000]}), problem.status_code)
    answer.headers.update(problem.headers or {})
    return answer
