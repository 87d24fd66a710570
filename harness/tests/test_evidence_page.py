"""What a page shows of the messages of an example: who speaks to whom, and what is said."""

import re

import pytest

from ordertck.harness.reports.evidence_page import SYSTEM, diagram, message_told


def crossed(way: str, said: str = "") -> dict[str, object]:
    """A message between the system and billing."""
    return {"edge": "billing", "about": "", "kind": "charge", "said": said, "way": way, "number": 1}


def test_an_arrow_points_to_who_hears_it() -> None:
    """What the system is told points at it; what is heard of it points away."""
    heads = {}
    for way in ("told", "heard"):
        drawn = diagram([crossed(way)], "oms", "One message")
        places = {name: float(x) for x, name in re.findall(r'<text[^>]* x="([0-9.]+)"[^>]*>([^<]+)</text>', drawn)}
        head = float(re.search(r'd="M([0-9.]+) ', drawn)[1])  # type: ignore[index]
        heads[way] = min(places, key=lambda name: abs(places[name] - head))
    assert heads["told"] == SYSTEM
    assert heads["heard"] not in (SYSTEM, "")


@pytest.mark.parametrize(("said", "label"), [("on the list", "charge on the list"), ("x" * 99, f"charge {'x' * 37}…")])
def test_a_label_is_cut_only_where_it_is_too_long(said: str, label: str) -> None:
    assert f">{label}</text>" in diagram([crossed("told", said)], "oms", "One message")


def test_a_body_stands_in_the_words_of_its_example() -> None:
    """Letters of every language stand as they were written, and orders under the names that the feature gives them."""
    message = {"edge": "oms", "kind": "cancel", "body": {"order": "S-0001-order-1", "reason": "Größe in Łódź"}}
    record = {"record": 7, "at": "", "way": "told", "scenario": "S-0001", "message": message}
    assert message_told(record, {"FIRST": "S-0001-order-1"})["body"] == '{"order": "FIRST", "reason": "Größe in Łódź"}'
