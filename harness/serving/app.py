"""The server as an ASGI application: sessions on one side, HTTP on the other."""

import re
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ordertck import __version__, data
from ordertck.harness import schemas
from ordertck.harness.adapters.bodies import answered, refused, told_in
from ordertck.harness.adapters.json_text import encode
from ordertck.harness.adapters.served import TOGETHER, Served
from ordertck.harness.adapters.surface import FORM_OF_KEY, KEY, OPERATIONS
from ordertck.harness.edition.catalogue import deployed_from
from ordertck.harness.messages import KINDS, Edge
from ordertck.harness.messages.addresses import TO, addresses
from ordertck.harness.serving.calls import Caller, is_near
from ordertck.harness.serving.metrics import Metrics
from ordertck.harness.serving.offer import Offer
from ordertck.harness.serving.openapi import document
from ordertck.harness.serving.sessions import Answer, Sessions
from ordertck.harness.text import a

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
        return Starlette(routes=routes, exception_handlers={HTTPException: refused})

    def _made(self) -> Served:
        more = partial(self.offer.make, self.offer.claims)
        return Served(more(), at_once=self._at_once, more=more)

    # The port

    async def _operate(self, name: str, request: Request) -> Response:
        try:
            key = request.headers.get(KEY, "")
            if not _FORM_OF_KEY.fullmatch(key):
                raise HTTPException(400, f"the {KEY} is not of the form {FORM_OF_KEY}")
            told = {} if name == "close" else await told_in(request)
            place = request.path_params
            if name == "hello":
                status, content = self._hello(told, key, request.client.host if request.client else "")
            else:
                status, content = await self._done(name, place, told, key)
        except HTTPException as refusal:
            self.metrics.count(name, refusal.status_code)
            raise
        self.metrics.count(name, status)
        return answered(content, status)

    def _hello(self, told: Mapping[str, Any], key: str, client: str) -> Answer:
        _check("control#hello", told)
        claims = self.offer.claims
        self._require_roles(told["roles"])
        caller = None
        if (callback := told.get("callback")) is not None:
            if not is_near(callback["url"], client):
                raise HTTPException(403, "callbacks go to the machine that opens the session, and to no other")
            caller = Caller(callback["url"], callback["token"])
        session = self.sessions.open(told["session"], caller)
        if session is None:
            raise HTTPException(503, "no place is left for another session", {"Retry-After": "60"})
        self.metrics.opened += 1
        said: dict[str, Any] = {
            "name": claims.name,
            "version": claims.version,
            "capabilities": sorted(claims.capabilities),
        }
        said["several"] = True
        if self._at_once and caller is None:
            said["together"] = TOGETHER
        return 201, encode({"protocol": 1, "session": session.name, **said, **_number(key)})

    async def _done(self, name: str, place: Mapping[str, str], told: dict[str, Any], key: str) -> Answer:
        session = self.sessions.find(place["session"])
        if session is None:
            raise HTTPException(404, "no such session is open")
        request = {"op": "deliver" if name == "bench" else name, **self._fields(name, place, told)}
        answer = session.answer(request, key)
        caller = session.caller
        if caller is not None and (problem := await caller.say()):
            answer = 500, encode({"error": problem})
        if name == "close":
            self.sessions.close(session.name)
            if caller is not None:
                await caller.close()
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
                for each in told.get("before", ()):
                    self._check_told(each)
                return told
            case "together":
                _check("control#together", told)
                for ask in told["asks"]:
                    self._check_ask(ask)
                return told
        return {}

    def _check_ask(self, ask: Mapping[str, Any]) -> None:
        """Raise ``HTTPException`` where what a session asks together with others could not be asked by itself."""
        if ask["op"] == "hello":
            _check("control#hello", {name: value for name, value in ask.items() if name != "op"})
            self._require_roles(ask["roles"])
        for each in ask.get("before", ()):
            self._check_told(each)

    def _require_roles(self, roles: Sequence[str]) -> None:
        claimed = self.offer.claims.roles
        if set(roles) != set(claimed):
            raise HTTPException(409, f"here is a system of the roles {', '.join(claimed)}")

    def _check_told(self, told: Mapping[str, Any]) -> None:
        """Raise ``HTTPException`` where what is told with a request to receive could not be told by itself."""
        op = told["op"]
        body = told.get(OPERATIONS[op].field or "instant")
        if body is None:
            raise HTTPException(422, f"it is not said what to {op}")
        edge = str(body.get("edge", "")) if op == "deliver" else ""
        name = "bench" if edge == Edge.BENCH else op
        self._fields(name, {"edge": edge}, {"instant": body} if op == "advance" else body)

    def _check_message(self, told: Mapping[str, Any], edge: str) -> None:
        _check("message", told)
        if more := told.keys() - _ENVELOPE:
            raise HTTPException(422, f"a message of the kit has no field '{min(more)}'")
        if told["edge"] != edge:
            raise HTTPException(422, f"the message crosses at '{told['edge']}', and not at '{edge}'")
        if told["kind"] not in self._kinds[edge]:
            raise HTTPException(422, f"{a(told['kind'])} does not go to a system of these roles at '{edge}'")
        _check(told["kind"], told["body"])

    # What is there besides

    async def _health(self, _: Request) -> Response:
        claims = self.offer.claims
        system = {"name": claims.name, "version": claims.version, "roles": list(claims.roles)}
        told = {"status": "ok", "kit": __version__, "system": system, "sessions": len(self.sessions)}
        return answered(encode(told))

    async def _metrics(self, _: Request) -> Response:
        return Response(self.metrics.text(len(self.sessions)), media_type="text/plain; version=0.0.4; charset=utf-8")

    async def _openapi(self, _: Request) -> Response:
        return answered(encode(document(self.offer.claims.roles)))

    async def _schema(self, request: Request) -> Response:
        name = request.path_params["name"]
        if name not in (*KINDS, "message", "scenario-context", "control"):
            raise HTTPException(404, "no such schema")
        return Response(data("schemas", f"{name}.json").read_bytes(), media_type="application/schema+json")


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
