"""The sink: a small server of the kit's own, to which systems hand what they have to say."""

import socket
import threading
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from hmac import compare_digest
from secrets import token_urlsafe
from time import monotonic
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ordertck.harness.adapters.bodies import refused, told_in
from ordertck.harness.adapters.json_text import encode
from ordertck.harness.errors import UsageError
from ordertck.harness.messages.addresses import FROM, addresses

# What nobody has taken yet may be so many messages of a session, and so many bytes; who brings more is to come again.
MOST_WAITING = 10_000
_MOST_BYTES_WAITING = 64 * 1024 * 1024
# Who has not shown the token; and who breaks off, or is told to come later.
_STRANGER, _COMES_AGAIN = 401, (408, 503)
# Seconds that the server has to end.
_ENDING = 5.0
_EDGES = frozenset(str(address.edge) for address in addresses(FROM))


@dataclass(slots=True)
class Inbox:
    """What one session's system has handed over and nobody has taken; whoever hands over shows the ``token``.

    ``refused`` says what was handed over and is lost, since it was no message; ``unproven`` that somebody came without
    the token and has not come again with it, as clients do that wait to be asked who they are.
    """

    token: str = field(default_factory=token_urlsafe)
    refused: str = ""
    unproven: str = ""
    _messages: deque[tuple[dict[str, Any], int]] = field(default_factory=deque)
    _size: int = 0
    _some: threading.Condition = field(default_factory=threading.Condition)

    def put(self, message: dict[str, Any]) -> bool:
        """Keep a message until it is taken; False where there is no room."""
        size = len(encode(message))
        with self._some:
            if len(self._messages) >= MOST_WAITING or self._size + size > _MOST_BYTES_WAITING:
                return False
            self._messages.append((message, size))
            self._size += size
            self.unproven = ""
            self._some.notify_all()
        return True

    def turn_away(self, status: int, why: str) -> None:
        """Remember that something was not taken; who is to come again, or broke off, is not meant."""
        if status == _STRANGER:
            self.unproven = f"{status}, {why}"
        elif status not in _COMES_AGAIN:
            self.refused = self.refused or f"{status}, {why}"

    def taken(self, patience: float) -> tuple[list[dict[str, Any]], int]:
        """All that there is, and its bytes; where there is nothing, what comes first within ``patience`` seconds."""
        end = monotonic() + patience
        with self._some:
            while not self._messages and (left := end - monotonic()) > 0:
                self._some.wait(left)
            taken, size = [message for message, _ in self._messages], self._size
            self._messages.clear()
            self._size = 0
        return taken, size


class Sink:
    """Listens at ``host`` and ``port`` (0: any that is free) for as long as a session has an inbox.

    Raises ``UsageError`` where nobody can listen there.
    """

    def __init__(self, host: str, port: int) -> None:
        try:
            family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
            self._listener = socket.socket(family, kind)
            self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            self._listener.bind(address)
            self._listener.listen(200)
        except OSError as problem:
            said = f"the kit cannot listen for callbacks at {host}, port {port}: {problem.strerror or problem}"
            raise UsageError(said, "name another address as 'callbacks' in [http]") from None
        shown = f"[{host}]" if family == socket.AF_INET6 else host
        self.url = f"http://{shown}:{self._listener.getsockname()[1]}"
        self.inboxes: dict[str, Inbox] = {}
        config = uvicorn.Config(
            app(self.inboxes),
            log_level="critical",
            access_log=False,
            lifespan="off",
            server_header=False,
            date_header=False,
            proxy_headers=False,
            limit_concurrency=500,
            timeout_graceful_shutdown=1,
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, args=([self._listener],), daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop listening."""
        self._server.should_exit = True
        self._thread.join(_ENDING)
        self._listener.close()


def app(inboxes: Mapping[str, Inbox]) -> Starlette:
    """The sink as an application, which puts what comes into the inboxes by the names of their sessions."""

    async def take(request: Request) -> Response:
        inbox = inboxes.get(request.path_params["session"])
        if inbox is None:
            raise HTTPException(404, "nobody listens here")
        try:
            await _taken(request, inbox)
        except HTTPException as refusal:
            inbox.turn_away(refusal.status_code, refusal.detail)
            raise
        return Response(status_code=204)

    route = Route("/{session}/" + FROM + "/{edge}", take, methods=["POST"])
    return Starlette(routes=[route], exception_handlers={HTTPException: refused})


async def _taken(request: Request, inbox: Inbox) -> None:
    """Put what comes into an inbox. Raises ``HTTPException`` where it cannot be taken."""
    shown = request.headers.get("authorization", "").encode()
    if not compare_digest(shown, f"Bearer {inbox.token}".encode()):
        raise HTTPException(_STRANGER, "the token is not the one of the greeting", {"WWW-Authenticate": "Bearer"})
    edge = request.path_params["edge"]
    if edge not in _EDGES:
        raise HTTPException(404, f"nobody listens at the edge '{edge}'")
    message = await told_in(request)
    if message.get("edge") != edge:
        raise HTTPException(422, "the message crosses at another edge than its address says")
    if not inbox.put(message):
        raise HTTPException(503, "too much waits to be heard", {"Retry-After": "1"})


_open: dict[tuple[str, int], tuple[Sink, int]] = {}
_lock = threading.Lock()


def open_inbox(host: str, port: int, session: str) -> tuple[str, Inbox]:
    """An inbox for a session at the sink that listens there, and its address; all sessions of a run share one sink."""
    with _lock:
        sink, users = _open.get((host, port)) or (Sink(host, port), 0)
        _open[host, port] = sink, users + 1
        name = f"{session}-{token_urlsafe(6)}"
        inbox = sink.inboxes[name] = Inbox()
        return f"{sink.url}/{name}", inbox


def close_inbox(host: str, port: int, inbox: Inbox) -> None:
    """Close an inbox, and the sink with the last of them."""
    with _lock:
        sink, users = _open.pop((host, port))
        for name in [name for name, known in sink.inboxes.items() if known is inbox]:
            del sink.inboxes[name]
        if users > 1:
            _open[host, port] = sink, users - 1
        else:
            sink.close()
