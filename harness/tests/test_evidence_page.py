"""The sequence diagram of an example: who speaks to whom."""

import re

from ordertck.harness.reports.evidence_page import SYSTEM, diagram


def crossed(way: str) -> dict[str, object]:
    """A message between the system and billing."""
    return {"edge": "billing", "about": "", "kind": "charge", "said": "", "way": way, "number": 1}


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
