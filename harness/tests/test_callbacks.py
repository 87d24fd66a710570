"""Callbacks: a system hands what it says to the kit's sink; who may, how much, and what becomes of the rest."""

import http.client
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

import pytest

from ordertck.harness.adapters import sink
from ordertck.harness.adapters.called_back import CalledBack
from ordertck.harness.adapters.connect import connect
from ordertck.harness.adapters.sink import Inbox, close_inbox, open_inbox
from ordertck.harness.adapters.surface import LONGEST_BODY
from ordertck.harness.claims import Claims, Timing
from ordertck.harness.errors import AdapterError, UsageError
from ordertck.harness.http_settings import HttpSettings
from ordertck.harness.plan import Selection, plan_of
from ordertck.harness.runner.conditions import Conditions
from ordertck.harness.runner.lines import _may_share
from ordertck.harness.runner.run import run
from ordertck.harness.runner.turns import turns
from ordertck.harness.serving.calls import is_near
from ordertck.harness.serving.offer import reference
from ordertck.harness.tests.servers import listening, served
from ordertck.harness.tests.support import EDITION, claims_as
from ordertck.harness.variation import UNVARIED
from ordertck.harness.verdicts import Verdict

MESSAGE = {"id": "m1", "kind": "order-update", "edge": "crm", "body": {"order": "O", "status": "OPEN"}}
HERE = "127.0.0.1", 0


@pytest.fixture
def inbox() -> Iterator[tuple[str, Inbox]]:
    """An inbox at a sink, and its address."""
    url, opened = open_inbox(*HERE, "S1")
    yield url, opened
    close_inbox(*HERE, opened)


def handed_over(url: str, body: bytes, token: str, kind: str = "application/json", length: int | None = None) -> int:
    """The status with which the sink answers."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=60)
    headers = {"Authorization": f"Bearer {token}", "Content-Type": kind}
    if length is not None:
        headers["Content-Length"] = str(length)
    connection.request("POST", parts.path, body, headers)
    status = connection.getresponse().status
    connection.close()
    return status


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1"])
def test_the_address_that_a_system_is_told_leads_to_its_inbox(host: str) -> None:
    """Whichever way the kit's own address is written."""
    try:
        url, opened = open_inbox(host, 0, "S1")
    except UsageError:
        pytest.skip(f"this machine has no {host}")
    try:
        told = json.dumps({"about": "O", **MESSAGE}).encode()
        assert handed_over(f"{url}/from/crm", told, opened.token) == 204
    finally:
        close_inbox(host, 0, opened)


def claims_at(url: str, **http: str) -> Claims:
    """What is claimed for the reference behind an address, which calls back."""
    settings = HttpSettings({"callbacks": "127.0.0.1:0", **http})
    return replace(claims_as("oms"), adapter="", url=url, http=settings, timing=Timing(10.0, 0.05, 60.0))


def test_a_system_that_calls_back_is_examined() -> None:
    """The reference comes to the verdicts that it has without, also with several jobs, and the sink is gone then."""
    with served(reference(EDITION, ("oms",))) as url:
        plan = plan_of(claims_at(url)).only(Selection(rules=frozenset({"AS-01", "PL-09", "OL-01"})))
        found = run(plan, Conditions("SCALL", jobs=2))
    ran = [example for example in found.examples if example.verdict is not Verdict.INAPPLICABLE]
    assert len(ran) > 3
    assert {example.verdict for example in ran} == {Verdict.PASSED}
    assert found.strays == 0
    assert sink._open == {}


def test_nothing_is_asked_together() -> None:
    """A callback says by its address which session it is for, so each session has a line of its own."""
    claims = claims_at("http://127.0.0.1:1")
    alone = replace(claims, http=HttpSettings())
    orders = [turns(plan_of(each).only(Selection(rules=frozenset({"AS-01"}))), UNVARIED, 1) for each in (claims, alone)]
    assert [_may_share(order) for order in orders] == [False, True]


def test_what_is_handed_over_is_heard_in_order(inbox: tuple[str, Inbox]) -> None:
    """What comes while nobody listens waits."""
    url, opened = inbox
    for name in ("a", "b"):
        told = json.dumps({**MESSAGE, "id": name}).encode()
        assert handed_over(f"{url}/from/crm", told, opened.token) == 204
    messages, size = opened.taken(0.0)
    assert [message["id"] for message in messages] == ["a", "b"]
    assert size > 0
    assert opened.taken(0.01) == ([], 0)


def test_what_the_sink_refuses(inbox: tuple[str, Inbox]) -> None:
    """Strangers, what is no message of that edge, what is too long."""
    url, opened = inbox
    there, told = f"{url}/from/crm", json.dumps(MESSAGE).encode()
    assert handed_over(there, told, "guessed") == 401
    assert handed_over(f"{url}/from/nowhere", told, opened.token) == 404
    assert handed_over(there.replace("/S1-", "/S2-"), told, opened.token) == 404
    assert handed_over(f"{url}/from/billing", told, opened.token) == 422
    assert handed_over(there, b"[]", opened.token) == 422
    assert handed_over(there, b"{", opened.token) == 400
    assert handed_over(there, told, opened.token, kind="text/plain") == 415
    assert handed_over(there, b"", opened.token, length=LONGEST_BODY + 1) == 413
    assert opened.taken(0.0) == ([], 0)


class Silent:
    """A line to a server that has nothing to say in its replies."""

    who = "the server"

    def ask(self, op: str, number: int, fields: Mapping[str, Any], seconds: float) -> tuple[dict[str, Any], int]:  # noqa: ARG002
        """A reply with nothing in it."""
        return {"ok": True, "n": number}, 0

    def pause(self, seconds: float) -> None:
        """Nothing."""

    def make_sure(self, seconds: float) -> None:
        """Nothing."""

    def end(self, seconds: float) -> str:  # noqa: ARG002
        """Nothing."""
        return ""

    def kill(self) -> None:
        """Nothing."""


def test_what_was_refused_is_lost_and_told() -> None:
    """The system has said it, so nobody takes it for silent; who comes again with the token has lost nothing."""
    called = CalledBack(Silent(), "S1", "127.0.0.1:0")
    callback = called.inbox
    url = next(f"{opened.url}/{name}/from" for opened, _ in sink._open.values() for name in opened.inboxes)
    told, receive = json.dumps(MESSAGE).encode(), ("receive", 1, {"patience": 0.0}, 1.0)
    assert handed_over(f"{url}/crm", told, "") == 401
    with pytest.raises(AdapterError, match="called back was refused by the kit: 401"):
        called.ask(*receive)
    assert handed_over(f"{url}/crm", told, callback.token) == 204
    assert called.ask(*receive)[0]["messages"] == [MESSAGE]
    assert called.ask(*receive)[0] == {"message": None, "n": 1}
    assert handed_over(f"{url}/billing", told, callback.token) == 422
    with pytest.raises(AdapterError, match="422, the message crosses at another edge"):
        called.ask("begin", 2, {}, 1.0)
    called.kill()


def test_a_sink_that_is_full(inbox: tuple[str, Inbox], monkeypatch: pytest.MonkeyPatch) -> None:
    """More than the kit can keep is to come again."""
    url, opened = inbox
    monkeypatch.setattr(sink, "MOST_WAITING", 1)
    told = json.dumps(MESSAGE).encode()
    assert [handed_over(f"{url}/from/crm", told, opened.token) for _ in "ab"] == [204, 503]
    opened.taken(0.0)
    assert handed_over(f"{url}/from/crm", told, opened.token) == 204


def test_nobody_is_called_but_the_kit() -> None:
    """A server calls back the machine that opened the session and no other; the token is shown nowhere."""
    with served(reference(EDITION, ("oms",))) as url:
        with pytest.raises(AdapterError, match="callbacks go to the machine that opens the session"):
            connect(claims_at(url, callbacks_url="http://198.51.100.7/sink"), "S1")
        assert sink._open == {}


@pytest.mark.parametrize(
    ("url", "client", "near"),
    [
        ("http://127.0.0.1:1/a", "::1", True),
        ("http://[::1]:1/a", "127.0.0.1", True),
        ("http://localhost:1/a", "127.0.0.2", True),
        ("http://198.51.100.7:1/a", "198.51.100.7", True),
        ("http://198.51.100.7:1/a", "127.0.0.1", False),
        ("http://127.0.0.1:1/a", "198.51.100.7", False),
        ("ftp://127.0.0.1:1/a", "127.0.0.1", False),
    ],
)
def test_one_machine_has_several_addresses(url: str, client: str, near: bool) -> None:
    """Whoever asks by one address of the loopback may be called by another."""
    assert is_near(url, client) is near


def test_an_address_that_is_taken() -> None:
    """Where nobody can listen there, the claims are at fault."""
    with listening() as taken:
        at = f"127.0.0.1:{taken.getsockname()[1]}"
        with pytest.raises(UsageError, match="cannot listen for callbacks"):
            connect(claims_at("http://127.0.0.1:1", callbacks=at), "S1")
    with pytest.raises(UsageError, match="is no address: Port out of range"):
        connect(claims_at("http://127.0.0.1:1", callbacks="127.0.0.1:70000"), "S1")
