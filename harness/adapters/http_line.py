"""The carrier over HTTP: each request is posted once, each reply read whole, within limits of time and length."""

import re
import select
import ssl
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from http.cookies import CookieError, SimpleCookie
from os import urandom
from time import monotonic
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import httpcore

from ordertck import __version__
from ordertck.harness.adapters.json_text import read_object, shown
from ordertck.harness.adapters.server_trouble import broke, in_words, late, redirected, refused
from ordertck.harness.adapters.surface import KEY, LONGEST_BODY, request
from ordertck.harness.adapters.timed_network import TimedNetwork
from ordertck.harness.errors import AdapterError, UsageError
from ordertck.harness.http_settings import HttpSettings

# Seconds between two attempts to reach a server that is not there yet.
_BETWEEN_ATTEMPTS = 0.1
_MOST_REDIRECTS = 5
# Seconds in which a session that broke is given up.
_GIVING_UP = 1.0
# A redirect that keeps method and body; after any other a POST would become a GET.
_KEEPING = (307, 308)


class HttpLine:
    """Carries requests to a server under ``url``, one at a time, over a connection that is kept open.

    Nothing is sent twice: where a reply does not come, nobody knows whether the request arrived, and the dialogue ends.
    Only connecting is tried again, for as long as the greeting may take. No redirect is followed, no cookie kept, no
    proxy used and nothing of this read from the environment, unless the settings ask for it.
    ``session`` is what the kit calls the session; a server may answer the greeting with an id of its own.
    """

    who = "the server"

    def __init__(self, url: str, session: str, settings: HttpSettings) -> None:
        self._url, self._session = url.rstrip("/"), session
        self._key = f"{session}.{urandom(4).hex()}"
        self._follows, self._keeps_cookies = settings.asks_for("redirects"), settings.asks_for("cookies")
        self._cookies: SimpleCookie = SimpleCookie()
        self._network = TimedNetwork()
        self._addresses: dict[str, httpcore.URL] = {}
        self._headers = [(b"Host", _host(self._url)), *_headers(settings)]
        self._connect = _way(settings, self._network, self._parsed(self._url).origin)
        self._connection: httpcore.HTTPConnection | httpcore.ConnectionPool | None = None
        self._kept_open = self._holds_place = False

    def ask(self, op: str, number: int, fields: Mapping[str, Any], seconds: float) -> tuple[dict[str, Any], int]:
        """The reply to one request, and how many bytes it had."""
        self._network.until = monotonic() + seconds
        method, path, body = request(op, fields, self._session)
        key = f"{self._key}-{number}"
        try:
            status, headers, content = self._answer(method, self._url + path, body, key, patient=op == "hello")
        except httpcore.TimeoutException:
            raise AdapterError(f"{self._place} {late(seconds, op == 'hello')}") from None
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.ProxyError, ssl.SSLError, OSError) as problem:
            raise AdapterError(f"{self._place} {broke(problem, self._kept_open)}") from None
        reply = self._read(status, headers, content, op == "hello")
        if op == "hello":
            self._session = _session(reply, self._session)
        self._holds_place = op != "close"
        return reply, len(content)

    @property
    def _place(self) -> str:
        return f"{self.who} at {self._url}"

    def pause(self, seconds: float) -> None:
        """Let some time pass: over HTTP nobody speaks unasked."""
        select.select([], [], [], seconds)

    def make_sure(self, seconds: float) -> None:
        """Nothing to do: HTTP itself says which reply belongs to which request."""

    def end(self, seconds: float) -> str:  # noqa: ARG002 - hanging up takes no time
        """Hang up."""
        self._hang_up()
        return ""

    def kill(self) -> None:
        """Hang up; and give the session up on the server, where it can be told at once, so that it keeps no place."""
        self._hang_up()
        if self._holds_place:
            self._holds_place = False
            with suppress(AdapterError):
                self.ask("close", 0, {}, _GIVING_UP)
            self._holds_place = False
            self._hang_up()

    def _hang_up(self) -> None:
        if self._connection is not None:
            self._connection.close()

    def _answer(
        self, method: str, url: str, body: bytes, key: str, patient: bool
    ) -> tuple[int, dict[bytes, bytes], bytes]:
        """Status, headers and body of the answer to one request, redirects followed where that is asked for."""
        for _ in range(_MOST_REDIRECTS):
            status, headers, content = self._exchanged(method, url, body, key, patient)
            if self._keeps_cookies and b"set-cookie" in headers:
                self._keep(headers[b"set-cookie"])
            there = headers.get(b"location", b"").decode("latin-1")
            if not (self._follows and status in _KEEPING and there):
                return status, headers, content
            target = _joined(url, there)
            if not target:
                raise AdapterError(f"{self.who} redirects to {shown(there.encode())}, which is no address")
            if urlsplit(target)[:2] != urlsplit(url)[:2]:  # what is secret is for one server
                raise AdapterError(f"{self.who} redirects to another one, at {in_words(target)}; name that one as url")
            url = target
        raise AdapterError(f"{self.who} redirects more than {_MOST_REDIRECTS} times")

    def _exchanged(
        self, method: str, url: str, body: bytes, key: str, patient: bool
    ) -> tuple[int, dict[bytes, bytes], bytes]:
        headers = [*self._headers, (b"Content-Length", b"%d" % len(body)), (KEY.encode(), key.encode())]
        if self._cookies:
            kept = "; ".join(f"{cookie.key}={cookie.coded_value}" for cookie in self._cookies.values())
            headers.append((b"Cookie", kept.encode()))
        request = httpcore.Request(method, self._parsed(url), headers=headers, content=body)
        while True:
            try:
                with closing(self._connected().handle_request(request)) as response:
                    self._kept_open = False
                    answer = response.status, {n.lower(): v for n, v in response.headers}, _body(response, self.who)
                self._kept_open = isinstance(self._connection, httpcore.HTTPConnection)
                return answer
            except httpcore.ConnectError as problem:
                unheard = isinstance(next(iter(problem.args), None), ConnectionError)
                if not patient or not unheard or monotonic() + _BETWEEN_ATTEMPTS >= self._network.until:
                    raise
                self.pause(_BETWEEN_ATTEMPTS)

    def _parsed(self, url: str) -> httpcore.URL:
        """An address in its parts; a session has few, and each is used for hundreds of requests."""
        if url not in self._addresses:
            self._addresses[url] = httpcore.URL(url)
        return self._addresses[url]

    def _connected(self) -> httpcore.HTTPConnection | httpcore.ConnectionPool:
        """The connection, or the pool of a proxy; a new one where the server has closed the last one meanwhile."""
        there = self._connection
        if isinstance(there, httpcore.HTTPConnection) and (there.is_closed() or there.has_expired()):
            there.close()
            there = None
        if there is None:
            there = self._connection = self._connect()
            self._kept_open = False
        return there

    def _keep(self, told: bytes) -> None:
        try:
            self._cookies.load(told.decode("latin-1"))
        except CookieError:
            raise AdapterError(f"{self.who} sets what is no cookie") from None

    def _read(self, status: int, headers: Mapping[bytes, bytes], content: bytes, opening: bool) -> dict[str, Any]:
        kind = headers.get(b"content-type", b"").decode("latin-1").partition(";")[0].strip().lower()
        is_json = kind == "application/json" or kind.endswith("+json")
        if 300 <= status < 400:
            there = headers.get(b"location", b"").decode("latin-1")
            target = _joined(self._url, there) if there else ""
            same_server = bool(target) and urlsplit(target)[:2] == urlsplit(self._url)[:2]
            raise AdapterError(f"{self._place} {redirected(status, there, same_server)}")
        if not 200 <= status < 300:
            raise AdapterError(f"{self._place} {refused(status, headers, content, opening)}")
        if encoding := headers.get(b"content-encoding", b"").decode("latin-1"):
            raise AdapterError(f"{self.who} answers in the encoding '{in_words(encoding)}', which nobody asked for")
        if not is_json:
            raise AdapterError(
                f"{self.who} answers with the content type '{in_words(kind)}', not application/json: {shown(content)}"
            )
        return read_object(content, self.who, "answers with")


def _joined(url: str, there: str) -> str:
    """Where a redirect leads; "" where it names what is no address."""
    try:
        target = urljoin(url, there)
        httpcore.URL(target)
        urlsplit(target)
    except (ValueError, TypeError):
        return ""
    return target


def _way(
    settings: HttpSettings, network: TimedNetwork, origin: httpcore.Origin
) -> Callable[[], httpcore.HTTPConnection | httpcore.ConnectionPool]:
    """How a connection is made, to the server or to a proxy."""
    trust = _trust(settings) if origin.scheme == b"https" else None
    if proxy := settings.text("proxy"):
        parts = urlsplit(proxy)
        bare = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
        auth = (unquote(parts.username or ""), unquote(parts.password or "")) if parts.username else None
        return lambda: httpcore.HTTPProxy(bare, proxy_auth=auth, ssl_context=trust, network_backend=network)
    return lambda: httpcore.HTTPConnection(origin, ssl_context=trust, network_backend=network)


def _host(url: str) -> bytes:
    return urlsplit(url).netloc.encode()


def _trust(settings: HttpSettings) -> ssl.SSLContext:
    """Whom the kit trusts: the system's authorities, or the one that is named; and the kit's own certificate."""
    context = ssl.create_default_context(cafile=settings.file("ca") or None)
    if certificate := settings.file("certificate"):
        password = settings.text("key_password")
        context.load_cert_chain(certificate, settings.file("key") or None, password or "")
    return context


def _headers(settings: HttpSettings) -> list[tuple[bytes, bytes]]:
    fixed = {
        "Content-Type": "application/json",
        "Accept-Encoding": "identity",
        "User-Agent": f"ordertck/{__version__}",
    }
    if authorization := settings.authorization():
        fixed["Authorization"] = authorization
    for name, value in (headers := {**fixed, **settings.headers()}).items():
        if not value.isascii() or not value.isprintable():
            raise UsageError(f"[http] has a header that cannot be sent: {name}", "take printable ASCII")
    return [(name.encode(), value.encode()) for name, value in headers.items()]


def _body(response: httpcore.Response, who: str) -> bytes:
    """The whole body of a response, unless it is longer than any reply may be."""
    parts, size = [], 0
    for part in response.iter_stream():
        size += len(part)
        if size > LONGEST_BODY:
            raise AdapterError(f"{who} answers with more than {LONGEST_BODY:,} bytes")
        parts.append(part)
    return b"".join(parts)


def _session(reply: Mapping[str, Any], ours: str) -> str:
    """What the server calls the session: one segment of a path."""
    theirs = reply.get("session", ours)
    if not isinstance(theirs, str) or not re.fullmatch(r"[A-Za-z0-9_-]{1,100}", theirs):
        raise AdapterError(f"the server names a session that is no word: {in_words(repr(theirs))}")
    return theirs
