"""The server: its sessions, its limits, its end, and the conversation of docs/http.md."""

import json
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import repeat
from pathlib import Path
from typing import Any

import httpcore
import pytest

from ordertck.harness.adapters.served import Served
from ordertck.harness.adapters.surface import LONGEST_BODY
from ordertck.harness.cli.serve import _listening
from ordertck.harness.errors import UsageError
from ordertck.harness.schemas import schema
from ordertck.harness.serving.app import Server
from ordertck.harness.serving.offer import known, reference
from ordertck.harness.serving.sessions import Sessions
from ordertck.harness.tests.servers import served
from ordertck.harness.tests.spoilt import Reference
from ordertck.harness.tests.support import EDITION, REPOSITORY

ORDERTCK = (sys.executable, "-m", "ordertck")
HELLO = {"protocol": 1, "kit": "0.1.0", "session": "S1", "roles": ["oms"], "switches": {}}
SCENARIO = schema("scenario-context")["examples"][0] | {"content": {}}
ORDER = schema("message")["examples"][0]


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """The reference as order management."""
    with served(reference(EDITION, ("oms",))) as url:
        yield url


def asked(
    url: str, method: str, path: str, body: object = None, key: str = "", kind: str = "application/json"
) -> tuple[int, Any]:
    """Status and content of an answer."""
    content = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
    headers = [("Content-Type", kind), *([("Idempotency-Key", key)] if key else [])]
    answer = httpcore.request(method, url + path, headers=headers, content=content)
    return answer.status, json.loads(answer.content)


def command_line(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """What became of a command, in a folder."""
    return subprocess.run([*ORDERTCK, *words], cwd=folder, capture_output=True, text=True, check=False)


def opened(url: str) -> str:
    """The path of a session in which an example has begun."""
    path = f"/sessions/{asked(url, 'POST', '/sessions', HELLO)[1]['session']}"
    assert asked(url, "POST", f"{path}/begin", SCENARIO)[0] == 200
    return path


def test_the_conversation_of_the_page(url: str) -> None:
    """It goes as it is written down, but for the server's id of the session and its capabilities."""
    page = (REPOSITORY / "docs" / "http.md").read_text()
    (told,) = re.findall(r"<!-- conversation:.*?-->\n```text\n(.*?)```", page, re.S)
    session = ""
    for number, (sent, answered) in enumerate(re.findall(r"> (.*)\n< (.*)\n", told), 1):
        method, path, *body = sent.split(" ", 2)
        content = json.loads(body[0]) if body else None
        status, answer = asked(url, method, path.replace("S1-1", session), content, f"S1-{number}")
        said, _, expected = answered.partition(" ")
        if "session" in answer:
            session, answer = answer["session"], answer | {"session": "S1-1", "capabilities": ["…"]}
        assert (str(status), answer) == (said, json.loads(expected))


def test_a_key_is_done_once(url: str) -> None:
    """The same key has the same answer; an earlier one is refused; without a key a message is a redelivery."""
    path = opened(url)
    first = asked(url, "POST", f"{path}/to/oms", ORDER, "S1-1")
    assert first[1]["messages"]
    assert asked(url, "POST", f"{path}/to/oms", ORDER, "S1-1") == first
    asked(url, "POST", f"{path}/receive", {"patience": 0}, "S1-2")
    assert asked(url, "POST", f"{path}/to/oms", ORDER, "S1-1")[0] == 409
    assert asked(url, "POST", f"{path}/to/oms", ORDER)[1]["messages"] == []


@pytest.mark.parametrize(
    ("path", "body", "kind", "status", "said"),
    [
        ("/to/oms", b"{", "application/json", 400, "no JSON"),
        ("/to/oms", b'{"a": 1, "a": 2}', "application/json", 400, "'a' twice"),
        ("/to/oms", [], "application/json", 422, "no JSON object"),
        ("/to/oms", ORDER, "text/plain", 415, "application/json"),
        ("/to/oms", ORDER | {"edge": "crm"}, "application/json", 422, "crosses at 'crm'"),
        ("/to/oms", ORDER | {"kind": "desk-do"}, "application/json", 422, "a desk-do does not go"),
        ("/to/oms", ORDER | {"body": {}}, "application/json", 422, "sales-order: "),
        ("/to/oms", ORDER | {"more": 1}, "application/json", 422, "no field 'more'"),
        ("/to/desk", ORDER, "application/json", 404, "not told anything at 'desk'"),
        ("/to/bench", ORDER, "application/json", 404, "not told anything at 'bench'"),
        ("/begin", SCENARIO | {"content": {"name": "x"}}, "application/json", 422, "content is no catalogue"),
        ("/to/oms", b" " * (LONGEST_BODY + 1), "application/json", 413, f"more than {LONGEST_BODY} bytes"),
    ],
)
def test_refused(url: str, path: str, body: object, kind: str, status: int, said: str) -> None:
    """What is not due is refused, with a reason."""
    code, answer = asked(url, "POST", opened(url) + path, body, kind=kind)
    assert code == status
    assert said in answer["error"]


def test_nobody_is_there(url: str) -> None:
    """A session that was never opened, or is closed; a system of other roles."""
    path = opened(url)
    assert asked(url, "DELETE", path)[0] == 200
    assert asked(url, "POST", f"{path}/receive", {"patience": 0})[0] == 404
    assert asked(url, "POST", "/sessions", HELLO | {"roles": ["crm"]})[0] == 409


def test_ten_thousand_lines(url: str) -> None:
    """An order of so many lines is taken, and what follows from it comes back."""
    lines = [ORDER["body"]["lines"][0] | {"id": f"L{n}", "number": str(n), "asset": f"A{n}"} for n in range(1, 10_001)]
    status, answer = asked(url, "POST", f"{opened(url)}/to/oms", ORDER | {"body": ORDER["body"] | {"lines": lines}})
    assert status == 200
    calls = [message for message in answer["messages"] if message["kind"] == "billing-order"]
    assert sum(len(call["body"]["lines"]) for call in calls) == 10_000


def test_fifty_sessions(url: str) -> None:
    """Fifty kits at once, each with its own system: what one orders no other hears of."""
    with ThreadPoolExecutor(50) as kits:
        paths = list(kits.map(opened, repeat(url, 50)))
        orders = [ORDER | {"body": ORDER["body"] | {"order": f"O{n}"}} for n in range(50)]
        answers = list(kits.map(lambda path, order: asked(url, "POST", f"{path}/to/oms", order), paths, orders))
    for number, (status, answer) in enumerate(answers):
        assert status == 200
        assert {message["body"]["order"] for message in answer["messages"]} == {f"O{number}"}
    assert asked(url, "GET", "/health")[1]["sessions"] >= 50


def test_metrics(url: str) -> None:
    """Requests are counted by operation and status."""
    opened(url)
    text = httpcore.request("GET", f"{url}/metrics").content.decode()
    assert re.search(r'^ordertck_requests_total\{operation="begin",status="200"\} [1-9]', text, re.M)
    assert asked(url, "GET", "/schemas/sales-order.json")[1] == schema("sales-order")
    assert asked(url, "GET", "/schemas/claims.json")[0] == 404


def test_places() -> None:
    """So many sessions and no more; one that was forgotten makes room."""
    sessions = Sessions(lambda: Served(Reference(), at_once=True), most=1)
    first = sessions.open("S1")
    assert first
    assert sessions.open("S2") is None
    first.used -= 10_000
    assert sessions.open("S2")
    assert sessions.find(first.name) is None


def test_known_systems() -> None:
    """They are found by their names; a wrong one is told with the nearest."""
    offer = known(EDITION, "oms/ignores-the-date")
    assert (offer.claims.name, offer.claims.roles) == ("oms/ignores-the-date", ("oms",))
    assert Server(offer)
    with pytest.raises(UsageError, match="did you mean 'oms/ignores-the-date'"):
        known(EDITION, "oms/ignores-the-dat")


@pytest.mark.slow
@pytest.mark.parametrize(("page", "number"), [("README.md", signal.SIGINT), ("docs/http.md", signal.SIGTERM)])
def test_two_terminals(tmp_path: Path, page: str, number: signal.Signals) -> None:
    """The two commands of a page work as they are written; a signal ends the server in good order."""
    shown = re.search(
        r"^\$ ordertck (serve [^#\n]*)#[^\n]*\n\$ ordertck (run [^#\n]*)#", (REPOSITORY / page).read_text(), re.M
    )
    assert shown
    with subprocess.Popen(
        [*ORDERTCK, *shown[1].split(), "--port", "0"], stdout=subprocess.PIPE, text=True, cwd=tmp_path
    ) as server:
        assert server.stdout
        assert server.stdout.readline().startswith("ordertck reference as oms is at http://127.0.0.1:")
        ran = command_line(tmp_path, *shown[2].split(), "--rule", "PL-09", "--quiet")
        server.send_signal(number)
        assert server.stdout.read() == "stopped\n"
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "passed" in ran.stdout
    assert server.returncode == 0


@pytest.mark.slow
def test_who_runs_in_process_does_not_load_it(tmp_path: Path) -> None:
    """Neither client nor server of HTTP is imported where nothing goes over HTTP."""
    code = """if True:
    import sys
    from ordertck.harness.cli.main import code_of
    assert code_of(["run", "-q", "--rule", "PL-09", "--role", "oms"]) == 0
    assert not {"httpcore", "h11", "ssl", "starlette", "uvicorn"} & sys.modules.keys()
    """
    ran = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr


def test_the_claims_file_is_not_overwritten(tmp_path: Path) -> None:
    """Somebody's own file stays, and nothing is served."""
    (tmp_path / "mine.toml").write_text("mine")
    ran = command_line(tmp_path, "serve", "--port", "0", "--claims", "mine.toml")
    assert (ran.returncode, (tmp_path / "mine.toml").read_text()) == (2, "mine")
    assert "the file is there already" in ran.stderr


def test_who_reads_where_it_is_can_call_at_once() -> None:
    """Whoever waits for the line that says so need not wait any longer."""
    with _listening("127.0.0.1", 0) as listener, socket.create_connection(listener.getsockname(), timeout=1):
        pass
