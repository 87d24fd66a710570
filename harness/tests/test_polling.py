"""A system that is posted to and polled, by a table alone: against HTTP that is simulated."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import requests
import responses
from responses import matchers

from ordertck.harness.adapters.polling import Polled, connect, read_table
from ordertck.harness.adapters.polling import client as client_module
from ordertck.harness.errors import AdapterError, UsageError
from ordertck.harness.http_settings import HttpSettings
from ordertck.harness.messages import Edge, Message
from ordertck.harness.port import Clocked, ScenarioContext
from ordertck.harness.tests.spoilt import OMS

URL = "http://hub.example"
TABLE = """
base = "http://hub.example/"
every = 0.01
idle = true
[words.state]
closed = "COMPLETE"
[[begin]]
each = "scenario.accounts"
post = "/customers"
body = "{id: item.id, mail: item.email}"
[[deliver]]
kind = "sales-order"
post = "/orders"
body = "{reference: body.order, rank: priority, lines: body.lines[].id}"
own = "reply.id"
refusal = "{order: body.order, reason: reply.message}"
[[deliver]]
kind = "order-query"
get = "/orders/{own}"
answer = "order-snapshot"
reply = "{order: body.order, status: word('state', reply.status)}"
missing = "{order: body.order, status: 'UNKNOWN'}"
[[deliver]]
kind = "billing-update"
when = "body.sort == 'status'"
put = "/lines/{body.line}"
[[deliver]]
kind = "billing-update"
ignore = true
[[poll]]
get = "/orders/{own}"
kind = "order-update"
edge = "crm"
body = "{order: order, status: word('state', item.status)}"
[[poll]]
get = "/work?after={last}"
each = "items[?ours(order)]"
key = "n"
kind = "provisioning-order"
edge = "provisioning"
body = "{order: ours(item.order), target: item.team}"
"""
ORDER = Message("m-1", "sales-order", Edge.OMS, {"order": "S1-1", "lines": [{"id": "L1"}]}, "S1-1", None, 7)
QUERY = Message("q-1", "order-query", Edge.OMS, {"order": "S1-1"}, "S1-1")


@pytest.fixture
def hub() -> Iterator[responses.RequestsMock]:
    """A system that answers as a test says, and nothing else."""
    with responses.RequestsMock(assert_all_requests_are_fired=False) as simulated:
        simulated.get(f"{URL}/work", json={"items": []})
        yield simulated


def polled(folder: Path, table: str = TABLE, **changed: Any) -> Any:
    """The adapter for a table; no clock is claimed unless the test says so."""
    (folder / "table.toml").write_text(table)
    clockless = {"capabilities": OMS.capabilities - {"virtual-clock"}}
    claims = replace(OMS, adapter="poll://table.toml", file=folder / "claims.toml", **{**clockless, **changed})
    return connect(claims, "S1")


def ordered(adapter: Any, hub: responses.RequestsMock, own: int = 17) -> None:
    hub.post(f"{URL}/orders", status=201, json={"id": own})
    adapter.deliver(ORDER)


def heard(adapter: Any) -> list[Message]:
    return list(iter(lambda: adapter.receive(0.0), None))


def test_an_order_is_posted_once_in_the_words_of_the_system(tmp_path: Path, hub: responses.RequestsMock) -> None:
    """The message's id is the key by which the system knows a repetition; nothing is told to the kit."""
    adapter = polled(tmp_path)
    key = matchers.header_matcher({"Idempotency-Key": "m-1"})
    shape = matchers.json_params_matcher({"reference": "S1-1", "rank": 7, "lines": ["L1"]})
    posted = hub.post(f"{URL}/orders", status=201, json={"id": 17}, match=[key, shape])
    hub.get(f"{URL}/orders/17", status=404)
    adapter.deliver(ORDER)
    assert posted.call_count == 1
    assert heard(adapter) == []


def test_each_account_is_told_without_what_it_has_not(tmp_path: Path, hub: responses.RequestsMock) -> None:
    adapter = polled(tmp_path)
    told = [hub.post(f"{URL}/customers", match=[matchers.json_params_matcher({"id": name})]) for name in "AB"]
    now = datetime(2026, 3, 2, tzinfo=UTC)
    adapter.begin(ScenarioContext("S1-1", "S1", now, "Home", "sha256:0", ({"id": "A"}, {"id": "B"})))
    assert [each.call_count for each in told] == [1, 1]


def test_a_refusal_in_the_reply_becomes_a_message(tmp_path: Path, hub: responses.RequestsMock) -> None:
    """It answers the order that was delivered; of an order that was refused no news are looked for."""
    adapter = polled(tmp_path)
    hub.post(f"{URL}/orders", status=422, json={"message": "no such product"})
    adapter.deliver(ORDER)
    (message,) = heard(adapter)
    assert (message.kind, message.edge, message.re) == ("refusal", Edge.CRM, "m-1")
    assert message.body == {"order": "S1-1", "reason": "no such product"}


@pytest.mark.parametrize("status", [302, 401, 404, 429, 500, 503])
def test_a_system_that_breaks_down_refuses_nothing(tmp_path: Path, hub: responses.RequestsMock, status: int) -> None:
    adapter = polled(tmp_path)
    hub.post(f"{URL}/orders", status=status, headers={"Location": f"{URL}/elsewhere"})
    with pytest.raises(AdapterError, match=f"answers POST with {status}"):
        adapter.deliver(ORDER)


def test_what_reads_otherwise_is_told(tmp_path: Path, hub: responses.RequestsMock) -> None:
    """The same state is told once, in the kit's words; another one again."""
    adapter = polled(tmp_path)
    ordered(adapter, hub)
    for status in ("running", "running", "closed"):
        hub.get(f"{URL}/orders/17", json={"status": status})
        told = [m.body["status"] for m in heard(adapter)]
        assert told in ([status], [], ["COMPLETE"])
        adapter._at_rest = False
    assert [call.request.url for call in hub.calls].count(f"{URL}/orders/17") >= 3


def test_each_item_of_a_list_is_told_once(tmp_path: Path, hub: responses.RequestsMock) -> None:
    """What others have ordered is left aside where the table says so; the next look goes on behind the last key."""
    adapter = polled(tmp_path)
    ordered(adapter, hub)
    hub.get(f"{URL}/orders/17", status=404)
    items = [{"n": 1, "order": 17, "team": "network"}, {"n": 2, "order": 99, "team": "network"}]
    hub.replace("GET", f"{URL}/work", json={"items": [*items, {"n": 3, "order": 17, "team": "warehouse"}]})
    assert [m.body for m in heard(adapter)] == [
        {"order": "S1-1", "target": "network"}, {"order": "S1-1", "target": "warehouse"},
    ]  # fmt: skip
    adapter._at_rest = False
    assert heard(adapter) == []
    assert str(hub.calls[-1].request.url).endswith("after=3")


def test_an_item_without_its_key(tmp_path: Path, hub: responses.RequestsMock) -> None:
    """It would be told again at each look."""
    adapter = polled(tmp_path, TABLE.replace('key = "n"', 'key = "nr"'))
    ordered(adapter, hub)
    hub.get(f"{URL}/orders/17", status=404)
    hub.replace("GET", f"{URL}/work", json={"items": [{"n": 1, "order": 17, "team": "network"}]})
    with pytest.raises(AdapterError, match=r"poll 2 \(provisioning-order\), key: nothing is there in .*network"):
        heard(adapter)


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        ({"status": 404}, "was answered with 404, which is no news"),
        ({"json": {}}, "had a reply in which 'each' finds nothing"),
    ],
)
def test_a_look_that_brings_nothing(
    tmp_path: Path, hub: responses.RequestsMock, capfd: pytest.CaptureFixture[str], reply: Any, said: str
) -> None:
    """It is no error, and is said once, for whoever wonders why nothing is heard."""
    adapter = polled(tmp_path, TABLE.replace("items[?ours(order)]", "items"))
    hub.replace("GET", f"{URL}/work", **reply)
    for _ in range(3):
        assert heard(adapter) == []
        adapter._at_rest = False
    assert capfd.readouterr().err == f"poll 2 (provisioning-order) {said}\n"


def test_a_question_is_answered_from_the_reply(tmp_path: Path, hub: responses.RequestsMock) -> None:
    """Where the system knows nothing of the order, as the table says."""
    adapter = polled(tmp_path)
    ordered(adapter, hub)
    hub.get(f"{URL}/orders/17", json={"status": "closed"})
    adapter.deliver(QUERY)
    hub.replace("GET", f"{URL}/orders/17", status=404)
    adapter.deliver(QUERY)
    told = [(m.kind, m.re, m.body) for m in (adapter.receive(0.0), adapter.receive(0.0))]
    assert told == [
        ("order-snapshot", "q-1", {"order": "S1-1", "status": status}) for status in ("COMPLETE", "UNKNOWN")
    ]


def test_the_first_entry_whose_condition_holds_is_taken(tmp_path: Path, hub: responses.RequestsMock) -> None:
    adapter = polled(tmp_path)
    put = hub.put(f"{URL}/lines/L%2F1")
    for sort in ("status", "milestone"):
        adapter.deliver(
            Message("m-2", "billing-update", Edge.BILLING, {"order": "O", "line": "L/1", "sort": sort}, "O")
        )
    assert put.call_count == 1


def test_a_kind_that_the_table_does_not_have_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(AdapterError, match=r"no \[\[deliver\]\] for a fault at all; 'ignore = true'"):
        polled(tmp_path).deliver(Message("m-3", "fault", Edge.BILLING, {"order": "O"}, "O"))


@pytest.mark.parametrize(
    ("body", "said"),
    [("<html>", "is no JSON"), ("[" * 5000, "is no JSON"), (" " * (8 * 1024 * 1024 + 1), "more than 8,388,608 bytes")],
)
def test_a_reply_that_is_none(tmp_path: Path, hub: responses.RequestsMock, body: str, said: str) -> None:
    hub.post(f"{URL}/orders", status=201, body=body)
    with pytest.raises(AdapterError, match=said):
        polled(tmp_path).deliver(ORDER)


def test_a_reply_that_does_not_come(tmp_path: Path, hub: responses.RequestsMock) -> None:
    """It is told without the address, in which there may be a secret; nothing is sent again."""
    posted = hub.post(f"{URL}/orders", body=requests.ConnectTimeout(f"{URL}?token=S3CRET"))
    with pytest.raises(AdapterError) as told:
        polled(tmp_path).deliver(ORDER)
    assert str(told.value) == (
        "no reply to POST /orders: ConnectTimeout; is the system up at hub.example, which 'base' in the table names?"
    )
    assert posted.call_count == 1


def test_a_reply_that_does_not_end(tmp_path: Path, hub: responses.RequestsMock, monkeypatch: Any) -> None:
    hours = iter(range(0, 360_000, 3600))
    monkeypatch.setattr(client_module, "monotonic", lambda: next(hours))
    hub.post(f"{URL}/orders", status=201, json={"id": 17})
    with pytest.raises(AdapterError, match="did not end within"):
        polled(tmp_path).deliver(ORDER)


def test_who_the_kit_is(tmp_path: Path, hub: responses.RequestsMock, monkeypatch: pytest.MonkeyPatch) -> None:
    """A token from the environment; what proxies and .netrc say is not looked at, cookies are not kept."""
    monkeypatch.setenv("HUB_TOKEN", "S3CRET")
    monkeypatch.setenv("HTTP_PROXY", "http://nowhere.example:1")
    settings = HttpSettings({"token": "${HUB_TOKEN}", "headers": {"X-Tenant": "t"}}, tmp_path)
    with pytest.raises(UsageError, match="in the clear"):
        polled(tmp_path, http=settings)
    adapter = polled(tmp_path, TABLE.replace("http://hub", "https://hub"), http=settings)
    hub.get("https://hub.example/work", json={"items": []})
    sent = matchers.header_matcher({"Authorization": "Bearer S3CRET", "X-Tenant": "t"})
    secure = "https://hub.example/orders"
    hub.post(secure, status=201, json={"id": 1}, headers={"Set-Cookie": "a=b; Path=/"}, match=[sent])
    adapter.deliver(ORDER)
    adapter.deliver(ORDER)
    assert "Cookie" not in hub.calls[-1].request.headers
    assert not adapter.client._session.trust_env


def test_a_clock_is_set_where_the_table_says_how(tmp_path: Path, hub: responses.RequestsMock) -> None:
    """A system that claims no clock has none."""
    assert not isinstance(polled(tmp_path), Clocked)
    with pytest.raises(UsageError, match=r"there is no \[advance\]"):
        polled(tmp_path, capabilities=OMS.capabilities)
    table = TABLE + '[advance]\nput = "/clock"\nbody = "{now: instant}"\n'
    adapter = polled(tmp_path, table, capabilities=OMS.capabilities)
    put = hub.put(f"{URL}/clock", match=[matchers.json_params_matcher({"now": "2026-03-02T00:00:00+00:00"})])
    adapter.advance_to(datetime(2026, 3, 2, tzinfo=UTC))
    assert put.call_count == 1


def test_an_expression_that_cannot_be_worked_out(tmp_path: Path, hub: responses.RequestsMock) -> None:
    table = TABLE.replace('"reply.id"', '"length(reply.id)"')
    hub.post(f"{URL}/orders", status=201, json={"id": 17})
    with pytest.raises(
        AdapterError, match=r"deliver 1 \(sales-order\), own: 'length\(reply.id\)' cannot be worked out"
    ):
        polled(tmp_path, table).deliver(ORDER)


def test_whoever_needs_more_subclasses(tmp_path: Path, hub: responses.RequestsMock) -> None:
    """Every message that the table makes goes through one method."""

    class Mine(Polled):
        def told(self, kind: str, edge: Edge, body: Any, re: str | None = None) -> Message:
            return super().told(kind, edge, {**body, "reason": "because"}, re)

    (tmp_path / "table.toml").write_text(TABLE)
    adapter = Mine(read_table(tmp_path / "table.toml"), OMS, "S1")
    hub.post(f"{URL}/orders", status=422, json={"message": "no"})
    adapter.deliver(ORDER)
    assert [m.body["reason"] for m in heard(adapter)] == ["because"]
