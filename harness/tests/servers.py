"""Servers on loopback, each in a thread of its own, on a port that is free; they end with the test."""

import asyncio
import socket
import ssl
import threading
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from ordertck.harness.serving.offer import Offer
from ordertck.harness.serving.running import uvicorn_of

_CRLF, _LENGTH = b"\r\n", b"content-length:"


def listening(port: int = 0) -> socket.socket:
    """A socket on a free port of loopback, or on this one; who connects early waits in its queue."""
    listener = socket.create_server(("127.0.0.1", port), backlog=200)
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener


@contextmanager
def deserted() -> Iterator[int]:
    """A port at which nobody listens; it is kept, so that no server of another test comes to listen there."""
    with socket.socket() as kept:
        kept.bind(("127.0.0.1", 0))
        yield kept.getsockname()[1]


@contextmanager
def served(offer: Offer, at_once: bool = True) -> Iterator[str]:
    """The address of a server of this offer."""
    listener = listening()
    server = uvicorn_of(offer, at_once)
    server.config.timeout_graceful_shutdown = 1
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(10)
        listener.close()


@dataclass(slots=True)
class Exchange:
    """One request that has come to a proxy: its ``head`` and ``body``, and the way back to whoever sent it."""

    head: bytes
    body: bytes
    proxy: "Proxy"
    writer: asyncio.StreamWriter

    @property
    def is_delivery(self) -> bool:
        """Whether it hands over a message, by itself or with others."""
        return b"/to/" in self.head.partition(_CRLF)[0] or b'"op":"deliver"' in self.body

    async def forwarded(self) -> bytes:
        """What the server behind the proxy answers, head and body."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.proxy.behind)
        lines = [line for line in self.head.split(_CRLF) if not line.lower().startswith(b"connection:")]
        writer.write(_CRLF.join([lines[0], b"Connection: close", *lines[1:]]) + self.body)
        answer = await reader.read(-1)
        writer.close()
        return answer.replace(b"connection: close\r\n", b"")

    async def passed_on(self) -> None:
        """Pass request and answer on as they are."""
        self.send(await self.forwarded())

    def send(self, answer: bytes) -> None:
        """Send bytes to whoever sent the request."""
        self.writer.write(answer)

    def answer(self, body: bytes, status: str = "200 OK", kind: str = "application/json", more: str = "") -> None:
        """Answer in the server's place; ``more`` are headers, each with its line end."""
        head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n{more}\r\n"
        self.send(head.encode() + body)

    def hang_up(self, reset: bool = False) -> None:
        """End the connection; with ``reset`` as if the machine had gone."""
        if reset:
            sock = self.writer.get_extra_info("socket")
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        self.writer.transport.abort() if reset else self.writer.close()


Fault = Callable[[Exchange], Awaitable[None]]


class Proxy:
    """Stands between the kit and the server at the port ``behind``, and does to each request what ``fault`` does."""

    def __init__(self, behind: int, fault: Fault, trust: ssl.SSLContext | None = None, port: int = 0) -> None:
        self.behind, self._fault, self._trust = behind, fault, trust
        self.requests = 0
        self._listener = listening(port)
        self.port = self._listener.getsockname()[1]
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop, and hang up on everybody."""
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(asyncio.start_server(self._talk, sock=self._listener, ssl=self._trust))
        self._loop.run_forever()
        for task in asyncio.all_tasks(self._loop):
            task.cancel()
        self._loop.run_until_complete(asyncio.gather(*asyncio.all_tasks(self._loop), return_exceptions=True))
        self._listener.close()
        self._loop.close()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while not writer.is_closing():
                head = await reader.readuntil(_CRLF * 2)
                length = next(
                    (line for line in head.lower().split(_CRLF) if line.startswith(b"content-length:")), b":0"
                )
                body = await reader.readexactly(int(length.partition(b":")[2]))
                self.requests += 1
                await self._fault(Exchange(head, body, self, writer))
                await writer.drain()
        except (OSError, asyncio.IncompleteReadError):
            writer.close()


@contextmanager
def proxied(url: str, fault: Fault, trust: ssl.SSLContext | None = None) -> Iterator[Proxy]:
    """A proxy before the server at an address."""
    proxy = Proxy(int(url.rpartition(":")[2]), fault, trust)
    try:
        yield proxy
    finally:
        proxy.close()
