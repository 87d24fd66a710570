"""The adapter that the documents show for a REST system does what they say, against HTTP that is simulated."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from textwrap import indent
from typing import Any

import pytest
import requests
import responses

from ordertck.harness.messages import Edge, Message

DOCS = Path(__file__).resolve().parents[2] / "docs"
URL = "http://hub.example"
ORDER = Message("m-1", "sales-order", Edge.OMS, {"order": "O-1", "lines": []}, "O-1")


@pytest.fixture
def adapter() -> Any:
    """The recipe as a class, with the few things around it that an adapter has."""
    shown = [
        block for file in DOCS.glob("*.md") for block in re.findall(r"```python\n(.*?)```", file.read_text(), re.S)
    ]
    (recipe,) = (block for block in shown if "self._http.post" in block)
    names: dict[str, Any] = {"Edge": Edge}
    exec(f"class Adapter:\n{indent(recipe, '    ')}", names)
    adapter = names["Adapter"]()
    adapter._http, adapter._url, adapter._broken = requests.Session(), URL, None
    adapter._sender = ThreadPoolExecutor(1)
    adapter.told = []
    adapter._tell = lambda edge, kind, body, re: adapter.told.append((edge, kind, body, re))
    return adapter


@pytest.fixture
def hub() -> Iterator[responses.RequestsMock]:
    """A system that answers as a test says, and nothing else."""
    with responses.RequestsMock() as simulated:
        yield simulated


def deliver(adapter: Any) -> None:
    """Hand the order over, and wait until the thread that posts it is through."""
    adapter.deliver(ORDER)
    adapter._sender.shutdown()


def test_an_order_that_is_taken_is_posted_once(adapter: Any, hub: responses.RequestsMock) -> None:
    """The message's id is the key by which the system knows a repetition; nothing is told to the kit."""
    key = responses.matchers.header_matcher({"Idempotency-Key": "m-1"})
    hub.post(f"{URL}/orders", status=201, match=[key, responses.matchers.json_params_matcher(dict(ORDER.body))])
    deliver(adapter)
    assert adapter.told == []
    assert adapter._broken is None


def test_a_refusal_in_the_reply_becomes_a_message(adapter: Any, hub: responses.RequestsMock) -> None:
    """It answers the order that was delivered."""
    hub.post(f"{URL}/orders", status=422, json={"message": "no such product"})
    deliver(adapter)
    assert adapter.told == [(Edge.CRM, "refusal", {"order": "O-1", "reason": "no such product"}, "m-1")]


def test_a_system_that_breaks_down_refuses_nothing(adapter: Any, hub: responses.RequestsMock) -> None:
    """A reply of the 500s is no answer of the trade: the adapter says that the system is broken."""
    hub.post(f"{URL}/orders", status=503)
    deliver(adapter)
    assert adapter.told == []
    assert adapter._broken == "the system answers 503"
