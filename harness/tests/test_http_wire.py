"""The way to a server over HTTP: who the kit is there, what it follows where that is asked for, what it refuses."""

import json
from base64 import b64encode
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ordertck.harness.adapters.connect import connect
from ordertck.harness.adapters.http_line import HttpLine
from ordertck.harness.adapters.wire import Wire
from ordertck.harness.bench.conversation import NOW
from ordertck.harness.claims import Claims, read_claims
from ordertck.harness.errors import AdapterError
from ordertck.harness.port import ScenarioContext
from ordertck.harness.tests.servers import Exchange, Fault, Proxy, deserted, listening
from ordertck.harness.tests.support import EDITION

SECRET = "sesame-open"
Server = Callable[[Fault], str]


@pytest.fixture
def server() -> Iterator[Server]:
    """A server that does with each request what a function does; its address."""
    started: list[Proxy] = []

    def start(answers: Fault) -> str:
        started.append(Proxy(0, answers))
        return f"http://127.0.0.1:{started[-1].port}"

    yield start
    for proxy in started:
        proxy.close()


def claimed(folder: Path, url: str, http: str = "", start: float = 10.0) -> Claims:
    """What stands in a claims file."""
    file = folder / "claims.toml"
    system = f'[system]\nname = "Hub"\nversion = "1"\nroles = ["oms"]\nurl = "{url}"\n'
    file.write_text(f"{system}\n[http]\n{http}\n[timing]\nstart = {start}\n")
    return read_claims(file, EDITION)


def told(exchange: Exchange) -> dict[str, str]:
    """The headers of a request."""
    lines = exchange.head.decode().split("\r\n")[1:]
    return {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}


def greets(exchange: Exchange, **more: object) -> None:
    """Answer as a server does to whom all is well."""
    exchange.answer(json.dumps({"protocol": 1, "ok": True, **more}).encode())


def begun(wire: Wire) -> Wire:
    """A wire after a second request."""
    wire.begin(ScenarioContext("S1-1", "S1", NOW, "Home Services", "", ()))
    return wire


@pytest.mark.parametrize(
    ("http", "expected"),
    [
        ('token = "${HUB_SECRET}"', {"authorization": f"Bearer {SECRET}"}),
        ('token_file = "secret"', {"authorization": f"Bearer {SECRET}"}),
        (
            'user = "kit"\npassword = "${HUB_SECRET}"',
            {"authorization": f"Basic {b64encode(f'kit:{SECRET}'.encode()).decode()}"},
        ),
        ('headers = { X-Key = "${HUB_SECRET}", X-Tenant = "t" }', {"x-key": SECRET, "x-tenant": "t"}),
        ("", {"accept-encoding": "identity", "content-type": "application/json"}),
    ],
)
def test_who_the_kit_is(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, http: str, expected: dict[str, str]
) -> None:
    """What is secret goes to the server and nowhere else, not even where the server tells it."""
    monkeypatch.setenv("HUB_SECRET", SECRET)
    (tmp_path / "secret").write_text(f"{SECRET}\n")
    seen: list[dict[str, str]] = []

    async def answers(exchange: Exchange) -> None:
        seen.append(told(exchange))
        exchange.answer(b"I was told " + exchange.head, "500 Broken", "text/plain")

    claims = claimed(tmp_path, server(answers), http)
    with pytest.raises(AdapterError) as broken:
        connect(claims, "S1")
    assert expected.items() <= seen[0].items()
    encoded = b64encode(f"kit:{SECRET}".encode()).decode()
    for text in (str(broken.value), repr(claims.as_json())):
        assert SECRET not in text
        assert encoded not in text


@pytest.mark.parametrize("before", range(96, 118, 7))
def test_a_secret_at_which_an_answer_is_cut_off(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: int
) -> None:
    """Not even its beginning is shown."""
    monkeypatch.setenv("HUB_SECRET", SECRET * 3)

    async def answers(exchange: Exchange) -> None:
        said = "x" * before + " " + told(exchange)["authorization"] + " and more"
        exchange.answer(said.encode(), "500 Broken", "text/plain")

    with pytest.raises(AdapterError, match=r"xx Be\S*.* \.\.\.") as broken:
        connect(claimed(tmp_path, server(answers), 'token = "${HUB_SECRET}"'), "S1")
    assert SECRET[:4] not in str(broken.value)


def test_the_session_of_the_server(server: Server, tmp_path: Path) -> None:
    """Its own id of the session stands in every further address; each request has a key, and no two the same."""
    seen: list[tuple[str, str]] = []

    async def answers(exchange: Exchange) -> None:
        seen.append((exchange.head.decode().split(" ")[1], told(exchange)["idempotency-key"]))
        greets(exchange, session="theirs-7", name="Hub")

    wire = begun(connect(claimed(tmp_path, server(answers) + "/tck/"), "S1"))
    wire.close()
    assert [path for path, _ in seen] == ["/tck/sessions", "/tck/sessions/theirs-7/begin", "/tck/sessions/theirs-7"]
    assert [key.rpartition("-")[2] for _, key in seen] == ["1", "2", "3"]
    assert wire.greeting and wire.greeting.name == "Hub"
    assert wire.parting == ""


@pytest.mark.parametrize("session", ["", "../up", "http://elsewhere", 7, "x" * 200])
def test_a_session_that_is_no_word(server: Server, tmp_path: Path, session: object) -> None:
    """A server cannot send the kit anywhere by the name of a session."""

    async def answers(exchange: Exchange) -> None:
        greets(exchange, session=session)

    with pytest.raises(AdapterError, match="names a session that is no word"):
        connect(claimed(tmp_path, server(answers)), "S1")


@pytest.mark.parametrize(
    ("status", "path", "said"),
    [
        ("503 Full", "/sessions", "to be asked again after 9 s: .*say fewer --jobs"),
        ("429 Full", "/begin", "one thing at a time in each session"),
        ("404 No", "/sessions", "url has to be what stands before /sessions"),
        ("404 No", "/begin", "was it started again"),
        ("401 No", "/sessions", "say who the kit is"),
        ("308 There", "/sessions", "'redirects = true' in .http. follows it"),
        ("302 There", "/begin", "name the address that is meant"),
    ],
)
def test_a_status_is_told_with_its_remedy(server: Server, tmp_path: Path, status: str, path: str, said: str) -> None:
    """Whoever runs the server, or the kit, reads what to do about it."""

    async def answers(exchange: Exchange) -> None:
        if path + " " in exchange.head.decode():
            exchange.answer(b'{"error": "no"}', status, more="Retry-After: 9\r\nLocation: /sessions/\r\n")
        else:
            greets(exchange)

    with pytest.raises(AdapterError, match=said):
        begun(connect(claimed(tmp_path, server(answers)), "S1"))


def test_a_connection_that_is_closed_without_a_word(server: Server, tmp_path: Path) -> None:
    """It is told that the server has to say so, and the session does not keep its place on the server."""
    seen: list[str] = []

    async def answers(exchange: Exchange) -> None:
        seen.append(exchange.head.decode().partition(" HTTP")[0])
        exchange.hang_up() if "/begin" in seen[-1] else greets(exchange, session="theirs-7")

    with pytest.raises(AdapterError, match="has to say 'Connection: close'"):
        begun(connect(claimed(tmp_path, server(answers)), "S1"))
    assert seen == ["POST /sessions", "POST /sessions/theirs-7/begin", "DELETE /sessions/theirs-7"]


@pytest.mark.parametrize("version", ["1.0", "1.1"])
def test_bodies_without_a_length(server: Server, tmp_path: Path, version: str) -> None:
    """HTTP/1.0 ends a body with the connection, HTTP/1.1 may send it in chunks."""
    greeting = b'{"protocol": 1, "ok": true, "name": "Hub"}'
    chunks = b"".join(b"%x;part\r\n%c\r\n" % (1, byte) for byte in greeting) + b"0\r\nX-Sum: 1\r\n\r\n"

    async def answers(exchange: Exchange) -> None:
        more = "" if version == "1.0" else "Transfer-Encoding: chunked\r\n"
        head = f"HTTP/{version} 200 OK\r\nContent-Type: application/json\r\n{more}\r\n"
        exchange.send(head.encode() + (greeting if version == "1.0" else chunks))
        if version == "1.0":
            exchange.hang_up()

    wire = begun(connect(claimed(tmp_path, server(answers)), "S1"))
    wire.close()
    assert (wire.greeting and wire.greeting.name, wire.parting) == ("Hub", "")


def test_redirects_that_are_asked_for(server: Server, tmp_path: Path) -> None:
    """They are followed on the same server, with the body; never to another one."""
    bodies: list[bytes] = []

    async def answers(exchange: Exchange) -> None:
        if b"POST /sessions " in exchange.head:
            exchange.answer(b"", "307 There", more="Location: /there\r\n")
        elif b"/begin" in exchange.head:
            exchange.answer(b"", "308 There", more="Location: http://127.0.0.1:1/there\r\n")
        else:
            bodies.append(exchange.body)
            greets(exchange)

    wire = connect(claimed(tmp_path, server(answers), "redirects = true"), "S1")
    assert json.loads(bodies[0])["roles"] == ["oms"]
    with pytest.raises(AdapterError, match="redirects to another one, at http://127"):
        begun(wire)


def test_redirects_without_end(server: Server, tmp_path: Path) -> None:
    """Some are followed, and no more."""

    async def answers(exchange: Exchange) -> None:
        exchange.answer(b"", "307 There", more="Location: /sessions\r\n")

    with pytest.raises(AdapterError, match="redirects more than 5 times"):
        connect(claimed(tmp_path, server(answers), "redirects = true"), "S1")


@pytest.mark.parametrize("there", ["http://[::", "http://host:port/", "/caf\xe9"])
@pytest.mark.parametrize(("http", "said"), [("", "name the address that is meant"), ("redirects = true", "no address")])
def test_redirects_to_what_is_no_address(server: Server, tmp_path: Path, there: str, http: str, said: str) -> None:
    """They are the server's mistake, and lead nowhere."""

    async def answers(exchange: Exchange) -> None:
        exchange.answer(b"", "307 There", more=f"Location: {there}\r\n")

    with pytest.raises(AdapterError, match=said):
        connect(claimed(tmp_path, server(answers), http), "S1")


@pytest.mark.parametrize(("http", "cookie"), [("cookies = true", "lb=node-3"), ("", "")])
def test_cookies(server: Server, tmp_path: Path, http: str, cookie: str) -> None:
    """They are kept where that is asked for."""
    seen: list[str] = []

    async def answers(exchange: Exchange) -> None:
        seen.append(told(exchange).get("cookie", ""))
        exchange.answer(b'{"protocol": 1, "ok": true}', more="Set-Cookie: lb=node-3; Path=/; HttpOnly\r\n")

    begun(connect(claimed(tmp_path, server(answers), http), "S1"))
    assert seen == ["", cookie]


def test_a_proxy_that_is_named(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is used, and told its own secret; what the environment names is not."""
    seen: list[tuple[str, str]] = []

    async def answers(exchange: Exchange) -> None:
        seen.append((exchange.head.decode().split(" ")[1], told(exchange).get("proxy-authorization", "")))
        greets(exchange)

    proxy = server(answers)
    monkeypatch.setenv("PROXY_URL", proxy.replace("//", f"//kit:{SECRET}@"))
    connect(claimed(tmp_path, "http://hub.example:8080", 'proxy = "${PROXY_URL}"'), "S1")
    assert seen == [("http://hub.example:8080/sessions", f"Basic {b64encode(f'kit:{SECRET}'.encode()).decode()}")]
    monkeypatch.setenv("HTTP_PROXY", proxy)
    with deserted() as port, pytest.raises(AdapterError, match="cannot be reached"):
        connect(claimed(tmp_path, f"http://127.0.0.1:{port}", start=0.3), "S1")
    assert len(seen) == 1


def test_a_server_that_is_not_there_yet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Connecting is tried again until the start is over, since systems take their time to come up."""

    async def answers(exchange: Exchange) -> None:
        greets(exchange, name="Hub")

    with listening() as free:
        port = free.getsockname()[1]
    started: list[Proxy] = []
    monkeypatch.setattr(HttpLine, "pause", lambda *_: started.append(Proxy(0, answers, port=port)))
    wire = connect(claimed(tmp_path, f"http://127.0.0.1:{port}"), "S1")
    assert wire.greeting and wire.greeting.name == "Hub"
    wire.close()
    (there,) = started
    there.close()
